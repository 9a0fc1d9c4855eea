import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { API, type EndpointName } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { anOpportunity, asker, startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";
import { aCast, aSession, type Cast } from "#tests/support/cast.ts";
import type { Sending } from "#tests/support/calls.ts";
import { EVERY_CALL } from "#tests/support/every-call.ts";

let installation: Installation;
let cast: Cast;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => installation.stop());

const DAY = 86_400_000;
const setClock = (at: Date | string): void => void vi.stubEnv("ESCALE_TEST_NOW", new Date(at).toISOString());
const endpoints = API as Readonly<Record<EndpointName, Endpoint>>;
const reads = (Object.keys(EVERY_CALL) as EndpointName[]).filter((name) => endpoints[name].access === "read");

/** A minute before and after the hour that is missing or there twice in the agency's zone, and the day that most years have not. */
const MOMENTS: [string, () => string][] = [
  ["forty days on", () => new Date(Date.now() + 40 * DAY).toISOString()],
  ["two days back", () => new Date(Date.now() - 2 * DAY).toISOString()],
  ["the night summer begins, before", () => "2027-03-28T00:59:30.000Z"],
  ["the night summer begins, after", () => "2027-03-28T01:00:30.000Z"],
  ["the night summer ends, before", () => "2027-10-31T00:59:30.000Z"],
  ["the night summer ends, after", () => "2027-10-31T01:00:30.000Z"],
  ["midnight of the agency in that night", () => "2027-10-30T22:00:00.000Z"],
  ["29 February", () => "2028-02-29T12:00:00.000Z"],
  ["29 February, late in the evening", () => "2028-02-29T22:59:59.999Z"],
];

test.each(MOMENTS)("%s: everything is answered, and what is written stands as written", { timeout: 120_000 }, async (_name, at) => {
  const asked: [EndpointName, Sending][] = [];
  for (const name of reads) asked.push([name, (await EVERY_CALL[name]?.make({ cast, installation })) ?? { path: "" }]);
  const before = await anOpportunity(cast.seller, { amount: "1000", departsOn: "2028-02-29", returnsOn: "2028-03-04" });
  setClock(at());
  for (const [name, { path, body }] of asked) {
    const ask = name === "showJob" || path.startsWith("/imports/") ? cast.seller.ask : cast.administrator.ask;
    expect((await ask(endpoints[name].method, path, body === undefined ? {} : { body })).status, `${name} ${path}`).toBeLessThan(400);
  }
  const edited = await cast.seller.ask("PATCH", `/opportunities/${before.id}`, { body: { amount: "1200", expectedCloseOn: "2028-02-29" } });
  expect(edited.body).toMatchObject({ departsOn: "2028-02-29", returnsOn: "2028-03-04", expectedCloseOn: "2028-02-29" });
  const planned = await cast.seller.ask("POST", "/activities", { body: { kind: "task", title: "Rappeler", opportunityId: before.id } });
  expect(planned.status).toBe(201);
  expect((await cast.seller.ask("POST", `/activities/${planned.body.id}/done`, { body: {} })).status).toBe(200);
  expect((await cast.seller.ask("POST", `/opportunities/${before.id}/win`, { body: {} })).status).toBe(200);
  const undone = await cast.seller.ask("POST", "/undo", { body: { token: edited.headers.get("escale-undo"), force: true } });
  expect(undone.status, JSON.stringify(undone.body)).toBe(200);
  const shown = (await cast.seller.ask("GET", `/opportunities/${before.id}`)).body;
  expect(shown).toMatchObject({ departsOn: "2028-02-29", returnsOn: "2028-03-04", outcome: "won" });
});

test("forty days on what has an end is over: sessions, invitations, the way back of a change", async () => {
  const session = await aSession(installation, cast.workspaceId);
  const body = { email: "tard@escale.example", role: "seller" };
  const { link } = (await cast.administrator.ask("POST", "/invitations", { body })).body;
  const token = String(link).split("/").at(-1);
  const nobody = asker(installation.application.address);
  const made = await anOpportunity(cast.seller, { amount: "1000" });
  const edited = await cast.seller.ask("PATCH", `/opportunities/${made.id}`, { body: { amount: "1200" } });
  const invited = (): Promise<{ status: number; body: Loose }> => nobody("GET", `/invitation-links/${token}`);
  expect([(await invited()).status, (await session.ask("GET", "/me")).status]).toEqual([200, 200]);
  // A clock that was put back ends nothing.
  setClock(new Date(Date.now() - 2 * DAY));
  expect([(await invited()).status, (await session.ask("GET", "/me")).status]).toEqual([200, 200]);
  setClock(new Date(Date.now() + 40 * DAY));
  expect((await session.ask("GET", "/me")).status).toBe(401);
  expect((await invited()).body.code).toBe("link.unusable");
  const accepted = await nobody("POST", `/invitation-links/${token}`, { body: { name: "Trop Tard", password: "corniche-amalfi-27" } });
  expect(accepted.body.code).toBe("link.unusable");
  const undone = await cast.seller.ask("POST", "/undo", { body: { token: edited.headers.get("escale-undo") } });
  expect(undone.body.code).toBe("undo.expired");
});

test.each(["Pacific/Auckland", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Kolkata", "Europe/Paris"])(
  "a departure stays on its day in the zone of %s, also in an export and a filter",
  async (timezone) => {
    const set = await cast.administrator.ask("PATCH", "/workspace", { body: { timezone } });
    expect(set.status, JSON.stringify(set.body)).toBe(200);
    for (const [at, departsOn] of [
      ["2027-03-27T23:30:00.000Z", "2027-03-28"],
      ["2027-10-31T00:30:00.000Z", "2027-10-31"],
      ["2028-02-29T11:00:00.000Z", "2028-02-29"],
    ] as const) {
      setClock(at);
      const name = `Jour ${timezone} ${departsOn}`;
      const { id } = await anOpportunity(cast.administrator, { name, departsOn });
      expect((await cast.administrator.ask("GET", `/opportunities/${id}`)).body.departsOn).toBe(departsOn);
      const file: string = (await cast.administrator.ask("GET", `/exports/opportunities?q=${encodeURIComponent(name)}`)).body;
      expect(file).toContain(departsOn);
    }
  },
);
