import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type pg from "pg";
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

/** One server for the run, durability off, and one migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = mkdtempSync(path.join(os.tmpdir(), "escale-test-"));
  chmodSync(home, 0o755);
  const postgres = await startPostgres(home, ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"]);
  const superuser = postgres.superuser as pg.ClientConfig;
  await withClient(superuser, (client) => client.query("create database template_escale owner escale_owner"));
  await withClient({ ...superuser, database: "template_escale" }, prepareDatabase);
  await migrate({ ...postgres.owner, database: "template_escale" }, path.join(import.meta.dirname, "..", "..", "migrations"));
  project.provide("cluster", { superuser, owner: postgres.owner, app: postgres.app });
  return async () => {
    await postgres.stop();
    rmSync(home, { recursive: true, force: true });
  };
}
