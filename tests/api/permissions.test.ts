import { afterAll, beforeAll, expect, test } from "vitest";
import { API, type EndpointName } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { startInstallation, type Ask, type Installation } from "#tests/support/agency.ts";
import { ASKED_ELSEWHERE, RULES, type Call, type Sending } from "#tests/support/calls.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";
import { everythingBut } from "#tests/support/everything.ts";
import { EVERY_CALL } from "#tests/support/every-call.ts";

let installation: Installation;
let cast: Cast;
let fingerprint: () => Promise<string>;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  fingerprint = await everythingBut(installation, "denial");
});
afterAll(() => installation.stop());

const WAIT = { timeout: 10_000 };
const endpoints = API as Readonly<Record<EndpointName, Endpoint>>;
const called = Object.entries(EVERY_CALL) as [EndpointName, Call][];

/** What each one is answered; an outcome of "yes" is one of the endpoint's own statuses. */
function standings({ rule, ofRecord, foreigner }: Call): [string, Ask, "yes" | 400 | 401 | 403 | 404][] {
  const decided = RULES[rule];
  return [
    ["anonymous", cast.anonymous, 401],
    ["disabled", cast.disabled.ask, 401],
    ["expired", cast.expired, 401],
    ["foreigner", cast.foreigner.ask, foreigner ?? (ofRecord ? 404 : "yes")],
    ["reader", cast.reader.ask, decided.reader],
    ["stranger", cast.stranger.ask, decided.stranger],
    ["readOnlyKey", cast.readOnlyKey, decided.readOnlyKey],
    ["manager", cast.manager.ask, decided.manager],
    ["seller", cast.seller.ask, decided.seller],
    ["administrator", cast.administrator.ask, decided.administrator],
  ];
}

const send = async (name: EndpointName, ask: Ask, { path, ...sent }: Sending): Promise<number> =>
  (await ask(endpoints[name].method, path, sent)).status;

test.each(called)("%s: each one is answered as decided, and who is refused changes nothing", async (name, call) => {
  const all = standings(call);
  const [refused, granted] = [all.filter(([, , outcome]) => outcome !== "yes"), all.filter(([, , outcome]) => outcome === "yes")];
  const stage = { cast, installation };
  const asked = await call.make(stage);
  const before = await fingerprint();
  const answers: Record<string, number> = {};
  for (const [who, ask] of refused) answers[who] = await send(name, ask, asked);
  expect(answers).toEqual(Object.fromEntries(refused.map(([who, , outcome]) => [who, outcome])));
  expect(await fingerprint()).toBe(before);
  for (const [who, ask] of granted) {
    const status = await send(name, ask, endpoints[name].access === "read" ? asked : await call.make(stage));
    expect([endpoints[name].status ?? 200, endpoints[name].alsoAnswers], who).toContain(status);
  }
});

test("every endpoint that asks who one is has its call and the rule of who may", () => {
  const undecided = (Object.keys(endpoints) as EndpointName[]).filter(
    (name) => !(name in EVERY_CALL) && endpoints[name].session !== "none",
  );
  expect(undecided.toSorted()).toEqual(ASKED_ELSEWHERE.toSorted());
});

test.each(ASKED_ELSEWHERE)("%s is refused to those without a session, and to a key that only reads", async (name) => {
  const { method, path } = endpoints[name];
  const address = path.replace(/\{(\w+)\}/g, "018f0000-0000-7000-8000-000000000000");
  const ask = async (by: Ask): Promise<number> => (await by(method, address, { body: {} })).status;
  expect([await ask(cast.anonymous), await ask(cast.disabled.ask), await ask(cast.expired)]).toEqual([401, 401, 401]);
  expect(await ask(cast.readOnlyKey)).toBe(403);
});

test("each 403 to a known person has its row in the record of denials: who, what, on which record", async () => {
  // Sixty a minute are kept: those of this test are asked by people of their own.
  const cast = await aCast(installation);
  const { id } = (await cast.seller.ask("POST", "/opportunities", { body: { name: "Rome", client: { name: "Comité" } } })).body;
  const denials = (actor: string) =>
    installation.application.database.within(cast.workspaceId, (db) =>
      db.selectFrom("denial").select(["endpoint", "target"]).where("actor_id", "=", actor).execute(),
    );
  await cast.reader.ask("DELETE", `/opportunities/${id}`);
  await cast.readOnlyKey("DELETE", `/opportunities/${id}`);
  await expect.poll(() => denials(cast.reader.id), WAIT).toContainEqual({ endpoint: "deleteOpportunity", target: id });
  await expect.poll(() => denials(cast.administrator.id), WAIT).toContainEqual({ endpoint: "deleteOpportunity", target: id });
});
