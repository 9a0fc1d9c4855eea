import { afterAll, beforeAll, expect, test } from "vitest";
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
let administrator: TestUser;
let manager: TestUser;
let seller: TestUser;
let reader: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  team = await aTeam(installation, workspaceId, "Groupes");
  const other = await aTeam(installation, workspaceId, "Scolaires");
  administrator = await aUser(installation, workspaceId);
  manager = await aUser(installation, workspaceId, { role: "manager", teamIds: [team] });
  seller = await aUser(installation, workspaceId, { role: "seller", teamIds: [team] });
  reader = await aUser(installation, workspaceId, { role: "reader", teamIds: [team] });
  stranger = await aUser(installation, workspaceId, { role: "seller", teamIds: [other] });
  for (const user of [manager, seller, stranger]) await anOpportunity(user, { priority: true });
});
afterAll(() => installation.stop());

const MINE = { field: "managerId", op: "is", value: "me" };
const aView = async (user: TestUser, facts: Record<string, unknown> = {}): Promise<Loose> => {
  const answer = await user.ask("POST", "/views", { body: { name: "Printemps", filter: MINE, ...facts } });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return { ...answer.body, undo: answer.headers.get("escale-undo") };
};
const seenBy = async (user: TestUser, resource = "opportunities"): Promise<Loose[]> =>
  (await user.ask("GET", `/views?resource=${resource}`)).body.data;
const namesSeenBy = async (user: TestUser): Promise<string[]> =>
  (await seenBy(user)).filter(({ builtIn }) => !builtIn).map(({ name }) => name);

test("those of the product come first, in the reader's language, and ask for what there is", async () => {
  const views = await seenBy(seller);
  expect(views.slice(0, 7).map(({ id }) => id)).toEqual(["all", "priorities", "departures", "idle", "stale", "overdue", "incomplete"]);
  expect(views[1]).toMatchObject({ name: "My priorities", builtIn: true, pinned: true, can: { edit: false, use: true } });
  for (const { filter, sort } of views) {
    const answer = await seller.ask("POST", "/opportunities/search", { body: { filter, ...(sort ? { sort } : {}) } });
    expect(answer.status).toBe(200);
  }
});

test("a view is saved as it was sent, changed by its version, told and taken back", async () => {
  const made = await aView(seller, { shape: "board", sort: "nextActivity", columns: ["name", "amount"] });
  expect(made).toMatchObject({
    shape: "board",
    sort: "nextActivity",
    columns: ["name", "amount"],
    filter: MINE,
    visibility: "mine",
    version: 1,
  });
  const path = `/views/${made.id}`;
  const edited = await seller.ask("PATCH", path, { body: { name: "Été" }, headers: { "if-match": '"1"' } });
  expect(edited.body).toMatchObject({ name: "Été", version: 2, filter: MINE });
  const stale = await seller.ask("PATCH", path, { body: { name: "Hiver" }, headers: { "if-match": '"1"' } });
  expect(stale.status).toBe(412);
  expect(stale.body.current).toMatchObject({ name: "Été" });
  await seller.ask("POST", "/undo", { body: { token: edited.headers.get("escale-undo") } });
  expect((await seenBy(seller)).find(({ id }) => id === made.id)).toMatchObject({ name: "Printemps" });
  const deleted = await seller.ask("DELETE", path);
  expect(deleted.status).toBe(204);
  expect(await namesSeenBy(seller)).toEqual([]);
  expect((await stranger.ask("POST", "/undo", { body: { token: deleted.headers.get("escale-undo") } })).status).not.toBe(200);
  await seller.ask("POST", "/undo", { body: { token: deleted.headers.get("escale-undo") } });
  expect(await namesSeenBy(seller)).toEqual(["Printemps"]);
  const told = (await administrator.ask("GET", "/facts")).body.data.filter(({ record }: Loose) => record.id === made.id);
  expect(told.map(({ kind }: Loose) => kind).toReversed()).toEqual([
    "view.created",
    "view.edited",
    "view.edited",
    "view.deleted",
    "view.edited",
  ]);
  await seller.ask("DELETE", path);
});

test("a seller keeps views, a manager shares with the team or everyone; who is not in the team does not see it", async () => {
  expect((await seller.ask("POST", "/views", { body: { name: "x", filter: MINE, visibility: "everyone" } })).status).toBe(403);
  expect((await seller.ask("POST", "/views", { body: { name: "x", filter: MINE, visibility: "team", teamId: team } })).status).toBe(403);
  const own = await aView(seller, { name: "À moi" });
  const ofTeam = await aView(manager, { name: "De l'équipe", visibility: "team", teamId: team });
  const ofAll = await aView(manager, { name: "De tous", visibility: "everyone" });
  expect(await namesSeenBy(seller)).toEqual(["À moi", "De l'équipe", "De tous"]);
  expect(await namesSeenBy(stranger)).toEqual(["De tous"]);
  expect(await namesSeenBy(administrator)).toEqual(["De l'équipe", "De tous"]);
  expect((await seller.ask("PATCH", `/views/${ofAll.id}`, { body: { name: "Volée" } })).status).toBe(403);
  expect((await stranger.ask("PATCH", `/views/${ofTeam.id}`, { body: { name: "Volée" } })).status).toBe(404);
  expect((await administrator.ask("PATCH", `/views/${ofTeam.id}`, { body: { name: "De l'équipe groupes" } })).status).toBe(200);
  expect((await seller.ask("PATCH", `/views/${own.id}`, { body: { visibility: "everyone" } })).status).toBe(403);
  expect((await manager.ask("POST", "/views", { body: { name: "x", filter: MINE, visibility: "team" } })).status).toBe(403);
  for (const { id } of [own, ofTeam, ofAll]) await administrator.ask("DELETE", `/views/${id}`);
  await seller.ask("DELETE", `/views/${own.id}`);
});

test("a shared view shows each one what they may see: the same filter, their own rows", async () => {
  const { id, filter } = await aView(manager, { visibility: "everyone", filter: { field: "priority", op: "is", value: true } });
  const found = async (user: TestUser): Promise<number> =>
    (await user.ask("POST", "/opportunities/search", { body: { filter, count: "exact" } })).body.total;
  expect([await found(administrator), await found(manager), await found(seller), await found(stranger)]).toEqual([3, 2, 1, 1]);
  await manager.ask("DELETE", `/views/${id}`);
});

test("a view on costs is told to whoever may not see them, and not opened", async () => {
  const { id } = await aView(manager, { visibility: "everyone", filter: { field: "margin", op: "gte", value: "1" } });
  expect((await seenBy(reader)).find((view) => view.id === id).can.use).toBe(false);
  await reader.ask("PUT", `/views/${id}/choice`, { body: { pinned: true } });
  expect((await reader.ask("GET", "/views/counts")).body.data.map((one: Loose) => one.id)).not.toContain(id);
  expect((await reader.ask("POST", "/views", { body: { name: "x", filter: { field: "margin", op: "gte", value: "1" } } })).status).toBe(
    403,
  );
  await manager.ask("DELETE", `/views/${id}`);
});

test("one view opens first, several are pinned, for oneself alone; counts are of what the list shows", async () => {
  const { id } = await aView(seller);
  expect((await seller.ask("PUT", "/views/stale/choice", { body: { isDefault: true } })).body.isDefault).toBe(true);
  expect((await seller.ask("PUT", `/views/${id}/choice`, { body: { isDefault: true, pinned: true } })).body).toMatchObject({
    isDefault: true,
    pinned: true,
  });
  await seller.ask("PUT", "/views/idle/choice", { body: { pinned: false } });
  const chosen = (await seenBy(seller)).filter((view) => view.isDefault || view.pinned);
  expect(chosen.map((view) => view.id)).toEqual(["priorities", id]);
  expect((await seenBy(manager)).filter((view) => view.isDefault)).toEqual([]);
  const { data } = (await seller.ask("GET", "/views/counts?resource=opportunities")).body;
  const counts = Object.fromEntries(data.map((one: Loose) => [one.id, one.count]));
  expect(counts).toMatchObject({ priorities: 1, idle: 1, [id]: 1 });
  for (const view of await seenBy(seller)) {
    if (counts[view.id] === undefined) continue;
    const { body } = await seller.ask("POST", "/opportunities/search", { body: { filter: view.filter, count: "exact" } });
    expect(body.total).toBe(counts[view.id]);
  }
  expect((await seller.ask("PUT", "/views/unknown/choice", { body: { pinned: true } })).status).toBe(404);
  expect((await stranger.ask("PUT", `/views/${id}/choice`, { body: { pinned: true } })).status).toBe(404);
});

test("what the list would refuse is refused when it is saved", async () => {
  const refused = async (facts: Record<string, unknown>): Promise<string> => {
    const { status, body } = await manager.ask("POST", "/views", { body: { name: "x", filter: MINE, ...facts } });
    expect(status).toBe(400);
    return body.errors[0].pointer;
  };
  expect(await refused({ filter: { field: "nom", op: "is", value: "x" } })).toBe("/filter/field");
  expect(await refused({ sort: "nom" })).toBe("/sort");
  expect(await refused({ sort: "nextActivity" })).toBe("/sort");
  expect(await refused({ shape: "map" })).toBe("/shape");
});

test("clients and contacts have views of their own, by their own fields and orders, never on a board", async () => {
  const of = (resource: string, facts: Record<string, unknown> = {}) =>
    seller.ask("POST", "/views", { body: { resource, name: "Lyon", filter: { field: "city", op: "is", value: "Lyon" }, ...facts } });
  const made = (await of("clients", { sort: "-lastTouchAt", columns: ["city"] })).body;
  expect(made).toMatchObject({ resource: "clients", shape: "list", sort: "-lastTouchAt", columns: ["city"] });
  const { id } = (await of("contacts", { sort: "lastName" })).body;
  expect((await seenBy(seller, "clients")).map((view) => view.id)).toEqual([
    "allClients",
    "ownClients",
    "prospects",
    "newClients",
    made.id,
  ]);
  expect((await seenBy(seller, "contacts")).map((view) => view.id)).toEqual(["allContacts", "newContacts", "subscribers", id]);
  expect((await seenBy(seller)).map((view) => view.id)).not.toContain(id);
  for (const resource of ["clients", "contacts"])
    for (const { filter, sort } of await seenBy(seller, resource)) {
      const asked = new URLSearchParams({ filter: JSON.stringify(filter), ...(sort ? { sort } : {}) });
      expect((await seller.ask("GET", `/${resource}?${String(asked)}`)).status).toBe(200);
    }
  for (const [facts, pointer] of [
    [{ shape: "board" }, "/shape"],
    [{ sort: "amount" }, "/sort"],
    [{ filter: { field: "amount", op: "gte", value: "1" } }, "/filter/field"],
  ] as const)
    expect((await of("clients", facts)).body.errors[0].pointer).toBe(pointer);
  for (const view of [made.id, id]) await seller.ask("DELETE", `/views/${view}`);
});

test("one answer tells the views of every list one may read, with their counts", async () => {
  const office = await aUser(installation, workspaceId, {
    role: "reader",
    teamIds: [team],
    overrides: { contacts: "none", opportunities: "none" },
  });
  const all: Loose[] = (await office.ask("GET", "/views")).body.data;
  expect(new Set(all.map(({ resource }) => resource))).toEqual(new Set(["clients"]));
  expect(all.map((view) => view.id)).not.toContain("prospects");
  expect((await office.ask("GET", "/views?resource=contacts")).status).toBe(403);
  expect((await office.ask("PUT", "/views/subscribers/choice", { body: { pinned: true } })).status).toBe(404);
  expect((await office.ask("GET", "/clients?withoutOpportunity=true")).status).toBe(403);
  await manager.ask("POST", "/clients", { body: { name: "Amis du Japon" } });
  await seller.ask("PUT", "/views/allClients/choice", { body: { pinned: true } });
  const counts = new Map((await seller.ask("GET", "/views/counts")).body.data.map((one: Loose) => [one.id, one.count]));
  const listed = async (filter: unknown): Promise<number> =>
    (await seller.ask("GET", `/clients?count=exact&filter=${encodeURIComponent(JSON.stringify(filter))}`)).body.total;
  expect(counts.get("allClients")).toBe(await listed({ all: [] }));
  expect(counts.get("prospects")).toBe(
    (await seller.ask("GET", "/clients?count=exact&status=prospect&withoutOpportunity=true")).body.total,
  );
  expect(counts.has("priorities")).toBe(true);
  await seller.ask("PUT", "/views/allClients/choice", { body: { pinned: false } });
});
