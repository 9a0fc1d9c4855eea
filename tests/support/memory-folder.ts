import { chmodSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import os from "node:os";
import path from "node:path";

const MEMORY = "/dev/shm";
const GIGABYTE = 1024 ** 3;

/**
 * Where the tests keep what they throw away: in memory where the machine offers it. A database copied on a disk takes half a
 * second, in memory a twentieth. A container's small or closed memory folder is left alone.
 */
export function temporaryFolder(): string {
  if (process.platform !== "linux" || os.freemem() < 3 * GIGABYTE || !offers(MEMORY)) return os.tmpdir();
  return MEMORY;
}

function offers(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= 2 * GIGABYTE && runsPrograms(folder);
  } catch {
    return false;
  }
}

/** PostgreSQL's own programs may have to be copied there. */
function runsPrograms(folder: string): boolean {
  const own = mkdtempSync(path.join(folder, "escale-try-"));
  try {
    const file = path.join(own, "run");
    writeFileSync(file, "#!/bin/sh\n");
    chmodSync(file, 0o700);
    return spawnSync(file).status === 0;
  } finally {
    rmSync(own, { recursive: true });
  }
}
