import { afterAll, beforeAll, expect, test } from "vitest";
import { anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";
import { openStream, type Stream } from "#tests/support/stream.ts";

let installation: Installation;
let cast: Cast;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
});
afterAll(() => installation.stop());

const listen = (user: TestUser): Promise<Stream> => openStream(installation, { authorization: `Bearer ${user.key}` });
const WAIT = { timeout: 5000, interval: 20 };

/** A change that everybody in the agency hears of: what came before it has come by then. */
async function heardBy(...streams: Stream[]): Promise<void> {
  const { body } = await cast.administrator.ask("POST", "/clients", { body: { name: "Tout le monde" } });
  for (const stream of streams) await expect.poll(() => stream.events().some((event) => event.id === body.id), WAIT).toBe(true);
}

const about = (stream: Stream, id: string): Loose[] => stream.events().filter((event) => event.id === id);

test("a change reaches those whose scope holds the record, with ids only, and nobody else", async () => {
  const streams = {
    seller: await listen(cast.seller),
    manager: await listen(cast.manager),
    reader: await listen(cast.reader),
    stranger: await listen(cast.stranger),
    administrator: await listen(cast.administrator),
    foreigner: await listen(cast.foreigner),
  };
  const { id } = await anOpportunity(cast.seller, { name: "Secret de Naples" });
  await cast.seller.ask("PATCH", `/opportunities/${id}`, { body: { name: "Secret de Rome" } });
  const { foreigner, ...ours } = streams;
  await heardBy(...Object.values(ours));
  for (const [who, count] of [
    ["seller", 2],
    ["manager", 2],
    ["reader", 2],
    ["administrator", 2],
    ["stranger", 0],
    ["foreigner", 0],
  ] as const)
    expect([who, about(streams[who], id).length]).toEqual([who, count]);
  expect(foreigner.events()).toEqual([]);
  const [created, edited] = about(streams.seller, id);
  expect(Object.keys(created).sort()).toEqual(["changeId", "id", "kind", "type", "version"]);
  expect([created.kind, edited.kind, edited.version]).toEqual(["opportunity.created", "opportunity.edited", 2]);
  expect(JSON.stringify(streams.seller.events())).not.toContain("Secret");
  for (const stream of Object.values(streams)) stream.close();
});

/** What was done is answered before it is heard of: waits until everything so far was. */
async function everythingIsHeard(): Promise<void> {
  const stream = await listen(cast.administrator);
  await heardBy(stream);
  stream.close();
}

test("giving a record away reaches those who had it and those who have it now", async () => {
  const { id } = await anOpportunity(cast.seller);
  await everythingIsHeard();
  const [before, after, none] = [
    await listen(cast.seller),
    await listen(cast.stranger),
    await listen(await aUser(installation, cast.workspaceId, { role: "seller" })),
  ];
  await cast.administrator.ask("PATCH", `/opportunities/${id}`, { body: { managerId: cast.stranger.id, teamId: null } });
  await cast.stranger.ask("PATCH", `/opportunities/${id}`, { body: { name: "À moi" } });
  await heardBy(before, after, none);
  expect([about(before, id).length, about(after, id).length, about(none, id).length]).toEqual([1, 2, 0]);
  for (const stream of [before, after, none]) stream.close();
});

test("a change of one's teams or rights ends the stream, so that it is opened with the new scope", async () => {
  const user = await aUser(installation, cast.workspaceId, { role: "manager", teamIds: [cast.team] });
  const stream = await listen(user);
  await cast.administrator.ask("PATCH", `/users/${user.id}`, { body: { teamIds: [] } });
  await expect.poll(() => stream.isOver(), { timeout: 1000, interval: 20 }).toBe(true);
  const again = await listen(user);
  const { id } = await anOpportunity(cast.seller);
  await heardBy(again);
  expect(about(again, id)).toEqual([]);
  await cast.administrator.ask("PATCH", `/users/${user.id}`, { body: { overrides: { clients: "none" } } });
  await expect.poll(() => again.isOver(), { timeout: 1000, interval: 20 }).toBe(true);
});

test("somebody else's new session or name ends nobody's stream", async () => {
  const stream = await listen(cast.seller);
  await cast.administrator.ask("PATCH", `/users/${cast.stranger.id}`, { body: { name: "Hugo Autrement" } });
  await heardBy(stream);
  expect(stream.isOver()).toBe(false);
  stream.close();
});

test("without the clients or contacts right nothing is heard of them", async () => {
  const blind = await aUser(installation, cast.workspaceId, { role: "manager", teamIds: [cast.team], overrides: { contacts: "none" } });
  const stream = await listen(blind);
  const { id } = (await cast.administrator.ask("POST", "/contacts", { body: { lastName: "Ferrand" } })).body;
  await heardBy(stream);
  expect(about(stream, id)).toEqual([]);
  stream.close();
});

test("a change of many records names none of them", async () => {
  const stream = await listen(cast.administrator);
  const made = await Promise.all(Array.from({ length: 22 }, () => anOpportunity(cast.administrator)));
  await cast.administrator.ask("POST", "/opportunities/bulk", { body: { ids: made.map(({ id }) => id), change: { priority: true } } });
  await expect.poll(() => stream.events().filter((event) => event.kind === "many").length, WAIT).toBe(1);
  stream.close();
});

test("what is refused or rolled back is heard by nobody", async () => {
  const { id } = await anOpportunity(cast.seller);
  await everythingIsHeard();
  const stream = await listen(cast.administrator);
  await cast.reader.ask("PATCH", `/opportunities/${id}`, { body: { name: "Non" } });
  await cast.seller.ask("PUT", `/opportunities/${id}/contacts`, { body: { contacts: [{ contactId: id }] } });
  await heardBy(stream);
  expect(about(stream, id)).toEqual([]);
  stream.close();
});
