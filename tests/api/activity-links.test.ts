import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
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
import { anActivity, inDays, shown, today, undo } from "#tests/support/activity.ts";

let installation: Installation;
let seller: TestUser;
let other: TestUser;
let reader: TestUser;
let administrator: TestUser;
let there: TestUser;
const mails: string[] = [];
let smtp: SMTPServer;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
      stream.on("end", () => {
        mails.push(text.replaceAll(/=\r?\n/g, ""));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const { port } = smtp.server.address() as { port: number };
  installation = await startInstallation({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  const workspaceId = await anAgency(installation);
  const [groups, schools] = [await aTeam(installation, workspaceId, "Groups"), await aTeam(installation, workspaceId, "Schools")];
  seller = await aUser(installation, workspaceId, { role: "seller", teamIds: [groups] });
  other = await aUser(installation, workspaceId, { role: "seller", teamIds: [schools] });
  reader = await aUser(installation, workspaceId, { role: "reader", teamIds: [groups] });
  administrator = await aUser(installation, workspaceId);
  there = await aUser(installation, await anAgency(installation, { name: "Concurrente" }));
});
afterAll(async () => {
  await installation.stop();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

describe("on a client or contact alone", () => {
  test("has no scope: whoever reads the module sees it; with a contact the phone to call", async () => {
    const client = (await seller.ask("POST", "/clients", { body: { name: "Prospect Vercors" } })).body;
    const contact = (await seller.ask("POST", "/contacts", { body: { lastName: "Ferrand", phone: "04 76 12 34 56" } })).body;
    const made = await anActivity(seller, { clientId: client.id, contactId: contact.id });
    expect(made).toMatchObject({ opportunity: null, client: { id: client.id }, contact: { id: contact.id, name: "Ferrand" } });
    expect(made.contact.phone.number).toBe("+33476123456");
    expect((await other.ask("GET", `/activities/${made.id}`)).status).toBe(200);
    expect((await other.ask("GET", `/activities?clientId=${client.id}&alone=true`)).body.data).toHaveLength(1);
    const moved = await seller.ask("PATCH", `/activities/${made.id}`, { body: { opportunityId: (await anOpportunity(seller)).id } });
    expect(moved.body.client.name).not.toBe("Prospect Vercors");
    expect((await other.ask("GET", `/activities/${made.id}`)).status).toBe(404);
  });

  test("goes with its deleted client", async () => {
    const client = (await seller.ask("POST", "/clients", { body: { name: "Éphémère" } })).body;
    const made = await anActivity(seller, { clientId: client.id });
    await administrator.ask("DELETE", `/clients/${client.id}`);
    expect((await seller.ask("GET", `/activities/${made.id}`)).status).toBe(404);
  });

  test("without a module's right it does not exist, nor do the names of persons", async () => {
    const client = (await seller.ask("POST", "/clients", { body: { name: "Réservé" } })).body;
    const contact = (await seller.ask("POST", "/contacts", { body: { lastName: "Secretissime" } })).body;
    const { id } = await anOpportunity(seller);
    const onClient = await anActivity(seller, { clientId: client.id });
    const onContact = await anActivity(seller, { contactId: contact.id });
    const withContact = await anActivity(seller, { opportunityId: id, contactId: contact.id });
    const workspace = (await administrator.ask("GET", "/me")).body.workspace.id;
    const blind = await aUser(installation, workspace, { role: "administrator", overrides: { contacts: "none", clients: "none" } });
    expect((await blind.ask("GET", `/activities/${onClient.id}`)).status).toBe(404);
    expect((await blind.ask("GET", `/activities/${onContact.id}`)).status).toBe(404);
    expect((await blind.ask("GET", `/activities/${withContact.id}`)).body.contact).toBeNull();
    const all = (await blind.ask("GET", "/activities?limit=200&count=exact")).body;
    expect(all.data.every((row: Loose) => row.opportunity !== null)).toBe(true);
    expect(all.total).toBe(all.data.length);
    expect(JSON.stringify((await blind.ask("GET", `/opportunities/${id}/timeline`)).body)).not.toContain("Secretissime");
    const idle = await aUser(installation, workspace, { role: "administrator", overrides: { activities: "none" } });
    expect((await idle.ask("GET", "/activities")).status).toBe(403);
    expect((await idle.ask("GET", `/activities/${withContact.id}`)).status).toBe(404);
    expect((await shown(idle, id)).nextActivity).toBeNull();
    expect((await idle.ask("GET", `/opportunities/${id}/timeline`)).body.data.map((fact: Loose) => fact.kind)).not.toContain(
      "activity.created",
    );
  });
});

test("another agency sees none of it", async () => {
  const { id } = await anOpportunity(seller);
  const made = await anActivity(seller, { opportunityId: id, title: "Zanzibarmarque" });
  expect((await there.ask("GET", `/activities/${made.id}`)).status).toBe(404);
  expect((await there.ask("GET", "/activities?q=zanzibarmarque")).body.data).toEqual([]);
  expect((await there.ask("POST", `/activities/${made.id}/done`, { body: {} })).status).toBe(404);
  expect((await there.ask("POST", "/activities/postpone", { body: { ids: [made.id], dueOn: inDays(1) } })).body.changed).toBe(0);
});

describe("waiting until a day", () => {
  const stale = async (id: string, query: string): Promise<boolean> =>
    (await seller.ask("GET", `/opportunities?limit=200&${query}`)).body.data.some((row: Loose) => row.id === id);

  test("needs a reason and a day within 12 months; listed apart; ended by a person", async () => {
    const { id } = await anOpportunity(seller);
    const wait = (body: unknown) => seller.ask("POST", `/opportunities/${id}/wait`, { body });
    expect((await wait({ until: inDays(30) })).body.errors[0].pointer).toBe("/reason");
    expect((await wait({ until: inDays(-1), reason: "x" })).body.errors[0].pointer).toBe("/until");
    expect((await wait({ until: inDays(400), reason: "x" })).body.errors[0].pointer).toBe("/until");
    expect((await reader.ask("POST", `/opportunities/${id}/wait`, { body: { until: null } })).status).toBe(403);
    const waiting = await wait({ until: inDays(30), reason: "Vote du budget" });
    expect(waiting.body).toMatchObject({ waitingUntil: inDays(30), waitingReason: "Vote du budget", stale: null });
    expect([await stale(id, "waiting=true"), await stale(id, "waiting=false")]).toEqual([true, false]);
    await undo(seller, waiting);
    expect((await shown(seller, id)).waitingUntil).toBeNull();
    await wait({ until: inDays(30), reason: "Vote du budget" });
    expect((await wait({ until: null })).body).toMatchObject({ waitingUntil: null, waitingReason: null });
  });

  test("a touch before the day keeps the promise, one on the day answers it", async () => {
    const { id } = await anOpportunity(seller);
    await seller.ask("POST", `/opportunities/${id}/wait`, { body: { until: inDays(9), reason: "Vacances" } });
    await anActivity(seller, { opportunityId: id, done: true });
    expect((await shown(seller, id)).waitingUntil).toBe(inDays(9));
    await seller.ask("POST", `/opportunities/${id}/wait`, { body: { until: today(), reason: "Réponse promise" } });
    await anActivity(seller, { opportunityId: id, done: true });
    expect(await shown(seller, id)).toMatchObject({ waitingUntil: null, waitingReason: null });
  });

  test("a closed opportunity waits for nothing", async () => {
    const { id } = await anOpportunity(seller);
    await seller.ask("POST", `/opportunities/${id}/win`, { body: {} });
    expect((await seller.ask("POST", `/opportunities/${id}/wait`, { body: { until: inDays(3), reason: "x" } })).body.code).toBe(
      "opportunity.closed",
    );
  });
});

test("opportunities without a planned activity are found", async () => {
  const { id } = await anOpportunity(seller);
  const idle = async () => (await seller.ask("GET", "/opportunities?idle=true&limit=200")).body.data.map((row: Loose) => row.id);
  expect(await idle()).toContain(id);
  await anActivity(seller, { opportunityId: id });
  expect(await idle()).not.toContain(id);
});

test("a reminder reaches its assignee by mail when its moment comes, unless it is done by then", async () => {
  const { id } = await anOpportunity(seller, { name: "Rappel des Dolomites" });
  const remindAt = new Date(Date.now() + 1500).toISOString();
  await anActivity(seller, { opportunityId: id, title: "Rappeler le car", remindAt });
  const done = await anActivity(seller, { opportunityId: id, title: "Deja fait", remindAt });
  await seller.ask("POST", `/activities/${done.id}/done`, { body: {} });
  await expect.poll(() => mails.join("\n"), { timeout: 15_000 }).toContain("Reminder: Rappeler le car");
  expect(mails.join("\n")).toMatch(new RegExp(`/opportunities/${id}\\?tab=(3D)?activities`));
  expect(mails.join("\n")).not.toContain("Deja fait");
});

test("prospects without an opportunity are listed by who was looked after longest ago", async () => {
  const made = async (name: string): Promise<Loose> => (await seller.ask("POST", "/clients", { body: { name } })).body;
  const [first, second, sold] = [await made("Prospect un"), await made("Prospect deux"), await made("Prospect vendu")];
  await anOpportunity(seller, { clientId: sold.id });
  const names = async (): Promise<string[]> =>
    (await seller.ask("GET", "/clients?withoutOpportunity=true&sort=lastTouchAt&q=prospect&limit=200")).body.data.map(
      (row: Loose) => row.name,
    );
  const mine = async () => (await names()).filter((name) => /^Prospect (un|deux|vendu)$/.test(name));
  expect(await mine()).toEqual(["Prospect un", "Prospect deux"]);
  const call = await anActivity(seller, { clientId: first.id, done: true });
  expect(await mine()).toEqual(["Prospect deux", "Prospect un"]);
  expect((await seller.ask("GET", `/clients/${first.id}`)).body.lastTouchAt).toBe(call.doneAt);
  await seller.ask("POST", `/clients/${second.id}/messages`, { body: { body: "Vu au salon" } });
  expect(await mine()).toEqual(["Prospect un", "Prospect deux"]);
  const reopened = await seller.ask("POST", `/activities/${call.id}/reopen`, { body: {} });
  expect(reopened.status).toBe(200);
  expect((await seller.ask("GET", `/clients/${first.id}`)).body.lastTouchAt).toBe(first.createdAt);
});
