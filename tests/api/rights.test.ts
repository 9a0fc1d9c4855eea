import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import {
  anAgency,
  anOpportunity,
  asker,
  aTeam,
  aUser,
  startInstallation,
  type Installation,
  type TestUser,
} from "#tests/support/agency.ts";

let installation: Installation;
let here: { administrator: TestUser; manager: TestUser; seller: TestUser; other: TestUser; blind: TestUser };
let there: TestUser;
const MARK = "Zanzibarmarque";

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  const [groups, schools] = [await aTeam(installation, workspaceId, "Groups"), await aTeam(installation, workspaceId, "Schools")];
  here = {
    administrator: await aUser(installation, workspaceId),
    manager: await aUser(installation, workspaceId, { role: "manager", teamIds: [groups] }),
    seller: await aUser(installation, workspaceId, { role: "seller", teamIds: [groups] }),
    other: await aUser(installation, workspaceId, { role: "seller", teamIds: [schools] }),
    blind: await aUser(installation, workspaceId, { role: "manager", teamIds: [groups], overrides: { contacts: "none", costs: false } }),
  };
  there = await aUser(installation, await anAgency(installation, { name: "Concurrente" }));
  await anOpportunity(there, {
    name: `${MARK} opportunité`,
    client: { name: `${MARK} client` },
    contacts: [{ contact: { lastName: `${MARK} contact` } }],
  });
});
afterAll(() => installation.stop());

test("a seller sees own opportunities, the manager those of the team, nobody those of another agency", async () => {
  const mine = await anOpportunity(here.seller, { amount: "100" });
  const theirs = await anOpportunity(here.other, { amount: "200" });
  const sees = async (user: TestUser) => (await user.ask("GET", "/opportunities?limit=200")).body.data.map((row: { id: string }) => row.id);
  expect(await sees(here.seller)).toContain(mine.id);
  expect(await sees(here.seller)).not.toContain(theirs.id);
  expect(await sees(here.manager)).toContain(mine.id);
  expect(await sees(here.manager)).not.toContain(theirs.id);
  expect(await sees(here.administrator)).toEqual(expect.arrayContaining([mine.id, theirs.id]));
  expect((await here.seller.ask("GET", `/opportunities/${theirs.id}`)).status).toBe(404);
  expect((await here.seller.ask("PATCH", `/opportunities/${theirs.id}`, { body: { name: "x" } })).status).toBe(404);
  expect((await here.seller.ask("GET", `/opportunities/${theirs.id}/timeline`)).status).toBe(404);
  expect(
    (await here.seller.ask("POST", "/opportunities/bulk", { body: { ids: [theirs.id], change: { priority: true } } })).body,
  ).toMatchObject({ changed: 0 });
  const totals = (await here.seller.ask("GET", "/opportunities?totals=true&limit=1")).body.totals;
  expect(totals.count).toBe((await sees(here.seller)).length);
});

test("giving a record beyond one's scope is allowed, and it then disappears", async () => {
  const mine = await anOpportunity(here.seller);
  const given = await here.seller.ask("PATCH", `/opportunities/${mine.id}`, { body: { managerId: here.other.id } });
  expect(given.status).toBe(200);
  expect((await here.seller.ask("GET", `/opportunities/${mine.id}`)).status).toBe(404);
  expect((await here.other.ask("GET", `/opportunities/${mine.id}`)).status).toBe(200);
});

test("nothing of another agency is ever seen: lists, search, paths, duplicates", async () => {
  const theirs = (await there.ask("GET", `/opportunities?q=${MARK}`)).body.data[0];
  expect(theirs.name).toContain(MARK);
  const paths = [
    `/opportunities?q=${MARK}`,
    `/clients?q=${MARK}`,
    `/contacts?q=${MARK}`,
    `/search?q=${MARK}`,
    `/clients/duplicates?name=${MARK}%20client`,
    `/opportunities/${theirs.id}`,
    `/clients/${theirs.client.id}`,
    `/contacts/${theirs.contacts[0].id}`,
    `/opportunities?clientId=${theirs.client.id}`,
    "/facts",
    "/users",
    "/opportunities/board",
  ];
  for (const path of paths) expect(JSON.stringify((await here.administrator.ask("GET", path)).body), path).not.toContain(MARK);
  const pointed = await here.administrator.ask("POST", "/opportunities", { body: { name: "x", clientId: theirs.client.id } });
  expect(pointed.status).toBe(400);
});

test("without the contacts right names of persons are nowhere, and the API answers null, 403 and 404", async () => {
  const made = await anOpportunity(here.seller, { contacts: [{ contact: { lastName: "Secretissime" } }] });
  const contactId = made.contacts[0].id;
  const shown = (await here.blind.ask("GET", `/opportunities/${made.id}`)).body;
  expect(shown.contacts).toBeNull();
  expect([shown.estimatedMargin, shown.marginPercent, shown.marginSource]).toEqual([null, null, null]);
  expect((await here.blind.ask("GET", "/contacts")).status).toBe(403);
  expect((await here.blind.ask("GET", `/contacts/${contactId}`)).status).toBe(404);
  expect((await here.blind.ask("GET", "/opportunities?q=secretissime")).body.data).toEqual([]);
  expect(JSON.stringify((await here.blind.ask("GET", `/opportunities/${made.id}/timeline`)).body)).not.toContain("Secretissime");
  expect((await here.blind.ask("GET", "/opportunities?totals=true")).body.totals.margin).toBeNull();
});

test("the search function returns what the row policies would", async () => {
  await anOpportunity(here.other, { name: "Introuvable pour les autres" });
  for (const user of [here.seller, here.manager, here.other, here.administrator]) {
    const found = (await user.ask("GET", "/opportunities?q=introuvable")).body.data.length;
    const listed = (await user.ask("GET", "/opportunities?limit=200")).body.data.filter((row: { name: string }) =>
      row.name.startsWith("Introuvable"),
    ).length;
    expect(found).toBe(listed);
    const everywhere = (await user.ask("GET", "/search?q=introuvable")).body.groups;
    expect(everywhere.map((group: { total: number }) => group.total)).toEqual(listed === 0 ? [] : [listed]);
  }
});

test("what is found everywhere is what the row policies let one see: activities by their opportunity, the names of persons", async () => {
  const theirs = await anOpportunity(here.other, { name: "Orphelinat", contacts: [{ contact: { lastName: "Orphelin" } }] });
  await here.other.ask("POST", "/activities", { body: { kind: "task", title: "Orphelinat à rappeler", opportunityId: theirs.id } });
  await here.administrator.ask("POST", "/activities", {
    body: { kind: "call", title: "Orphelins du client", clientId: theirs.client.id },
  });
  const typesFor = async (user: TestUser, q: string) =>
    (await user.ask("GET", `/search?q=${q}`)).body.groups.map((group: { type: string; total: number }) => `${group.total} ${group.type}`);
  for (const user of [here.seller, here.manager, here.other, here.administrator, here.blind]) {
    const rows = async (path: string): Promise<number> => (await user.ask("GET", path)).body.data?.length ?? 0;
    const seen: [string, number][] = [
      ["opportunity", await rows("/opportunities?q=orphelin")],
      ["contact", await rows("/contacts?q=orphelin")],
      ["activity", await rows("/activities?q=orphelin")],
    ];
    expect(await typesFor(user, "orphelin")).toEqual(seen.flatMap(([type, total]) => (total === 0 ? [] : [`${total} ${type}`])));
  }
  expect(await typesFor(here.seller, "orphelin")).toEqual(["1 contact", "1 activity"]);
  expect(await typesFor(here.administrator, "orphelin")).toEqual(["1 opportunity", "1 contact", "2 activity"]);
  expect(await typesFor(here.blind, "orphelin")).toEqual(["1 activity"]);
});

test("who manages users without being an administrator gives nothing beyond what he holds", async () => {
  const workspaceId = await anAgency(installation, { name: "Déléguée" });
  const [groups, schools] = [await aTeam(installation, workspaceId, "Groups"), await aTeam(installation, workspaceId, "Schools")];
  const chief = await aUser(installation, workspaceId);
  const keeper = await aUser(installation, workspaceId, { role: "manager", teamIds: [groups], overrides: { users: true } });
  const seller = await aUser(installation, workspaceId, { role: "seller", teamIds: [groups] });
  const far = await aUser(installation, workspaceId, { role: "seller", teamIds: [schools] });
  const edit = async (id: string, body: Record<string, unknown>) => (await keeper.ask("PATCH", `/users/${id}`, { body })).status;
  const invite = async (role: string, teamIds: string[] = []) =>
    (await keeper.ask("POST", "/invitations", { body: { email: `${role}-${teamIds.length}@delegue.example`, role, teamIds } })).status;
  expect(await edit(keeper.id, { role: "administrator" })).toBe(403);
  expect(await edit(keeper.id, { overrides: { users: true, settings: "write" } })).toBe(403);
  expect(await edit(keeper.id, { overrides: { users: true, scope: "all" } })).toBe(403);
  expect(await edit(keeper.id, { teamIds: [groups, schools] })).toBe(403);
  expect(await edit(chief.id, { role: "reader" })).toBe(403);
  expect(await edit(chief.id, { active: false })).toBe(403);
  expect(await edit(seller.id, { role: "administrator" })).toBe(403);
  expect(await edit(far.id, { teamIds: [groups] })).toBe(403);
  expect([await invite("administrator"), await invite("seller", [schools])]).toEqual([403, 403]);
  expect((await keeper.ask("POST", "/teams", { body: { name: "Mine", memberIds: [keeper.id, far.id] } })).status).toBe(403);
  expect((await keeper.ask("PATCH", `/teams/${schools}`, { body: { memberIds: [far.id, keeper.id] } })).status).toBe(403);
  // What he holds he may give, and what others have he may take.
  expect(await edit(seller.id, { overrides: { export: true }, name: "Nina Rossi" })).toBe(200);
  expect(await edit(seller.id, { role: "reader", active: false })).toBe(200);
  expect(await edit(seller.id, { active: true })).toBe(200);
  expect([await invite("seller", [groups]), await invite("reader")]).toEqual([201, 201]);
  expect((await keeper.ask("PATCH", `/teams/${schools}`, { body: { memberIds: [] } })).status).toBe(200);
  expect((await keeper.ask("GET", `/users/${keeper.id}`)).body).toMatchObject({ role: "manager", teams: [{ id: groups }] });
  // Nobody is left who could make an administrator: refused, though he manages users.
  expect((await chief.ask("PATCH", `/users/${chief.id}`, { body: { role: "reader" } })).body.code).toBe("user.lastAdministrator");
});

test("the last administrator can be neither removed nor demoted", async () => {
  const user = (await there.ask("GET", `/users/${there.id}`)).body;
  expect((await there.ask("PATCH", `/users/${user.id}`, { body: { role: "seller" } })).body.code).toBe("user.lastAdministrator");
  expect((await there.ask("PATCH", `/users/${user.id}`, { body: { active: false } })).body.code).toBe("user.lastAdministrator");
  expect((await there.ask("PATCH", `/users/${user.id}`, { body: { overrides: { users: false } } })).body.code).toBe(
    "user.lastAdministrator",
  );
});

test("a right overridden for one user holds at once; a disabled user is out at once", async () => {
  const { id } = here.other;
  await here.administrator.ask("PATCH", `/users/${id}`, { body: { overrides: { clients: "none" } } });
  await expect.poll(async () => (await here.other.ask("GET", "/clients")).status).toBe(403);
  await here.administrator.ask("PATCH", `/users/${id}`, { body: { overrides: {}, active: false } });
  await expect.poll(async () => (await here.other.ask("GET", "/clients")).status).toBe(401);
  await here.administrator.ask("PATCH", `/users/${id}`, { body: { active: true } });
});

test("a refusal is recorded, and changes nothing else", async () => {
  await here.seller.ask("GET", "/users");
  const client = new pg.Client(installation.owner);
  await client.connect();
  await expect
    .poll(async () => (await client.query("select endpoint from denial where actor_id = $1", [here.seller.id])).rows)
    .toContainEqual({ endpoint: "listUsers" });
  await client.end();
});

const endpoints = Object.values(API) as Endpoint[];
const addressOf = (endpoint: Endpoint): string =>
  endpoint.path.replace(/\{(\w+)\}/g, (_all, name: string) => (name === "currency" ? "USD" : "018f0000-0000-7000-8000-000000000000"));

test.each(endpoints.filter((endpoint) => endpoint.session !== "none").map((endpoint) => [endpoint.id, endpoint] as const))(
  "%s: 401 without a session",
  async (_id, endpoint) => {
    const nobody = asker(installation.application.address);
    const answer = await nobody(
      endpoint.method,
      addressOf(endpoint),
      endpoint.method === "GET" || endpoint.method === "DELETE" ? {} : { body: {} },
    );
    expect(answer.status).toBe(401);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
  },
);

test("a change of state from another site is refused", async () => {
  const answer = await here.administrator.ask("GET", "/me");
  expect(answer.status).toBe(200);
  const cookie = asker(installation.application.address, { cookie: "escale_session=x" });
  expect((await cookie("POST", "/opportunities", { body: {}, headers: { "sec-fetch-site": "cross-site" } })).body.code).toBe(
    "request.originRefused",
  );
  expect((await cookie("POST", "/opportunities", { body: {}, headers: { origin: "https://evil.example" } })).body.code).toBe(
    "request.originRefused",
  );
});
