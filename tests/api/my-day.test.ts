import { afterAll, beforeAll, expect, test } from "vitest";
import pg from "pg";
import { mentionOf } from "#domain/message/message.ts";
import { anActivity, inDays } from "#tests/support/activity.ts";
import {
  anAgency,
  anOpportunity,
  aTeam,
  aUser,
  startInstallation,
  type Installation,
  type Loose,
  type TestUser,
} from "#tests/support/agency.ts";

let installation: Installation;
let workspaceId: string;
let team: string;
let colleague: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  team = await aTeam(installation, workspaceId, "Groups");
  colleague = await aUser(installation, workspaceId, { role: "seller", teamIds: [team], name: "Paul Moreau" });
});
afterAll(() => installation.stop());

const aSeller = (facts: Parameters<typeof aUser>[2] = {}): Promise<TestUser> =>
  aUser(installation, workspaceId, { role: "seller", teamIds: [team], ...facts });
const COMPLETE = {
  departsOn: "2027-06-12",
  adults: 42,
  amount: "1000",
  destinations: [{ country: "IT", place: "Naples" }],
  contacts: [{ contact: { lastName: "Ferrand" } }],
};
/** Nothing to be said about it: complete, with a next activity and a close to come. */
async function aHealthy(user: TestUser, facts: Record<string, unknown> = {}): Promise<Loose> {
  const made = await anOpportunity(user, { ...COMPLETE, expectedCloseOn: inDays(30), ...facts });
  await anActivity(user, { opportunityId: made.id, dueOn: inDays(3) });
  return made;
}
/** Nobody waits for weeks in a test: the last touch is moved back. */
async function untouchedFor(days: number, id: string): Promise<void> {
  const owner = new pg.Client(installation.owner);
  await owner.connect();
  await owner.query("update opportunity set last_touch_at = $2 where id = $1", [id, `${inDays(-days)}T12:00:00Z`]);
  await owner.end();
}
const dayOf = async (user: TestUser): Promise<Loose> => (await user.ask("GET", "/my-day")).body;
const counts = ({ toWatch }: Loose): unknown[] => [toWatch.total, ...toWatch.reasons.map((one: Loose) => one.total)];
const told = ({ toWatch }: Loose): [string, string][] => toWatch.data.map((one: Loose) => [one.reason, one.name]);

test("each of one's open opportunities stands once, under its first reason; each reason is counted and lists what it counts", async () => {
  const user = await aSeller();
  expect(await dayOf(user)).toMatchObject({ toWatch: { total: 0, data: [] }, mentions: [] });
  await aHealthy(user, { name: "Sans souci" });
  const stale = await aHealthy(user, { name: "Sans suite", expectedCloseOn: inDays(-3) });
  await untouchedFor(60, stale.id);
  await aHealthy(user, { name: "Clôture dépassée", expectedCloseOn: inDays(-15) });
  await anOpportunity(user, { ...COMPLETE, name: "Rien de prévu" });
  await aHealthy(user, { name: "Incomplète", destinations: [], departsOn: null });
  const lost = await anOpportunity(user, { name: "Gagnée" });
  await user.ask("POST", `/opportunities/${lost.id}/win`, { body: {} });
  const gone = await anOpportunity(user, { name: "Supprimée" });
  const administrator = await aUser(installation, workspaceId);
  expect((await administrator.ask("DELETE", `/opportunities/${gone.id}`)).status).toBe(204);
  const day = await dayOf(user);
  expect(told(day)).toEqual([
    ["stale", "Sans suite"],
    ["overdue", "Clôture dépassée"],
    ["idle", "Rien de prévu"],
    ["incomplete", "Incomplète"],
  ]);
  expect(counts(day)).toEqual([4, 1, 2, 1, 1, 0]);
  expect(day.toWatch.data[0]).toMatchObject({
    id: stale.id,
    client: { name: "Comité Lumière" },
    stale: { days: 60 },
    lastTouchOn: inDays(-60),
  });
  expect(day.toWatch.data[3].missing).toEqual(["destination", "departure"]);
  for (const { total, filter } of day.toWatch.reasons as { total: number; filter: Record<string, string> }[]) {
    const list = await user.ask("GET", `/opportunities?${new URLSearchParams({ ...filter, count: "exact" }).toString()}`);
    expect([filter, list.body.total]).toEqual([filter, total]);
  }
});

test("five are shown, the longest without a touch first; waiting until a day takes one off the list", async () => {
  const user = await aSeller();
  const made: Loose[] = [];
  for (let index = 0; index < 6; index += 1) {
    const one = await aHealthy(user, { name: `Numéro ${index}` });
    await untouchedFor(40 + index, one.id);
    made.push(one);
  }
  const day = await dayOf(user);
  expect([counts(day), told(day).map(([, name]) => name)]).toEqual([[6, 6, 0, 0, 0, 0], [5, 4, 3, 2, 1].map((index) => `Numéro ${index}`)]);
  await user.ask("POST", `/opportunities/${made[5].id}/wait`, { body: { until: inDays(10), reason: "Le comité vote" } });
  expect(told(await dayOf(user))[0]?.[1]).toBe("Numéro 4");
});

test("it is one's own day: not a colleague's, not another agency's; a part without the right is absent", async () => {
  const user = await aSeller();
  await anOpportunity(user, { name: "À moi" });
  await anOpportunity(colleague, { name: "À Paul" });
  const elsewhere = await aUser(installation, await anAgency(installation));
  await anOpportunity(elsewhere, { name: "Ailleurs" });
  expect(told(await dayOf(user))).toEqual([["idle", "À moi"]]);
  expect(told(await dayOf(elsewhere))).toEqual([["idle", "Ailleurs"]]);
  const noActivities = await aSeller({ overrides: { activities: "none" } });
  await anOpportunity(noActivities, { name: "Sans activités" });
  const partial = await dayOf(noActivities);
  expect(partial.mentions).toBeNull();
  expect([partial.toWatch.reasons.map((one: Loose) => one.reason), told(partial)]).toEqual([
    ["stale", "overdue", "incomplete", "missingImportant"],
    [["incomplete", "Sans activités"]],
  ]);
  const noOpportunities = await aSeller({ overrides: { opportunities: "none" } });
  expect(await dayOf(noOpportunities)).toEqual({ toWatch: null, mentions: [] });
  expect((await user.ask("GET", "/my-day", { headers: { authorization: "Bearer esc_wrong" } })).status).toBe(401);
});

test("the last three mentions by others are told with their record, as they read, while they may be seen", async () => {
  const user = await aSeller({ role: "manager", name: "Claire Lambert" });
  const { id } = await anOpportunity(colleague, { name: "Grand tour de Sicile" });
  const client = (await colleague.ask("POST", "/clients", { body: { name: "Chœur du Vercors" } })).body;
  const say = async (from: TestUser, path: string, text: string): Promise<Loose> => {
    const { status, body } = await from.ask("POST", `${path}/messages`, { body: { body: text } });
    expect(status).toBe(201);
    return body;
  };
  const me = mentionOf({ id: user.id, name: "Claire Lambert" });
  await say(colleague, `/opportunities/${id}`, `${me} un`);
  await say(user, `/opportunities/${id}`, `${me} note à moi-même`);
  await say(colleague, `/opportunities/${id}`, "sans mention");
  const gone = await say(colleague, `/opportunities/${id}`, `${me} supprimé`);
  await say(colleague, `/clients/${client.id}`, `${me} deux`);
  await say(colleague, `/opportunities/${id}`, `${me} trois`);
  const last = await say(colleague, `/opportunities/${id}`, `${me} tu peux me passer\nle **contact** ?`);
  expect((await colleague.ask("DELETE", `/messages/${gone.id}`)).status).toBe(204);
  const { mentions } = await dayOf(user);
  expect(mentions.map((one: Loose) => one.text)).toEqual([
    "@Claire Lambert tu peux me passer le contact ?",
    "@Claire Lambert trois",
    "@Claire Lambert deux",
  ]);
  expect(mentions[0]).toMatchObject({
    author: { id: colleague.id, name: "Paul Moreau" },
    at: last.createdAt,
    record: { type: "opportunity", id, name: "Grand tour de Sicile" },
  });
  expect(mentions[2].record).toEqual({ type: "client", id: client.id, name: "Chœur du Vercors" });
  expect((await dayOf(colleague)).mentions).toEqual([]);
  const hidden = await aUser(installation, workspaceId);
  await hidden.ask("PATCH", `/users/${user.id}`, { body: { overrides: { opportunities: "none" } } });
  await expect.poll(async () => (await dayOf(user)).mentions.map((one: Loose) => one.text)).toEqual(["@Claire Lambert deux"]);
});
