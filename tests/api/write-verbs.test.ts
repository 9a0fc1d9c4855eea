import { afterAll, beforeAll, expect, test } from "vitest";
import { API, type EndpointName } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { startInstallation, type Ask, type Installation, type Loose } from "#tests/support/agency.ts";
import { RULES, type Call, type Rule } from "#tests/support/calls.ts";
import { aCast, aSession, PASSWORD, signIn, type Cast } from "#tests/support/cast.ts";
import { EVERY_CALL } from "#tests/support/every-call.ts";

// Of every verb that writes: it works, it refuses the reader, it refuses a stale version, the timeline says so. What a new
// one does otherwise has its line, with the reason, in one of the lists here, or fails.

let installation: Installation;
let cast: Cast;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
});
afterAll(() => installation.stop());

const endpoints = API as Readonly<Record<EndpointName, Endpoint>>;
const writes = (Object.entries(EVERY_CALL) as [EndpointName, Call][]).filter(([name]) => endpoints[name].access === "write");

/** Everyone has these, a reader too: they are one's own. */
const READERS_TOO: readonly Rule[] = ["everyone for themselves"];

/** Verbs on a record that take no version: why nobody's text is lost. */
const UNVERSIONED: Partial<Record<EndpointName, string>> = {
  endUserSessions: "ends what is there; there is no text",
  withdrawInvitation: "an invitation is never changed",
  createStage: "adds, and changes nothing that is there",
  restoreClient: "the one before is a deleted record",
  restoreContact: "the one before is a deleted record",
  restoreOpportunity: "the one before is a deleted record",
  setClientContacts: "the list as a whole, told with what it was; undone, it is as it was",
  setOpportunityContacts: "the list as a whole, told with what it was; undone, it is as it was",
  setPartners: "the list as a whole, told with what it was; undone, it is as it was",
  setRivals: "the list as a whole, told with what it was; undone, it is as it was",
  moveOpportunity: "refused when it stands elsewhere than where it was taken from (fromStageId)",
  waitOpportunity: "says until when, whatever it was",
  refreshOpportunityRate: "takes the rate of today, whatever it was",
  finishActivity: "refused when it is done already",
  reopenActivity: "refused when it is not done",
  writeOpportunityMessage: "adds, and changes nothing that is there",
  addStepPicture: "adds, and changes nothing that is there",
  restoreStep: "brings back what was deleted",
  restoreTripTemplate: "brings back what was deleted",
  addDocument: "adds, and changes nothing that is there",
  restoreDocument: "brings back what was deleted",
  writeClientMessage: "adds, and changes nothing that is there",
  writeContactMessage: "adds, and changes nothing that is there",
  pinMessage: "says what it shall be, whatever it was",
  unpinMessage: "says what it shall be, whatever it was",
  cancelJob: "refused when it is over",
  readNotification: "one's own mark of reading; there is no text",
  chooseView: "one's own choice: says what it shall be",
  mergeTag: "the tag goes, and what had it has the other; told and undone as a whole",
  addProductLines: "adds, and changes nothing that is there",
  editProductLine: "one cell of a grid: the last one typed stands, the one before is told and can be undone",
  removeProductLine: "the line is told as a whole and can be undone",
  restoreQuote: "the one before is a deleted record",
  addQuoteVersion: "adds, and changes nothing that is there",
  editQuoteVersion: "every edit says what was there: other fields merge, the same one is refused with what stands there",
  refreshQuoteRates: "takes the rates of today, whatever they were",
  unacceptQuote: "refused when it is not the accepted one",
  declineQuote: "refused when it was not sent",
  unchooseQuote: "refused when it is not the chosen one",
  followChosenQuote: "says what the amount follows; the one before is told and can be undone",
  mapImport: "a draft of one person",
  runImport: "refused when it ran already",
  cancelImport: "refused when it ran already",
  revertImport: "refused when it was taken back already",
};

/** Verbs that tell nothing: why. */
const UNTOLD: Partial<Record<EndpointName, string>> = {
  mapImport: "a draft of one person: the import is told when it was prepared and when it is done",
  cancelImport: "a draft of one person, which leaves nothing",
  readNotification: "one's own mark of reading: nothing of the agency changes",
  readNotifications: "one's own mark of reading: nothing of the agency changes",
};

test.each(writes)("%s refuses the reader", (_name, { rule }) => {
  if (READERS_TOO.includes(rule)) expect(RULES[rule].reader).toBe("yes");
  else expect([403, 404]).toContain(RULES[rule].reader);
});

test("a verb on a record takes its version, or its reason is written down", () => {
  const unversioned = writes.flatMap(([name]) => (endpoints[name].path.includes("{id}") && !endpoints[name].versioned ? [name] : []));
  expect(unversioned.toSorted()).toEqual(Object.keys(UNVERSIONED).toSorted());
});

type Told = { readonly id: string; readonly changeId: string; readonly kind: string; readonly record: Loose; readonly actor: Loose };
const WAIT = { timeout: 20_000, interval: 50 };

const toldBy = async (actorId: string): Promise<Told[]> =>
  (await cast.administrator.ask("GET", `/facts?actorId=${actorId}&limit=200`)).body.data;

/** The record's own timeline, where it has one. */
async function expectInTimeline(fact: Told): Promise<void> {
  const own = { opportunity: "opportunities", client: "clients", contact: "contacts" }[fact.record.type as string];
  if (!own) return;
  const { status, body } = await cast.administrator.ask("GET", `/${own}/${fact.record.id}/timeline?limit=200`);
  expect(status).toBe(200);
  expect((body.data as Told[]).map(({ id }) => id)).toContain(fact.id);
}

/** The facts a person's act adds: who, which record, and told where one looks for it. */
async function expectTold(actorId: string, act: () => Promise<{ status: number; headers: Headers; body: Loose }>): Promise<Told[]> {
  const before = new Set((await toldBy(actorId)).map(({ id }) => id));
  const answer = await act();
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  let added: Told[] = [];
  await expect.poll(async () => (added = (await toldBy(actorId)).filter(({ id }) => !before.has(id))).length, WAIT).toBeGreaterThan(0);
  const token = answer.headers.get("escale-undo");
  if (token) expect(added.map(({ changeId }) => changeId)).toContain(token);
  for (const fact of added) {
    expect(fact).toMatchObject({ actor: { id: actorId }, record: { id: expect.any(String), type: expect.any(String) } });
    await expectInTimeline(fact);
  }
  return added;
}

test.each(writes.filter(([name]) => !(name in UNTOLD)))("%s works, and the timeline says who did what", async (name, call) => {
  const decided = RULES[call.rule];
  const who = decided.administrator === "yes" ? cast.administrator : cast.seller;
  const { path, ...sent } = await call.make({ cast, installation });
  await expectTold(who.id, () => who.ask(endpoints[name].method, path, sent));
});

test.each(writes.filter(([name]) => name in UNTOLD))("%s works, and tells nothing", async (name, call) => {
  const { path, ...sent } = await call.make({ cast, installation });
  const before = await toldBy(cast.seller.id);
  expect((await cast.seller.ask(endpoints[name].method, path, sent)).status).toBeLessThan(300);
  expect(await toldBy(cast.seller.id)).toEqual(before);
});

test("signing in and out, a new password, ending a session, revoking a key: each is told", async () => {
  const session = await aSession(installation, cast.workspaceId);
  const kinds = async (act: () => ReturnType<Ask>): Promise<string[]> => (await expectTold(session.userId, act)).map(({ kind }) => kind);
  const other = await signIn(installation, session.email);
  const byMail = { body: { email: session.email, password: PASSWORD } };
  expect(await kinds(() => cast.anonymous("POST", "/sessions", byMail))).toEqual(["user.signedIn"]);
  expect(await kinds(() => other.ask("DELETE", "/sessions"))).toEqual(["user.signedOut"]);
  const ended = (await session.ask("GET", "/sessions")).body.data.find((one: Loose) => !one.current);
  expect(await kinds(() => session.ask("DELETE", `/sessions/${ended.id}`))).toEqual(["user.sessionsEnded"]);
  const { id } = (await session.ask("POST", "/api-keys", { body: { name: "k" } })).body;
  expect(await kinds(() => session.ask("DELETE", `/api-keys/${id}`))).toEqual(["key.revoked"]);
  const body = { current: PASSWORD, password: "funiculaire-bergame-31" };
  expect(await kinds(() => session.ask("PUT", "/me/password", { body }))).toEqual(["user.passwordChanged"]);
});
