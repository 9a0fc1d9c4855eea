import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let claire: TestUser;
let reader: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  claire = await aUser(installation, workspaceId);
  reader = await aUser(installation, workspaceId, { role: "reader", overrides: { scope: "all" } });
  stranger = await aUser(installation, await anAgency(installation, { name: "Elsewhere" }));
});
afterAll(() => installation.stop());

const made = async (path: string, body: Loose): Promise<string> => (await claire.ask("POST", path, { body })).body.id;
const tokenOf = (answer: { headers: Headers }) => answer.headers.get("escale-undo");

test("partners are suppliers or clients with a role, in their order; the timeline says so and undo gives the list back", async () => {
  const { id } = await anOpportunity(claire);
  const supplierId = await made("/suppliers", { name: "Umbria Mobilità" });
  const clientId = await made("/clients", { name: "Office de tourisme" });
  const path = `/opportunities/${id}/partners`;
  const set = await claire.ask("PUT", path, {
    body: {
      partners: [
        { supplierId, role: "transport" },
        { clientId, note: "Knows the group" },
      ],
    },
  });
  expect(set.body.data).toMatchObject([
    { kind: "supplier", record: { id: supplierId, name: "Umbria Mobilità" }, role: "transport", note: null },
    { kind: "client", record: { id: clientId }, role: null, note: "Knows the group" },
  ]);
  const told = (await claire.ask("GET", `/opportunities/${id}/timeline`)).body.data[0];
  expect(told).toMatchObject({ kind: "opportunity.partners", canUndo: true });
  const emptied = await claire.ask("PUT", path, { body: { partners: [] } });
  expect((await claire.ask("GET", path)).body.data).toEqual([]);
  expect((await claire.ask("POST", "/undo", { body: { token: tokenOf(emptied) } })).status).toBe(200);
  expect((await claire.ask("GET", path)).body.data).toMatchObject([{ role: "transport" }, { note: "Knows the group" }]);
  expect((await claire.ask("POST", "/undo", { body: { token: tokenOf(set) } })).status).toBe(200);
  expect((await claire.ask("GET", path)).body.data).toEqual([]);
});

test("competitors keep price, strengths and weaknesses; the one it was lost to says so", async () => {
  const { id } = await anOpportunity(claire);
  const [dupont, martin] = [await made("/competitors", { name: "Voyages Dupont" }), await made("/competitors", { name: "Cars Martin" })];
  const path = `/opportunities/${id}/competitors`;
  const body = { competitors: [{ competitorId: dupont, price: "38900.00", strengths: "Own coaches" }, { competitorId: martin }] };
  const set = await claire.ask("PUT", path, { body });
  expect(set.body.data[0]).toMatchObject({
    name: "Voyages Dupont",
    price: { amount: "38900.00" },
    strengths: "Own coaches",
    lostTo: false,
  });
  const [reason] = (await claire.ask("GET", "/lost-reasons")).body.data;
  await claire.ask("POST", `/opportunities/${id}/lose`, { body: { reasonId: reason.id, competitorId: dupont } });
  expect((await claire.ask("GET", path)).body.data.map((one: Loose) => one.lostTo)).toEqual([true, false]);
  const met = (await claire.ask("GET", "/competitors")).body.data.map((one: Loose) => [one.name, one.met]);
  expect(met).toEqual([
    ["Cars Martin", 1],
    ["Voyages Dupont", 1],
  ]);
  const changed = await claire.ask("PUT", path, { body: { competitors: [{ competitorId: martin }] } });
  expect((await claire.ask("POST", "/undo", { body: { token: tokenOf(set) } })).status).toBe(409);
  expect((await claire.ask("POST", "/undo", { body: { token: tokenOf(changed) } })).status).toBe(200);
  expect((await claire.ask("GET", path)).body.data).toHaveLength(2);
});

test("bad lists name their field and change nothing", async () => {
  const { id } = await anOpportunity(claire);
  const supplierId = await made("/suppliers", { name: "Twice" });
  const unknown = "019300ab-0000-7000-8000-000000000000";
  const refused = async (path: string, body: Loose) => {
    const answer = await claire.ask("PUT", `/opportunities/${id}/${path}`, { body });
    return [answer.status, answer.body.errors[0].pointer];
  };
  expect(await refused("partners", { partners: [{ role: "guide" }] })).toEqual([400, "/partners/0/supplierId"]);
  expect(await refused("partners", { partners: [{ supplierId }, { supplierId }] })).toEqual([400, "/partners/1/supplierId"]);
  expect(await refused("partners", { partners: [{ clientId: unknown }] })).toEqual([400, "/partners/0/clientId"]);
  expect(await refused("competitors", { competitors: [{ competitorId: unknown }] })).toEqual([400, "/competitors/0/competitorId"]);
  const rival = await made("/competitors", { name: "Fine" });
  expect(await refused("competitors", { competitors: [{ competitorId: rival, price: "1.005" }] })).toEqual([400, "/competitors/0/price"]);
  expect((await claire.ask("GET", `/opportunities/${id}/partners`)).body.data).toEqual([]);
});

test("a reader looks and does not touch; another agency sees nothing", async () => {
  const { id } = await anOpportunity(claire);
  for (const [path, body] of [
    ["partners", { partners: [] }],
    ["competitors", { competitors: [] }],
  ] as const) {
    expect((await reader.ask("GET", `/opportunities/${id}/${path}`)).status).toBe(200);
    expect((await reader.ask("PUT", `/opportunities/${id}/${path}`, { body })).status).toBe(403);
    expect((await stranger.ask("GET", `/opportunities/${id}/${path}`)).status).toBe(404);
    expect((await stranger.ask("PUT", `/opportunities/${id}/${path}`, { body })).status).toBe(404);
  }
});

test("a competitor is renamed at a version, taken off the list, and taken back", async () => {
  const id = await made("/competitors", { name: "Voyages Durand" });
  const path = `/competitors/${id}`;
  expect((await claire.ask("PATCH", path, { body: { name: "x" }, headers: { "if-match": '"9"' } })).status).toBe(412);
  expect((await reader.ask("PATCH", path, { body: { name: "x" } })).status).toBe(403);
  const renamed = await claire.ask("PATCH", path, { body: { name: "Durand Groupes" }, headers: { "if-match": '"1"' } });
  expect(renamed.body).toMatchObject({ name: "Durand Groupes", version: 2 });
  const gone = await claire.ask("DELETE", path);
  expect(gone.status).toBe(204);
  expect((await claire.ask("POST", "/undo", { body: { token: tokenOf(gone) } })).status).toBe(200);
  const names = (await claire.ask("GET", "/competitors")).body.data.map((one: Loose) => one.name);
  expect(names).toContain("Durand Groupes");
});
