import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mentionOf } from "#domain/message/message.ts";
import { anActivity, shown, undo } from "#tests/support/activity.ts";
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
let seller: TestUser;
let other: TestUser;
let manager: TestUser;
let reader: TestUser;
let administrator: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  const [groups, schools] = [await aTeam(installation, workspaceId, "Groups"), await aTeam(installation, workspaceId, "Schools")];
  seller = await aUser(installation, workspaceId, { role: "seller", teamIds: [groups], name: "Claire Lambert" });
  other = await aUser(installation, workspaceId, { role: "seller", teamIds: [schools], name: "Nina Rossi" });
  manager = await aUser(installation, workspaceId, { role: "manager", teamIds: [groups], name: "Paul Moreau" });
  reader = await aUser(installation, workspaceId, { role: "reader", teamIds: [groups], name: "Reine Lecteur" });
  administrator = await aUser(installation, workspaceId, { name: "Ada Chef" });
});
afterAll(() => installation.stop());

async function aMessage(user: TestUser, path: string, body = "Le comité vote **jeudi**."): Promise<Loose> {
  const answer = await user.ask("POST", `${path}/messages`, { body: { body } });
  if (answer.status !== 201) throw new Error(`the builder was refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
const bodies = (page: Loose): string[] => page.body.data.map((one: Loose) => one.body);

describe("on an opportunity", () => {
  test("a message is kept as written, is a touch, and is seen by those who see the opportunity", async () => {
    const { id } = await anOpportunity(seller);
    const made = await aMessage(seller, `/opportunities/${id}`);
    expect(made).toMatchObject({
      author: { id: seller.id },
      body: "Le comité vote **jeudi**.",
      pinned: null,
      editedAt: null,
      can: { edit: true, pin: true },
    });
    expect((await shown(seller, id)).lastTouch).toEqual({ kind: "message", at: made.createdAt });
    expect(bodies(await manager.ask("GET", `/opportunities/${id}/messages`))).toEqual([made.body]);
    expect((await other.ask("GET", `/opportunities/${id}/messages`)).status).toBe(404);
    expect((await other.ask("GET", `/messages/${made.id}/history`)).status).toBe(404);
    expect((await reader.ask("POST", `/opportunities/${id}/messages`, { body: { body: "x" } })).status).toBe(403);
    expect((await seller.ask("POST", `/opportunities/${id}/messages`, { body: { body: "  " } })).body.errors[0].pointer).toBe("/body");
  });

  test("is paged newest first, with the exact total and the pinned ones apart", async () => {
    const { id } = await anOpportunity(seller);
    const first = await aMessage(seller, `/opportunities/${id}`, "un");
    for (const body of ["deux", "trois"]) await aMessage(seller, `/opportunities/${id}`, body);
    const pinned = await manager.ask("POST", `/messages/${first.id}/pin`, { body: {} });
    expect(pinned.body.pinned.by).toMatchObject({ id: manager.id });
    const page = await seller.ask("GET", `/opportunities/${id}/messages?limit=2`);
    expect([bodies(page), page.body.total, page.body.pinned.map((one: Loose) => one.body)]).toEqual([["trois", "deux"], 3, ["un"]]);
    expect(bodies(await seller.ask("GET", `/opportunities/${id}/messages?limit=2&cursor=${page.body.page.nextCursor}`))).toEqual(["un"]);
    await undo(manager, pinned);
    expect((await seller.ask("GET", `/opportunities/${id}/messages`)).body.pinned).toEqual([]);
    expect((await reader.ask("POST", `/messages/${first.id}/pin`, { body: {} })).status).toBe(403);
  });

  test("is edited by its author or an administrator only, keeps its history, refuses a stale version; the edit is undone", async () => {
    const { id } = await anOpportunity(seller);
    const made = await aMessage(seller, `/opportunities/${id}`, "avant");
    expect((await manager.ask("PATCH", `/messages/${made.id}`, { body: { body: "x" } })).status).toBe(403);
    const edited = await seller.ask("PATCH", `/messages/${made.id}`, { body: { body: "après" } });
    expect(edited.body).toMatchObject({ body: "après", version: 2 });
    expect(edited.body.editedAt).not.toBeNull();
    const stale = await seller.ask("PATCH", `/messages/${made.id}`, { body: { body: "x" }, headers: { "if-match": '"1"' } });
    expect(stale.body.code).toBe("record.stale");
    const history = async () => (await manager.ask("GET", `/messages/${made.id}/history`)).body.data.map((one: Loose) => one.body);
    expect(await history()).toEqual(["après", "avant"]);
    await undo(seller, edited);
    expect(await history()).toEqual(["avant", "après", "avant"]);
    expect((await administrator.ask("PATCH", `/messages/${made.id}`, { body: { body: "corrigé" } })).status).toBe(200);
  });

  test("is deleted and comes back by undo; the touch goes and comes with it", async () => {
    const { id } = await anOpportunity(seller);
    const made = await aMessage(seller, `/opportunities/${id}`);
    expect((await manager.ask("DELETE", `/messages/${made.id}`)).status).toBe(403);
    const deleted = await seller.ask("DELETE", `/messages/${made.id}`);
    expect(deleted.status).toBe(204);
    expect((await shown(seller, id)).lastTouch.kind).toBe("created");
    expect((await seller.ask("GET", `/opportunities/${id}/messages`)).body).toMatchObject({ data: [], total: 0 });
    await undo(seller, deleted);
    expect((await shown(seller, id)).lastTouch.kind).toBe("message");
    const written = await seller.ask("POST", `/opportunities/${id}/messages`, { body: { body: "encore" } });
    await undo(seller, written);
    expect(bodies(await seller.ask("GET", `/opportunities/${id}/messages`))).toEqual([made.body]);
  });
});

test("only those who may see the record are mentioned", async () => {
  const { id } = await anOpportunity(seller);
  const people = (await seller.ask("GET", `/opportunities/${id}/mentionable`)).body.data;
  expect(people.map((one: Loose) => one.name)).toEqual(["Ada Chef", "Claire Lambert", "Paul Moreau", "Reine Lecteur"]);
  const body = `Voir avec ${mentionOf({ id: manager.id, name: "Paul Moreau" })}`;
  expect((await aMessage(seller, `/opportunities/${id}`, body)).mentions).toEqual([{ id: manager.id, name: "Paul Moreau" }]);
  const unseen = await seller.ask("POST", `/opportunities/${id}/messages`, { body: { body: mentionOf({ id: other.id, name: "Nina" }) } });
  expect([unseen.status, unseen.body.errors[0].pointer]).toEqual([400, "/body"]);
  const client = (await seller.ask("POST", "/clients", { body: { name: "Prospect" } })).body;
  expect((await aMessage(seller, `/clients/${client.id}`, mentionOf({ id: other.id, name: "Nina" }))).mentions).toHaveLength(1);
});

test("a client shows its own messages and those of its opportunities the reader may see; a contact its own", async () => {
  const { id, client } = await anOpportunity(seller);
  await aMessage(seller, `/opportunities/${id}`, "sur l'affaire");
  await aMessage(seller, `/clients/${client.id}`, "sur le client");
  expect(bodies(await seller.ask("GET", `/clients/${client.id}/messages`))).toEqual(["sur le client", "sur l'affaire"]);
  expect(bodies(await other.ask("GET", `/clients/${client.id}/messages`))).toEqual(["sur le client"]);
  const contact = (await seller.ask("POST", "/contacts", { body: { lastName: "Ferrand" } })).body;
  await aMessage(seller, `/contacts/${contact.id}`, "préfère le téléphone");
  expect(bodies(await other.ask("GET", `/contacts/${contact.id}/messages`))).toEqual(["préfère le téléphone"]);
  const blind = await aUser(installation, workspaceId, { overrides: { contacts: "none" } });
  expect((await blind.ask("GET", `/contacts/${contact.id}/messages`)).status).toBe(404);
  const idle = await aUser(installation, workspaceId, { overrides: { activities: "none" } });
  expect((await idle.ask("GET", `/opportunities/${id}/messages`)).status).toBe(403);
  expect(JSON.stringify((await idle.ask("GET", `/opportunities/${id}/timeline`)).body)).not.toContain("sur l'affaire");
});

test("another agency sees none of it", async () => {
  const there = await aUser(installation, await anAgency(installation, { name: "Concurrente" }));
  const { id } = await anOpportunity(seller);
  const made = await aMessage(seller, `/opportunities/${id}`);
  for (const path of [`/opportunities/${id}/messages`, `/opportunities/${id}/mentionable`, `/messages/${made.id}/history`])
    expect((await there.ask("GET", path)).status, path).toBe(404);
  expect((await there.ask("DELETE", `/messages/${made.id}`)).status).toBe(404);
});

test("the timeline tells changes, activities and messages, each part alone, by words and by field", async () => {
  const { id } = await anOpportunity(seller, { amount: "1000" });
  await seller.ask("PATCH", `/opportunities/${id}`, { body: { amount: "1200" } });
  const activity = await anActivity(seller, { opportunityId: id, title: "Appeler Zéphyrin" });
  const message = await aMessage(seller, `/opportunities/${id}`, "Mot de passe : pamplemousse");
  const kinds = async (query: string) =>
    (await seller.ask("GET", `/opportunities/${id}/timeline?${query}`)).body.data.map((fact: Loose) => fact.kind);
  expect(await kinds("")).toEqual(
    ["message.created", "activity.created", "opportunity.edited", "opportunity.created", "client.created"].slice(0, 4),
  );
  expect(await kinds("show=changes")).toEqual(["opportunity.edited", "opportunity.created"]);
  expect(await kinds("show=exchanges")).toEqual(["message.created"]);
  expect(await kinds("show=activities")).toEqual(["activity.created"]);
  expect(await kinds("q=zephyrin")).toEqual(["activity.created"]);
  expect(await kinds("q=pamplemousse")).toEqual(["message.created"]);
  expect(await kinds("field=amount")).toEqual(["opportunity.edited", "opportunity.created"]);
  const [first, second] = (await seller.ask("GET", `/opportunities/${id}/timeline`)).body.data;
  expect(first.message).toMatchObject({ id: message.id, body: message.body });
  expect(second.activity).toMatchObject({ id: activity.id, title: activity.title });
  expect((await seller.ask("GET", `/opportunities/${id}/timeline?show=nothing`)).status).toBe(400);
});
