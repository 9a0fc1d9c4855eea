import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeEach, expect, inject, test } from "vitest";
import { migrate } from "#server/platform/migrations.ts";
import { newId } from "#server/platform/new-id.ts";
import { prepareDatabase, prepareExternal, refuseUnsafeRoles, withClient } from "#server/platform/roles.ts";

const OURS = path.join(import.meta.dirname, "..", "..", "migrations");
const { superuser, owner: clusterOwner } = inject("cluster");
const folder = mkdtempSync(path.join(os.tmpdir(), "escale-migrations-"));
const made: string[] = [];
let owner: pg.ClientConfig;

beforeEach(async () => {
  const database = `test_${newId().replaceAll("-", "")}`;
  made.push(database);
  await withClient(superuser, (client) => client.query(`create database ${database} owner escale_owner`));
  await withClient({ ...superuser, database }, prepareDatabase);
  owner = { ...clusterOwner, database };
  rmSync(folder, { recursive: true, force: true });
  cpSync(OURS, folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  for (const database of made) await withClient(superuser, (client) => client.query(`drop database ${database} with (force)`));
});

const rows = <T extends pg.QueryResultRow>(query: string): Promise<T[]> =>
  withClient(owner, async (client) => (await client.query<T>(query)).rows);

test("two processes that start on an empty database run each migration once", async () => {
  const all = readdirSync(OURS)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const [one, other] = await Promise.all([migrate(owner, OURS), migrate(owner, OURS)]);
  expect([...one, ...other].sort()).toEqual(all);
  expect(await migrate(owner, OURS)).toEqual([]);
});

test("one that was killed in the middle leaves nothing half done, and the next start completes it", async () => {
  await migrate(owner, OURS);
  const file = path.join(folder, "9000_slow.sql");
  writeFileSync(file, "create table slow (id int); insert into slow values (1); select pg_sleep(60);");
  const killed = migrate(owner, folder).then(
    () => "done",
    (error: unknown) => String(error),
  );
  const working =
    "select pid from pg_stat_activity where datname = current_database() and query like '%pg_sleep(60)%' and pid <> pg_backend_pid()";
  for (let tries = 0; tries < 200 && (await rows(working)).length === 0; tries += 1) await wait(20);
  expect(await rows(`select pg_terminate_backend(pid) as killed from (${working}) found`)).toEqual([{ killed: true }]);
  expect(await killed).toContain("9000_slow.sql failed");
  expect(await rows("select to_regclass('slow') as made")).toEqual([{ made: null }]);

  writeFileSync(file, "create table slow (id int);");
  expect(await migrate(owner, folder)).toEqual(["9000_slow.sql"]);
});

test("refuses a database of a newer version, and a migration that was changed after it ran", async () => {
  writeFileSync(path.join(folder, "9000_later.sql"), "create table later (id int);");
  await migrate(owner, folder);
  await expect(migrate(owner, OURS)).rejects.toThrow("made by a newer version of Escale (9000_later.sql)");
  writeFileSync(path.join(folder, "9000_later.sql"), "create table later (id bigint);");
  await expect(migrate(owner, folder)).rejects.toThrow("9000_later.sql was changed after it was applied");
});

test("a user who may not prepare the database is told what its administrator must run; then it works", async () => {
  const name = `plain_${newId().replaceAll("-", "")}`;
  const database = String(owner.database);
  await withClient(superuser, (client) => client.query(`create role ${name} login password 'plain'`));
  const plain = { ...owner, user: name, password: "plain" };
  const said = await prepareExternal(plain).then(
    () => "",
    (error: unknown) => (error as Error).message,
  );
  const statements = said.split("\n").filter((line) => line.startsWith("  "));
  expect(statements.map((line) => line.trim())).toEqual([
    `grant escale_app to "${name}";`,
    `grant escale_app_all to "${name}";`,
    `grant create on database "${database}" to "${name}";`,
    `grant create on schema public to "${name}";`,
  ]);
  await withClient({ ...superuser, database }, (client) => client.query(statements.join("\n")));
  await prepareExternal(plain);
  expect((await migrate(plain, OURS)).length).toBeGreaterThan(0);
  await refuseUnsafeRoles({ owner: plain, app: plain });

  // A login for requests that owns the tables would pass by the row policies.
  await expect(refuseUnsafeRoles({ owner: plain, app: { ...plain } })).rejects.toThrow(
    `The role ${name} is a superuser, bypasses row security or owns a table`,
  );
  await withClient({ ...superuser, database }, (client) => client.query(`drop owned by ${name} cascade; drop role ${name}`));
});
