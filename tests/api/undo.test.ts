import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anOpportunity, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";

let installation: Installation;
let cast: Cast;
let stages: { id: string }[];
let reasonId: string;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  stages = (await cast.seller.ask("GET", "/pipelines")).body.data[0].stages;
  reasonId = (await cast.seller.ask("GET", "/lost-reasons")).body.data[0].id;
  await cast.administrator.ask("PUT", "/exchange-rates/USD", { body: { rate: "0.9" } });
});
afterAll(() => installation.stop());

/** What counts as the same record: all but its version and the moments of its last change. */
function bare(record: Loose): Loose {
  if (Array.isArray(record)) return record.map(bare);
  if (record === null || typeof record !== "object") return record;
  const moments = new Set(["version", "updatedAt", "stageSince", "stageVisits", "lastTouch", "stale", "requestId"]);
  return Object.fromEntries(
    Object.entries(record)
      .filter(([name]) => !moments.has(name))
      .map(([name, value]) => [name, bare(value)]),
  );
}

const undo = (user: TestUser, token: string | null, force?: true) =>
  user.ask("POST", "/undo", { body: { token, ...(force ? { force } : {}) } });
const post = async (path: string, body: unknown): Promise<Loose> => (await cast.administrator.ask("POST", path, { body })).body;

type Sale = { readonly id: string; readonly client: { readonly id: string } };
const aSale = (): Promise<Sale> =>
  anOpportunity(cast.seller, {
    amount: "1000",
    departsOn: "2027-06-12",
    returnsOn: "2027-06-19",
    adults: 30,
    destinations: [{ country: "IT", place: "Naples" }],
    contacts: [{ contact: { lastName: "Ferrand" } }, { contact: { lastName: "Oddo" }, role: "leader" }],
  });

const onOpportunity: [string, string, string, () => unknown][] = [
  [
    "an edit of everything",
    "PATCH",
    "",
    () => ({
      name: "Rome",
      amount: "2500.50",
      departsOn: "2027-07-01",
      returnsOn: "2027-07-09",
      adults: null,
      children: 12,
      destinations: [],
      priority: true,
      description: "x",
      flexibleDays: 3,
      managerId: cast.manager.id,
      valueKind: "recurring",
      period: "month",
      periods: 3,
    }),
  ],
  ["another currency", "PATCH", "", () => ({ currency: "USD", amount: "900" })],
  ["a pinned probability", "PATCH", "", () => ({ probabilityPercent: 65 })],
  ["an emptied amount", "PATCH", "", () => ({ amount: null })],
  ["a move", "POST", "/move", () => ({ stageId: stages[3]?.id, expectedCloseOn: "2027-01-31" })],
  ["a win", "POST", "/win", () => ({})],
  ["a loss", "POST", "/lose", () => ({ reasonId, comment: "Trop cher" })],
  ["a deletion", "DELETE", "", () => undefined],
  ["other contacts", "PUT", "/contacts", () => ({ contacts: [{ contact: { lastName: "Neuf" }, isMain: true }] })],
  ["no contacts", "PUT", "/contacts", () => ({ contacts: [] })],
];

test.each(onOpportunity)("opportunity: %s, undone, leaves it as it was", async (_what, method, path, body) => {
  const { id } = await aSale();
  const read = async () => bare((await cast.administrator.ask("GET", `/opportunities/${id}`)).body);
  const before = await read();
  const done = await cast.administrator.ask(method, `/opportunities/${id}${path}`, body() === undefined ? {} : { body: body() });
  expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
  expect(await read()).not.toEqual(before);
  const undone = await undo(cast.administrator, done.headers.get("escale-undo"));
  expect([undone.status, undone.body.code]).toEqual([200, undefined]);
  expect(await read()).toEqual(before);
  const timeline = (await cast.administrator.ask("GET", `/opportunities/${id}/timeline`)).body.data as Loose[];
  expect(timeline.find((fact) => fact.changeId === done.headers.get("escale-undo"))).toMatchObject({
    undone: { by: "Anne Moreau" },
    canUndo: false,
  });
  expect(timeline[0]).toMatchObject({ changeId: undone.body.changeId, origin: "undo" });
});

test.each([
  ["won", "/win", {}],
  ["lost", "/lose", { reasonId: "" }],
])("a reopening of a %s opportunity, undone, closes it as it was closed", async (_outcome, path, body) => {
  const { id } = await aSale();
  await cast.seller.ask("POST", `/opportunities/${id}${path}`, {
    body: "reasonId" in body ? { reasonId, comment: "Trop cher" } : { closedOn: "2026-11-02" },
  });
  const before = bare((await cast.seller.ask("GET", `/opportunities/${id}`)).body);
  const reopened = await cast.seller.ask("POST", `/opportunities/${id}/reopen`, { body: {} });
  expect((await undo(cast.seller, reopened.headers.get("escale-undo"))).status).toBe(200);
  expect(bare((await cast.seller.ask("GET", `/opportunities/${id}`)).body)).toEqual(before);
});

test("a creation undone is a deletion of what it made: opportunity, client and contacts", async () => {
  const made = await cast.administrator.ask("POST", "/opportunities", {
    body: { name: "Rome", client: { name: "Nouveau" }, contacts: [{ contact: { lastName: "Nouvelle" } }] },
  });
  expect((await undo(cast.administrator, made.headers.get("escale-undo"))).status).toBe(200);
  for (const path of [`/opportunities/${made.body.id}`, `/clients/${made.body.client.id}`, `/contacts/${made.body.contacts[0].id}`])
    expect([path, (await cast.administrator.ask("GET", path)).status]).toEqual([path, 410]);
});

const directory: [string, string, unknown, string, string, unknown][] = [
  [
    "client: an edit",
    "/clients",
    { name: "Club", phone: "+33472000001", address: { city: "Lyon" } },
    "PATCH",
    "",
    { name: "Autre", phone: null, address: { city: "Turin", country: "IT" }, notes: "x", status: "client" },
  ],
  ["client: a deletion", "/clients", { name: "Club" }, "DELETE", "", undefined],
  [
    "contact: an edit",
    "/contacts",
    { firstName: "Ève", lastName: "Ferrand", email: "a@escale.example" },
    "PATCH",
    "",
    { firstName: null, lastName: "Oddo", email: null, phone: "0472000002", newsletter: { subscribed: true, origin: "Salon" } },
  ],
  ["contact: a deletion", "/contacts", { lastName: "Ferrand" }, "DELETE", "", undefined],
];

test.each(directory)("%s, undone, leaves it as it was", async (_what, path, made, method, suffix, body) => {
  const { id } = await post(path, made);
  const read = async () => bare((await cast.administrator.ask("GET", `${path}/${id}`)).body);
  const before = await read();
  const done = await cast.administrator.ask(method, `${path}/${id}${suffix}`, body === undefined ? {} : { body });
  expect(done.status, JSON.stringify(done.body)).toBeLessThan(300);
  expect(await read()).not.toEqual(before);
  expect((await undo(cast.administrator, done.headers.get("escale-undo"))).status).toBe(200);
  expect(await read()).toEqual(before);
});

test("links between clients and contacts, changed from either side and undone, are as before", async () => {
  const [one, two] = [await post("/contacts", { lastName: "Ferrand" }), await post("/contacts", { lastName: "Oddo" })];
  const client = await post("/clients", { name: "Club" });
  const links = async () => bare((await cast.administrator.ask("GET", `/clients/${client.id}/contacts`)).body);
  await cast.administrator.ask("PUT", `/clients/${client.id}/contacts`, {
    body: { contacts: [{ contactId: one.id, isMain: true, role: null }] },
  });
  const before = await links();
  const set = await cast.administrator.ask("PUT", `/clients/${client.id}/contacts`, {
    body: { contacts: [{ contactId: two.id, isMain: true }] },
  });
  expect(await links()).not.toEqual(before);
  expect((await undo(cast.administrator, set.headers.get("escale-undo"))).status).toBe(200);
  expect(await links()).toEqual(before);
  const again = await cast.administrator.ask("PUT", `/clients/${client.id}/contacts`, {
    body: { contacts: [{ contactId: two.id, isMain: true }] },
  });
  await cast.manager.ask("PUT", `/clients/${client.id}/contacts`, { body: { contacts: [] } });
  const overtaken = await undo(cast.administrator, again.headers.get("escale-undo"));
  expect([overtaken.status, overtaken.body.overtaken?.[0]]).toMatchObject([409, { field: "contacts", by: "Marc Chef" }]);
  expect(await links()).toEqual({ data: [] });
  expect((await undo(cast.administrator, again.headers.get("escale-undo"), true)).status).toBe(200);
  expect(await links()).toEqual(before);
});

test.each(["/client-kinds", "/sources", "/lost-reasons"])(
  "an entry of %s renamed, moved, removed or added, then undone, is as before in every language",
  async (path) => {
    const read = async () => ({
      en: bare((await cast.administrator.ask("GET", path, { headers: { "accept-language": "en" } })).body),
      fr: bare((await cast.administrator.ask("GET", path, { headers: { "accept-language": "fr" } })).body),
    });
    const before = await read();
    const { id } = before.en.data[1];
    for (const [method, address, body] of [
      ["PATCH", `${path}/${id}`, { name: "Renommé" }],
      ["PATCH", `${path}/${id}`, { position: 0 }],
      ["DELETE", `${path}/${id}`, undefined],
      ["POST", path, { name: "De plus" }],
    ] as const) {
      const done = await cast.administrator.ask(method, address, body ? { body } : {});
      expect(await read(), `${method} ${JSON.stringify(body)}`).not.toEqual(before);
      expect((await undo(cast.administrator, done.headers.get("escale-undo"))).status).toBe(200);
      expect(await read(), `${method} ${JSON.stringify(body)}`).toEqual(before);
    }
  },
);

test("over a later change: 409 with the field, the person and the moment, nothing written; force overwrites that field only", async () => {
  const { id } = await aSale();
  const mine = await cast.seller.ask("PATCH", `/opportunities/${id}`, { body: { amount: "2000", description: "à moi" } });
  const theirs = await cast.manager.ask("PATCH", `/opportunities/${id}`, { body: { amount: "3000", priority: true } });
  const between = (await cast.seller.ask("GET", `/opportunities/${id}`)).body;
  const refused = await undo(cast.seller, mine.headers.get("escale-undo"));
  expect([refused.status, refused.body.code]).toEqual([409, "undo.overtaken"]);
  expect(refused.body.overtaken).toEqual([{ record: between.name, field: "amount", by: "Marc Chef", at: theirs.body.updatedAt }]);
  expect((await cast.seller.ask("GET", `/opportunities/${id}`)).body).toEqual(between);
  expect((await undo(cast.seller, mine.headers.get("escale-undo"), true)).status).toBe(200);
  expect((await cast.seller.ask("GET", `/opportunities/${id}`)).body).toMatchObject({
    amount: { amount: "1000.00" },
    description: null,
    priority: true,
  });
});

test("a later change of other fields does not stand in the way", async () => {
  const { id } = await aSale();
  const mine = await cast.seller.ask("PATCH", `/opportunities/${id}`, { body: { name: "Rome" } });
  await cast.manager.ask("PATCH", `/opportunities/${id}`, { body: { priority: true } });
  expect((await undo(cast.seller, mine.headers.get("escale-undo"))).status).toBe(200);
});

test("the right is asked again: who lost it cannot undo, a change is undone once, an unknown one is not found", async () => {
  const witness = await aSale();
  const { id } = await aSale();
  const deleted = await cast.seller.ask("DELETE", `/opportunities/${id}`);
  const token = deleted.headers.get("escale-undo");
  await cast.administrator.ask("PATCH", `/users/${cast.seller.id}`, { body: { overrides: { opportunities: "read" } } });
  // A right may be remembered for a moment: only what is asked after it is known is told.
  const knows = (mayEdit: boolean) =>
    expect
      .poll(async () => (await cast.seller.ask("GET", `/opportunities/${witness.id}`)).body.can.edit, { timeout: 10_000 })
      .toBe(mayEdit);
  await knows(false);
  expect((await undo(cast.seller, token)).status).toBe(403);
  await cast.administrator.ask("PATCH", `/users/${cast.seller.id}`, { body: { overrides: {} } });
  await knows(true);
  expect((await undo(cast.seller, token)).status).toBe(200);
  expect((await undo(cast.seller, token)).body.code).toBe("undo.impossible");
  expect((await undo(cast.seller, "018f0000-0000-7000-8000-000000000000")).status).toBe(404);
  expect((await undo(cast.stranger, token)).status).toBe(403);
});

test("what one made and nobody changed is taken back by the right to make it; what was changed since needs the right to delete", async () => {
  const made = await cast.seller.ask("POST", "/clients", { body: { name: "Club né d'une erreur" } });
  expect(made.status).toBe(201);
  expect((await cast.seller.ask("DELETE", `/clients/${made.body.id}`, { headers: { "if-match": '"1"' } })).status).toBe(403);
  expect((await undo(cast.seller, made.headers.get("escale-undo"))).status).toBe(200);
  const contact = await cast.seller.ask("POST", "/contacts", { body: { lastName: "Oddo" } });
  expect((await undo(cast.seller, contact.headers.get("escale-undo"))).status).toBe(200);
  expect((await cast.administrator.ask("GET", `/contacts/${contact.body.id}`)).body.deletedAt).not.toBeNull();
  const changed = await cast.seller.ask("POST", "/clients", { body: { name: "Club suivi" } });
  await cast.manager.ask("PATCH", `/clients/${changed.body.id}`, { body: { legalName: "Club suivi SARL" } });
  expect((await undo(cast.seller, changed.headers.get("escale-undo"))).status).toBe(403);
});

test("a move undone brings back how long it stood there and was left alone: a stale one is stale again", async () => {
  const { id } = await aSale();
  const owner = new pg.Client(installation.owner);
  await owner.connect();
  await owner.query("update opportunity set created_at = $2, stage_since = $2, last_touch_at = $2 where id = $1", [
    id,
    new Date(Date.now() - 60 * 86_400_000),
  ]);
  await owner.end();
  const read = async () => {
    const { version: _v, updatedAt: _u, stageVisits: _s, ...one } = (await cast.seller.ask("GET", `/opportunities/${id}`)).body;
    return one;
  };
  const before = await read();
  expect(before).toMatchObject({ stale: { lastTouch: "created" } });
  const moved = await cast.seller.ask("POST", `/opportunities/${id}/move`, { body: { stageId: stages[3]?.id } });
  expect(await read()).toMatchObject({ stale: null, lastTouch: { kind: "moved" } });
  expect((await undo(cast.seller, moved.headers.get("escale-undo"))).status).toBe(200);
  expect(await read()).toEqual(before);
  const again = await cast.seller.ask("POST", `/opportunities/${id}/move`, { body: { stageId: stages[2]?.id } });
  const call = { kind: "call", title: "Rappel", opportunityId: id, done: true };
  expect((await cast.seller.ask("POST", "/activities", { body: call })).status).toBe(201);
  const touch = (await read()).lastTouch;
  expect((await undo(cast.seller, again.headers.get("escale-undo"))).status).toBe(200);
  expect(await read()).toMatchObject({ lastTouch: touch, stageSince: before.stageSince });
  const told = (await cast.seller.ask("GET", `/opportunities/${id}/timeline`)).body.data as Loose[];
  const fields = told.flatMap((fact) => fact.fields.map((one: Loose) => one.field));
  expect(fields.filter((field) => /since|touch/i.test(field))).toEqual([]);
});

test("after thirty days a change stays in the timeline and can no longer be undone", async () => {
  const { id } = await aSale();
  const edited = await cast.seller.ask("PATCH", `/opportunities/${id}`, { body: { name: "Rome" } });
  const token = edited.headers.get("escale-undo");
  const owner = new pg.Client(installation.owner);
  await owner.connect();
  await owner.query("update change set at = at - interval '32 days' where id = $1", [token]);
  await owner.end();
  expect((await undo(cast.seller, token)).status).toBe(410);
});
