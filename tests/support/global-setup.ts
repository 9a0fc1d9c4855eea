import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Logger, runMigrations } from "graphile-worker";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "#server/platform/migrations.ts";
import { startPostgres } from "#server/platform/postgres.ts";
import { prepareDatabase, withClient } from "#server/platform/roles.ts";

export type TestCluster = { readonly superuser: pg.ClientConfig; readonly owner: pg.ClientConfig; readonly app: pg.ClientConfig };

declare module "vitest" {
  interface ProvidedContext {
    cluster: TestCluster;
  }
}

/** Nothing outlives the run; the log of writes stays small, for it may be kept in memory. */
const FLAGS = [
  "fsync=off",
  "full_page_writes=off",
  "synchronous_commit=off",
  "wal_level=minimal",
  "max_wal_senders=0",
  "max_wal_size=256MB",
  "max_connections=200",
];

/** One server for the run (TEST_POSTGRES: the folder of another PostgreSQL than our own), durability off, and one migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(os.tmpdir(), "escale-test-"));
  chmodSync(home, 0o755);
  const postgres = await startPostgres(home, FLAGS, process.env["TEST_POSTGRES"] || undefined);
  const superuser = postgres.superuser as pg.ClientConfig;
  await withClient(superuser, (client) => client.query("create database template_escale owner escale_owner"));
  await withClient({ ...superuser, database: "template_escale" }, prepareDatabase);
  const owner = { ...postgres.owner, database: "template_escale" };
  await migrate(owner, path.join(import.meta.dirname, "..", "..", "migrations"));
  await migrateJobs(owner);
  project.provide("cluster", { superuser, owner: postgres.owner, app: postgres.app });
  return async () => {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

/** The tables of the jobs, which every start would make first. */
async function migrateJobs(owner: pg.PoolConfig): Promise<void> {
  const pgPool = new pg.Pool(owner);
  pgPool.on("error", () => undefined).on("connect", (client) => client.on("error", () => undefined));
  await runMigrations({ pgPool, logger: new Logger(() => () => undefined) });
  await pgPool.end();
}
