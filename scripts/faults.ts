// What no test should take the time for: kills in many rounds, a backup under load, two apps on one folder. Prints what was found.
//   node_modules/.bin/node scripts/faults.ts [rounds]
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { backupTo, restoreFrom } from "#server/admin/backup.ts";
import { withInstallation, type Installation } from "#server/admin/installation.ts";
import { withClient } from "#server/platform/roles.ts";
import { freePort, processesOn, StartedEscale } from "#tests/support/started.ts";
import { DAMAGE, keyOfWriters, Writers } from "#tests/support/writers.ts";

const rounds = Number(process.argv[2] ?? 10);
const found: Record<string, unknown>[] = [];
const note = (what: string, result: unknown): void => void found.push({ what, result });

function newFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `escale-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

const data = newFolder("faults");
const inData = <T>(work: (installation: Installation) => Promise<T>): Promise<T> => withInstallation({ ESCALE_DATA: data }, work);
const ask = async ({ owner }: Installation, query: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  withClient(owner as pg.ClientConfig, async (client) => (await client.query(query, values)).rows);

async function killRounds(escale: StartedEscale, name: string, victims: () => number[]): Promise<void> {
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await wait(500 + Math.random() * 1000);
    for (const pid of victims()) if (processesOnce(pid)) process.kill(pid, "SIGKILL");
    await wait(20);
    waits.push(await escale.ready());
  }
  note(`kill -9 of ${name}, ${rounds} rounds: slowest return in seconds`, (Math.max(...waits) / 1000).toFixed(1));
}

function processesOnce(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function underWriters(): Promise<void> {
  const escale = new StartedEscale({ data, port: await freePort() });
  await escale.ready();
  const writers = new Writers(escale.address, await inData(keyOfWriters), 8);
  await killRounds(escale, "the app", () => [escale.appPid()]);
  await killRounds(escale, "PostgreSQL and its children", () => escale.databasePids());
  await besideAnother();
  const before = [...writers.acknowledged];
  const file = path.join(data, "backup.gz");
  note("backup under load: rows", (await inData((installation) => backupTo(installation, file, new Date()))).rows);
  const from = performance.now();
  const status = await escale.stop("SIGTERM");
  note("SIGTERM under load: status, seconds", [status, Number(((performance.now() - from) / 1000).toFixed(1))]);
  await writers.finish();
  note("processes left", processesOn(data).length);
  note("answers by status (0: the connection was cut by a kill)", Object.fromEntries(writers.statuses));
  note("503 without Retry-After", writers.impolite);
  note("acknowledged", writers.acknowledged.length);
  note("damage", await inData(async (installation) => (await ask(installation, DAMAGE, [writers.acknowledged]))[0]));
  await restored(file, before);
}

async function besideAnother(): Promise<void> {
  const second = new StartedEscale({ data, port: await freePort() });
  note("a second app on the same folder: ready in seconds", ((await second.ready()) / 1000).toFixed(1));
  note("it leaves with status", await second.stop("SIGTERM"));
}

/** Into a new cluster: what was acknowledged before the backup is there, whole; table by table the same as what a second backup holds. */
async function restored(file: string, before: readonly string[]): Promise<void> {
  const other = newFolder("restored");
  const broken = path.join(other, "broken.gz");
  await withInstallation({ ESCALE_DATA: other }, async (installation) => {
    for (const [name, bytes] of [
      ["an empty file", ""],
      ["half a word", "escale"],
    ] as const) {
      writeFileSync(broken, bytes);
      const said = await restoreFrom(installation, broken, false).then(
        () => "RESTORED",
        (error: unknown) => (error as Error).message,
      );
      note(`restore of ${name}`, said);
    }
    await restoreFrom(installation, file, false);
    note("restored into a new cluster: damage of what was acknowledged before", (await ask(installation, DAMAGE, [before]))[0]);
    const again = path.join(other, "again.gz");
    await backupTo(installation, again, new Date());
    const one = await checksums(installation);
    await restoreFrom(installation, again, true);
    const two = await checksums(installation);
    note(
      "checksums of all tables after backup and restore",
      JSON.stringify(one) === JSON.stringify(two) ? `equal (${one.length} tables)` : "DIFFERENT",
    );
  });
  rmSync(other, { recursive: true, force: true });
}

async function checksums(installation: Installation): Promise<unknown[]> {
  const tables = await ask(
    installation,
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1",
  );
  return Promise.all(
    tables.map(async ({ name }) => {
      const [row] = await ask(
        installation,
        `select count(*) as rows, md5(string_agg(t::text, '' order by t::text)) as sum from "${String(name)}" t`,
      );
      return { name, ...row };
    }),
  );
}

try {
  await underWriters();
} finally {
  for (const pid of processesOn(data)) process.kill(pid, "SIGKILL");
  rmSync(data, { recursive: true, force: true });
  for (const { what, result } of found) console.log(`${String(what)}: ${JSON.stringify(result)}`);
}
