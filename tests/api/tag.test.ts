import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/platform/new-id.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let paul: TestUser;
let seller: TestUser;
let reader: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  paul = await aUser(installation, workspaceId, { role: "administrator" });
  seller = await aUser(installation, workspaceId, { role: "seller" });
  reader = await aUser(installation, workspaceId, { role: "reader", overrides: { contacts: "none" } });
  stranger = await aUser(installation, await anAgency(installation, { name: "Elsewhere" }));
});
afterAll(() => installation.stop());

const sorted = (...texts: string[]): string[] => texts.sort();
const tokenOf = (answer: { headers: Headers }) => answer.headers.get("escale-undo");
const made = async (path: string, body: Loose, user = paul): Promise<Loose> => {
  const answer = await user.ask("POST", path, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const aTag = (name: string, user = paul): Promise<Loose> => made("/tags", { name: `${name} ${newId().slice(-6)}` }, user);
const undo = (answer: { headers: Headers }, user = paul) => user.ask("POST", "/undo", { body: { token: tokenOf(answer) } });
const tagsOf = async (path: string): Promise<string[]> => (await paul.ask("GET", path)).body.tags.map(({ name }: Loose) => name);
const found = async (list: string, tag: string): Promise<string[]> =>
  (await paul.ask("GET", `/${list}?tag=${tag}`)).body.data.map(({ id }: Loose) => id);

test.each([
  ["opportunities", () => anOpportunity(paul)],
  ["clients", () => made("/clients", { name: "Diocèse de Lyon" })],
  ["contacts", () => made("/contacts", { lastName: "Ferrand" })],
])("%s are tagged, found by the tag, told, and taken back", async (list, record) => {
  const [ski, senior] = [await aTag("Ski"), await aTag("Sénior")];
  const { id } = await record();
  expect((await paul.ask("GET", `/${list}/${id}`)).body.tags).toEqual([]);
  const edited = await paul.ask("PATCH", `/${list}/${id}`, { body: { tagIds: [senior.id, ski.id, ski.id] } });
  expect(edited.body.tags).toEqual([senior, ski].map(({ id: tagId, name }) => ({ id: tagId, name })));
  expect(await found(list, ski.id)).toEqual([id]);
  const [told] = (await paul.ask("GET", `/${list}/${id}/timeline`)).body.data;
  const [field] = told.fields;
  expect([field.field, field.from, field.to.map(({ name }: Loose) => name).sort()]).toEqual(["tagIds", [], sorted(ski.name, senior.name)]);
  const less = await paul.ask("PATCH", `/${list}/${id}`, { body: { tagIds: [senior.id] } });
  expect(await found(list, ski.id)).toEqual([]);
  expect((await undo(less)).status).toBe(200);
  expect(await tagsOf(`/${list}/${id}`)).toEqual([senior.name, ski.name]);
  expect((await undo(edited)).status).toBe(200);
  expect(await tagsOf(`/${list}/${id}`)).toEqual([]);
  expect(await found(list, ski.id)).toEqual([]);
});

test("a record is made with its tags; of several asked for, any finds it; the board and the totals count alike", async () => {
  const [ski, cruise] = [await aTag("Ski"), await aTag("Croisière")];
  const first = await anOpportunity(paul, { tagIds: [ski.id], amount: "100" });
  const second = await anOpportunity(paul, { tagIds: [cruise.id], amount: "200" });
  await anOpportunity(paul, { amount: "400" });
  const both = `tag=${ski.id}&tag=${cruise.id}`;
  const listed = (await paul.ask("GET", `/opportunities?${both}&totals=true&count=exact`)).body;
  expect(listed.data.map(({ id }: Loose) => id).sort()).toEqual(sorted(first.id, second.id));
  expect([listed.total, listed.totals.amount.amount]).toEqual([2, "300.00"]);
  const board = (await paul.ask("GET", `/opportunities/board?${both}`)).body;
  expect(board.totals).toMatchObject({ count: 2, total: { amount: "300.00" } });
  const client = await made("/clients", { name: "Lumière", tagIds: [ski.id] });
  const contact = await made("/contacts", { lastName: "Oddo", tagIds: [ski.id] });
  const { usage } = (await paul.ask("GET", "/tags")).body.data.find(({ id }: Loose) => id === ski.id);
  expect(usage).toEqual({ opportunities: 1, clients: 1, contacts: 1 });
  expect(client.tags).toEqual(contact.tags);
});

test("a tag that is none is refused by its field, in a record, a filter and a change of many", async () => {
  const unknown = newId();
  const elsewhere = await aTag("Ski", stranger);
  const { id } = await anOpportunity(paul);
  for (const tag of [unknown, elsewhere.id]) {
    const fields = async (method: string, path: string, body?: Loose) => {
      const answer = await paul.ask(method, path, body === undefined ? {} : { body });
      return [answer.status, answer.body.errors?.[0]?.pointer];
    };
    expect(await fields("PATCH", `/opportunities/${id}`, { tagIds: [tag] })).toEqual([400, "/tagIds/0"]);
    expect(await fields("POST", "/clients", { name: "A", tagIds: [tag] })).toEqual([400, "/tagIds/0"]);
    for (const list of ["opportunities", "clients", "contacts", "opportunities/board"])
      expect(await fields("GET", `/${list}?tag=${tag}`)).toEqual([400, "/tag"]);
    expect(await fields("POST", "/opportunities/bulk", { ids: [id], change: { addTagIds: [tag] } })).toEqual([400, "/change/addTagIds/0"]);
  }
});

test("many opportunities get a tag and lose another in one change, taken back as one", async () => {
  const [ski, senior] = [await aTag("Ski"), await aTag("Sénior")];
  const one = await anOpportunity(paul, { tagIds: [senior.id] });
  const two = await anOpportunity(paul);
  const body = { ids: [one.id, two.id], change: { addTagIds: [ski.id], removeTagIds: [senior.id] } };
  const changed = await paul.ask("POST", "/opportunities/bulk", { body });
  expect(changed.body).toMatchObject({ changed: 2, skipped: 0 });
  expect([await tagsOf(`/opportunities/${one.id}`), await tagsOf(`/opportunities/${two.id}`)]).toEqual([[ski.name], [ski.name]]);
  expect((await undo(changed)).status).toBe(200);
  expect([await tagsOf(`/opportunities/${one.id}`), await tagsOf(`/opportunities/${two.id}`)]).toEqual([[senior.name], []]);
});

test("a tag is renamed everywhere; case and accents do not make another; a stale version is refused", async () => {
  const tag = await aTag("Eleve");
  const { id } = await anOpportunity(paul, { tagIds: [tag.id] });
  const name = tag.name.replace("Eleve", "Élève");
  const renamed = await paul.ask("PATCH", `/tags/${tag.id}`, { body: { name }, headers: { "if-match": '"1"' } });
  expect(renamed.body).toMatchObject({ name, version: 2, usage: { opportunities: 1 } });
  expect(await tagsOf(`/opportunities/${id}`)).toEqual([name]);
  expect((await paul.ask("PATCH", `/tags/${tag.id}`, { body: { name: "X" }, headers: { "if-match": '"1"' } })).status).toBe(412);
  expect((await paul.ask("POST", "/tags", { body: { name: tag.name.toUpperCase() } })).body).toMatchObject({
    code: "name.taken",
    status: 409,
  });
  expect((await paul.ask("POST", "/tags", { body: { name: "Ski; neige" } })).status).toBe(400);
  expect((await undo(renamed)).status).toBe(200);
  expect(await tagsOf(`/opportunities/${id}`)).toEqual([tag.name]);
});

test("a deleted tag leaves every record and comes back to it, whatever was changed there meanwhile", async () => {
  const [gone, kept] = [await aTag("Scolaire"), await aTag("Ski")];
  const { id } = await anOpportunity(paul, { tagIds: [gone.id] });
  const deleted = await paul.ask("DELETE", `/tags/${gone.id}`);
  expect(deleted.status).toBe(204);
  expect(await tagsOf(`/opportunities/${id}`)).toEqual([]);
  expect(await found("opportunities", gone.id)).toEqual([]);
  expect((await paul.ask("PATCH", `/opportunities/${id}`, { body: { tagIds: [kept.id] } })).body.tags).toHaveLength(1);
  expect((await paul.ask("PATCH", `/opportunities/${id}`, { body: { tagIds: [gone.id] } })).status).toBe(400);
  expect((await undo(deleted)).status).toBe(200);
  expect(await tagsOf(`/opportunities/${id}`)).toEqual([gone.name, kept.name]);
});

test("a deleted tag does not come back beside another of its name", async () => {
  const tag = await aTag("Ski");
  const deleted = await paul.ask("DELETE", `/tags/${tag.id}`);
  await made("/tags", { name: tag.name });
  expect((await undo(deleted)).body).toMatchObject({ status: 409, code: "undo.impossible" });
});

test("tags are merged: records of either are found by the other, counted once, and taken apart again", async () => {
  const [from, into, last] = [await aTag("Aînés"), await aTag("Sénior"), await aTag("Troisième âge")];
  const one = await anOpportunity(paul, { tagIds: [from.id] });
  const two = await anOpportunity(paul, { tagIds: [from.id, into.id] });
  const merged = await paul.ask("POST", `/tags/${from.id}/merge`, { body: { intoId: into.id } });
  expect(merged.body).toMatchObject({ id: into.id, usage: { opportunities: 2 } });
  expect(await tagsOf(`/opportunities/${two.id}`)).toEqual([into.name]);
  expect((await found("opportunities", into.id)).sort()).toEqual(sorted(one.id, two.id));
  expect((await found("opportunities", from.id)).sort()).toEqual(sorted(one.id, two.id));
  const filter = { field: "tag", op: "is", value: from.id };
  const searched = await paul.ask("POST", "/opportunities/search", { body: { filter } });
  expect(searched.body.data.map(({ id }: Loose) => id).sort(), JSON.stringify(searched.body)).toEqual(sorted(one.id, two.id));
  const again = await paul.ask("POST", `/tags/${into.id}/merge`, { body: { intoId: last.id } });
  expect(await tagsOf(`/opportunities/${one.id}`)).toEqual([last.name]);
  expect((await undo(again)).status).toBe(200);
  expect((await undo(merged)).status).toBe(200);
  expect(await tagsOf(`/opportunities/${one.id}`)).toEqual([from.name]);
  expect(await tagsOf(`/opportunities/${two.id}`)).toEqual([from.name, into.name]);
  const refused = await paul.ask("POST", `/tags/${from.id}/merge`, { body: { intoId: from.id } });
  expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, "/intoId"]);
});

test("whoever writes records makes a tag and takes an unused one back; the rest needs the settings", async () => {
  const tag = await aTag("Randonnée", seller);
  expect((await reader.ask("POST", "/tags", { body: { name: "X" } })).status).toBe(403);
  expect((await seller.ask("PATCH", `/tags/${tag.id}`, { body: { name: "X" } })).status).toBe(403);
  expect((await seller.ask("DELETE", `/tags/${tag.id}`)).status).toBe(403);
  expect((await seller.ask("POST", `/tags/${tag.id}/merge`, { body: { intoId: newId() } })).status).toBe(403);
  expect((await stranger.ask("DELETE", `/tags/${tag.id}`)).status).toBe(404);
  const mine = await seller.ask("POST", "/tags", { body: { name: `Vélo ${newId()}` } });
  expect((await undo(mine, seller)).status).toBe(200);
  const used = await seller.ask("POST", "/tags", { body: { name: `Vélo ${newId()}` } });
  await anOpportunity(seller, { tagIds: [used.body.id] });
  expect((await undo(used, seller)).status).toBe(403);
});

test("records are counted for those who may see them, and a filter finds no others", async () => {
  const tag = await aTag("Pèlerinage");
  await anOpportunity(paul, { tagIds: [tag.id] });
  await made("/contacts", { lastName: "Ferrand", tagIds: [tag.id] });
  const seen = async (user: TestUser) => (await user.ask("GET", "/tags")).body.data.find(({ id }: Loose) => id === tag.id)?.usage;
  expect(await seen(paul)).toEqual({ opportunities: 1, clients: 0, contacts: 1 });
  expect(await seen(reader)).toEqual({ opportunities: 0, clients: 0, contacts: null });
  expect(await seen(stranger)).toBeUndefined();
  expect((await reader.ask("GET", `/opportunities?tag=${tag.id}`)).body.data).toEqual([]);
});

test("who sees an opportunity by its manager sees its tags counted when it changes hands", async () => {
  const tag = await aTag("Séminaire");
  const { id } = await anOpportunity(paul, { tagIds: [tag.id] });
  const count = async () => (await seller.ask("GET", "/tags")).body.data.find((one: Loose) => one.id === tag.id).usage.opportunities;
  expect(await count()).toBe(0);
  await paul.ask("PATCH", `/opportunities/${id}`, { body: { managerId: seller.id } });
  expect(await count()).toBe(1);
  expect((await seller.ask("GET", `/opportunities?tag=${tag.id}`)).body.data).toHaveLength(1);
  await paul.ask("DELETE", `/opportunities/${id}`);
  expect(await count()).toBe(0);
});
