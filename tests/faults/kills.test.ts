import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withInstallation } from "#server/admin/installation.ts";
import { withClient } from "#server/platform/roles.ts";
import { freePort, processesOn, StartedEscale, statusOf } from "#tests/support/started.ts";
import { DAMAGE, keyOfWriters, Writers } from "#tests/support/writers.ts";

const data = mkdtempSync(path.join(os.tmpdir(), "escale-faults-"));
let escale: StartedEscale;
let key: string;

beforeAll(async () => {
  // PostgreSQL's account must reach the folder when the tests run as root.
  chmodSync(data, 0o755);
  escale = new StartedEscale({ data, port: await freePort() });
  await escale.ready();
  key = await withInstallation({ ESCALE_DATA: data }, keyOfWriters);
}, 120_000);
afterAll(async () => {
  for (const pid of processesOn(data)) process.kill(pid, "SIGKILL");
  rmSync(data, { recursive: true, force: true });
});

test("what was acknowledged outlives kills of the app and of the database; nobody sees a 500; a stop leaves nothing behind", async () => {
  const writers = new Writers(escale.address, key, 4);
  for (const victims of [() => [escale.appPid()], () => escale.databasePids(), () => [escale.appPid(), ...escale.databasePids()]]) {
    await wait(700);
    for (const pid of victims()) kill(pid);
    await wait(50);
    await escale.ready();
  }
  await wait(700);
  const app = escale.appPid();
  const stopped = escale.stop("SIGTERM");
  // A proxy before us is told before anybody is refused.
  while ((await statusOf(`${escale.address}/readyz`)) === 200) await wait(20);
  expect(await statusOf(`${escale.address}/readyz`)).toBe(503);
  expect(await stopped).toBe(0);
  await writers.finish();
  expect(processesOn(data)).toEqual([]);
  expect(() => process.kill(app, 0)).toThrow();

  expect([...writers.statuses.keys()].filter((status) => ![0, 201, 409, 503].includes(status))).toEqual([]);
  expect(writers.acknowledged.length).toBeGreaterThan(20);
  expect(await damage(writers.acknowledged)).toEqual({ lost: 0, twice: 0, factless: 0, stateless: 0, contactless: 0 });
}, 120_000);

function damage(acknowledged: readonly string[]): Promise<unknown> {
  return withInstallation({ ESCALE_DATA: data }, ({ owner }) =>
    withClient(owner as pg.ClientConfig, async (client) => (await client.query(DAMAGE, [acknowledged])).rows[0]),
  );
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    // A process of the database may have ended with the server.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
