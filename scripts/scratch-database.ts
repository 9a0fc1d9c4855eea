import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { migrate } from "#server/platform/migrations.ts";
import { startPostgres } from "#server/platform/postgres.ts";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A throw-away database with every migration applied: what is generated is generated from it. */
export async function withScratchDatabase<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const home = mkdtempSync(path.join(os.tmpdir(), "escale-scratch-"));
  chmodSync(home, 0o755);
  const postgres = await startPostgres(home, ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]);
  try {
    await migrate(postgres.owner, path.join(ROOT, "migrations"));
    const client = new pg.Client(postgres.owner);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  } finally {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
