import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startApplication, webRootOf, type Application } from "#server/main/application.ts";
import { readSettings } from "#server/platform/settings-from-environment.ts";
import { anAgency, anOpportunity, asker, aUser, startInstallation, type Ask, type Installation } from "#tests/support/agency.ts";
import { statusOf } from "#tests/support/started.ts";
import { Wire } from "#tests/support/wire.ts";

let installation: Installation;
let wire: Wire;
let application: Application;
let ask: Ask;

beforeAll(async () => {
  installation = await startInstallation();
  wire = new Wire(String(installation.owner.host));
  await wire.open();
  const throughWire = {
    owner: { ...installation.owner, host: wire.folder },
    app: { ...installation.app, host: wire.folder },
    filesFolder: wire.folder,
  };
  const { settings } = readSettings(
    { PORT: "0", NODE_ENV: "test", LOG_LEVEL: "silent", ESCALE_RATE_LIMIT: "0" },
    webRootOf(path.join(import.meta.dirname, "..", "..")),
  );
  application = await startApplication(settings, throughWire);
  const user = await aUser(installation, await anAgency(installation));
  await anOpportunity(user);
  ask = asker(application.address, { authorization: `Bearer ${user.key}` });
});
afterAll(async () => {
  await application.close();
  await wire.close();
  await installation.stop();
});

test("a database that hangs makes nobody wait ten seconds, is told at /readyz, and is served again when it is back", async () => {
  const asked = (): Promise<{ status: number; retryAfter: string | null; seconds: number }[]> =>
    Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        const from = performance.now();
        const body = { name: `While away ${at}`, client: { name: "Comité Lumière" } };
        const { status, headers } = await (at % 2 === 0 ? ask("GET", "/opportunities") : ask("POST", "/opportunities", { body }));
        return { status, retryAfter: headers.get("retry-after"), seconds: (performance.now() - from) / 1000 };
      }),
    );
  expect((await asked()).map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);

  wire.die();
  const whileAway = asked();
  expect(await statusOf(`${application.address}/readyz`)).toBe(503);
  expect(await statusOf(`${application.address}/healthz`)).toBe(200);
  for (const answer of await whileAway) {
    expect(answer).toMatchObject({ status: 503, retryAfter: "2" });
    // The rule for people: nobody waits longer.
    expect(answer.seconds).toBeLessThan(10);
  }

  wire.revive();
  for (let tries = 0; tries < 200 && (await statusOf(`${application.address}/readyz`)) !== 200; tries += 1) await wait(50);
  expect((await asked()).map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
  const metrics = await (await fetch(`${application.address}/metrics`)).text();
  expect(metrics).toMatch(/escale_database_connections\{state="busy"\} 0\n/);
  expect(metrics).toMatch(/escale_database_connections\{state="waiting"\} 0\n/);
}, 120_000);
