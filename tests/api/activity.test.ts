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
let manager: TestUser;
let reader: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  const workspaceId = await anAgency(installation);
  const [groups, schools] = [await aTeam(installation, workspaceId, "Groups"), await aTeam(installation, workspaceId, "Schools")];
  seller = await aUser(installation, workspaceId, { role: "seller", teamIds: [groups] });
  other = await aUser(installation, workspaceId, { role: "seller", teamIds: [schools] });
  manager = await aUser(installation, workspaceId, { role: "manager", teamIds: [groups] });
  reader = await aUser(installation, workspaceId, { role: "reader", teamIds: [groups] });
});
afterAll(() => installation.stop());

describe("a planned activity", () => {
  test("is due today and its planner's unless said, with the client of its opportunity", async () => {
    const opportunity = await anOpportunity(seller);
    const made = await anActivity(seller, { opportunityId: opportunity.id });
    expect(made).toMatchObject({
      status: "planned",
      dueOn: today(),
      dueTime: null,
      overdue: false,
      assignee: { id: seller.id },
      opportunity: { id: opportunity.id, name: opportunity.name },
      client: { id: opportunity.client.id },
      can: { edit: true, delete: true },
    });
    expect((await seller.ask("GET", `/activities/${made.id}`)).body).toEqual(made);
  });

  test("shows on its opportunity as the next one: the earliest of those that are not done", async () => {
    const { id } = await anOpportunity(seller);
    expect((await shown(seller, id)).nextActivity).toBeNull();
    const later = await anActivity(seller, { opportunityId: id, dueOn: inDays(5) });
    const sooner = await anActivity(seller, { opportunityId: id, dueOn: inDays(2), dueTime: "14:30", kind: "visit" });
    await anActivity(seller, { opportunityId: id, dueOn: inDays(2), title: "Sans heure" });
    expect((await shown(seller, id)).nextActivity).toEqual({
      id: sooner.id,
      kind: "visit",
      title: sooner.title,
      dueOn: inDays(2),
      dueTime: "14:30",
    });
    await seller.ask("PATCH", `/activities/${later.id}`, { body: { dueOn: inDays(1) } });
    expect((await shown(seller, id)).nextActivity.id).toBe(later.id);
    await seller.ask("DELETE", `/activities/${later.id}`);
    expect((await shown(seller, id)).nextActivity.id).toBe(sooner.id);
    const card = (await seller.ask("GET", "/opportunities/board?limit=100")).body.columns
      .flatMap((column: Loose) => column.cards)
      .find((one: Loose) => one.id === id);
    expect(card.nextActivity.id).toBe(sooner.id);
  });

  test("does not stop the clock: the last touch stays", async () => {
    const { id, lastTouch } = await anOpportunity(seller);
    await anActivity(seller, { opportunityId: id });
    expect((await shown(seller, id)).lastTouch).toEqual(lastTouch);
  });

  test("is refused with the field named: nothing to hang on, unknown records, wrong times", async () => {
    const { id } = await anOpportunity(seller);
    const theirs = await anOpportunity(other);
    const wrong = [
      [{}, "/opportunityId"],
      [{ opportunityId: theirs.id }, "/opportunityId"],
      [{ opportunityId: id, kind: "party" }, "/kind"],
      [{ opportunityId: id, title: " " }, "/title"],
      [{ opportunityId: id, dueOn: "2026-02-30" }, "/dueOn"],
      [{ opportunityId: id, dueTime: "25:00" }, "/dueTime"],
      [{ opportunityId: id, durationMinutes: 0 }, "/durationMinutes"],
      [{ opportunityId: id, contactId: theirs.id }, "/contactId"],
      [{ opportunityId: id, assigneeId: theirs.id }, "/assigneeId"],
      [{ clientId: theirs.id }, "/clientId"],
      [{ opportunityId: id, doneAt: `${inDays(2)}T10:00:00Z` }, "/doneAt"],
      [{ opportunityId: id, remindAt: "tomorrow" }, "/remindAt"],
    ] as const;
    for (const [facts, pointer] of wrong) {
      const answer = await seller.ask("POST", "/activities", { body: { kind: "call", title: "x", ...facts } });
      expect([answer.status, answer.body.errors?.[0]?.pointer], JSON.stringify(facts)).toEqual([400, pointer]);
    }
  });

  test("is edited, refuses a stale version, and the change is undone", async () => {
    const { id } = await anOpportunity(seller);
    const made = await anActivity(seller, { opportunityId: id });
    const edited = await seller.ask("PATCH", `/activities/${made.id}`, {
      body: { title: "Rappeler", dueOn: inDays(3), notes: "Le matin" },
    });
    expect(edited.body).toMatchObject({ title: "Rappeler", dueOn: inDays(3), notes: "Le matin", version: 2 });
    const stale = await seller.ask("PATCH", `/activities/${made.id}`, { body: { title: "x" }, headers: { "if-match": '"1"' } });
    expect([stale.status, stale.body.code]).toEqual([412, "record.stale"]);
    expect(stale.body).toMatchObject({ current: { title: "Rappeler", version: 2 }, changedBy: { name: "Claire Lambert" } });
    expect((await undo(seller, edited)).status).toBe(200);
    expect((await seller.ask("GET", `/activities/${made.id}`)).body).toMatchObject({ title: made.title, dueOn: made.dueOn, notes: null });
    expect((await shown(seller, id)).nextActivity.dueOn).toBe(made.dueOn);
  });

  test("is deleted, and comes back by undo", async () => {
    const { id } = await anOpportunity(seller);
    const made = await anActivity(seller, { opportunityId: id });
    const deleted = await seller.ask("DELETE", `/activities/${made.id}`);
    expect(deleted.status).toBe(204);
    expect((await seller.ask("GET", `/activities/${made.id}`)).status).toBe(404);
    expect((await shown(seller, id)).nextActivity).toBeNull();
    expect((await undo(seller, deleted)).status).toBe(200);
    expect((await shown(seller, id)).nextActivity.id).toBe(made.id);
  });

  test("planning is undone: nothing is left of it", async () => {
    const { id } = await anOpportunity(seller);
    const answer = await seller.ask("POST", "/activities", { body: { kind: "task", title: "Envoyer la brochure", opportunityId: id } });
    expect((await undo(seller, answer)).status).toBe(200);
    expect((await seller.ask("GET", `/activities/${answer.body.id}`)).status).toBe(404);
    expect((await shown(seller, id)).nextActivity).toBeNull();
  });

  test("many are postponed as one change with one undo; those of others are left out", async () => {
    const { id } = await anOpportunity(seller);
    const theirs = await anActivity(other, { opportunityId: (await anOpportunity(other)).id, dueOn: inDays(-2) });
    const mine = await anActivity(seller, { opportunityId: id, dueOn: inDays(-3) });
    expect(mine.overdue).toBe(true);
    const answer = await seller.ask("POST", "/activities/postpone", { body: { ids: [mine.id, theirs.id], dueOn: inDays(1) } });
    expect(answer.body).toEqual({ changed: 1, skipped: 1 });
    expect((await seller.ask("GET", `/activities/${mine.id}`)).body).toMatchObject({ dueOn: inDays(1), overdue: false });
    expect((await other.ask("GET", `/activities/${theirs.id}`)).body.dueOn).toBe(inDays(-2));
    await undo(seller, answer);
    expect((await seller.ask("GET", `/activities/${mine.id}`)).body.dueOn).toBe(inDays(-3));
  });
});

describe("done", () => {
  test("in one request with its outcome and the next one planned, as one change", async () => {
    const { id, client } = await anOpportunity(seller);
    const made = await anActivity(seller, { opportunityId: id });
    const done = await seller.ask("POST", `/activities/${made.id}/done`, {
      body: {
        outcome: "Rappelle lundi",
        durationMinutes: 12,
        next: { kind: "meeting", title: "Rendez-vous", dueOn: inDays(7), dueTime: "09:00" },
      },
    });
    expect(done.body).toMatchObject({
      status: "done",
      outcome: "Rappelle lundi",
      durationMinutes: 12,
      doneBy: { id: seller.id },
      next: { kind: "meeting", status: "planned", dueOn: inDays(7), assignee: { id: seller.id }, client: { id: client.id } },
    });
    expect(await shown(seller, id)).toMatchObject({
      lastTouch: { kind: "call", at: done.body.doneAt },
      nextActivity: { id: done.body.next.id },
    });
    expect((await seller.ask("POST", `/activities/${made.id}/done`, { body: {} })).body.code).toBe("activity.done");
    expect((await undo(seller, done)).status).toBe(200);
    expect(await shown(seller, id)).toMatchObject({ lastTouch: { kind: "created" }, nextActivity: { id: made.id } });
    expect((await seller.ask("GET", `/activities/${done.body.next.id}`)).status).toBe(404);
  });

  test("is a touch; reopened, the touch before it is the last again", async () => {
    const { id } = await anOpportunity(seller);
    const first = await anActivity(seller, { opportunityId: id, kind: "mail", done: true });
    const second = await anActivity(seller, { opportunityId: id });
    await seller.ask("POST", `/activities/${second.id}/done`, { body: {} });
    expect((await shown(seller, id)).lastTouch.kind).toBe("call");
    const reopened = await seller.ask("POST", `/activities/${second.id}/reopen`, { body: {} });
    expect(reopened.body).toMatchObject({ status: "planned", doneAt: null, doneBy: null });
    expect((await shown(seller, id)).lastTouch).toEqual({ kind: "mail", at: first.doneAt });
    expect((await seller.ask("POST", `/activities/${second.id}/reopen`, { body: {} })).body.code).toBe("activity.notDone");
    await undo(seller, reopened);
    expect((await shown(seller, id)).lastTouch.kind).toBe("call");
  });

  test("recorded at an earlier moment, it does not hide a later touch", async () => {
    const { id, lastTouch } = await anOpportunity(seller);
    const call = await anActivity(seller, { opportunityId: id, doneAt: `${inDays(-1)}T10:00:00+02:00` });
    expect(call).toMatchObject({ status: "done", doneAt: `${inDays(-1)}T08:00:00.000Z` });
    expect((await shown(seller, id)).lastTouch).toEqual(lastTouch);
  });

  test("recording a done one is undone: no touch is left", async () => {
    const { id } = await anOpportunity(seller);
    const answer = await seller.ask("POST", "/activities", { body: { kind: "visit", title: "Visite", opportunityId: id, done: true } });
    expect((await shown(seller, id)).lastTouch.kind).toBe("visit");
    expect((await undo(seller, answer)).status).toBe(200);
    expect((await shown(seller, id)).lastTouch.kind).toBe("created");
  });

  test("a reader may read, not do; the timeline tells who did what", async () => {
    const { id } = await anOpportunity(seller);
    const made = await anActivity(seller, { opportunityId: id });
    for (const [method, path, body] of [
      ["POST", "/activities", { kind: "call", title: "x", opportunityId: id }],
      ["PATCH", `/activities/${made.id}`, { title: "x" }],
      ["DELETE", `/activities/${made.id}`, undefined],
      ["POST", `/activities/${made.id}/done`, {}],
      ["POST", `/activities/${made.id}/reopen`, {}],
      ["POST", "/activities/postpone", { ids: [made.id], dueOn: inDays(1) }],
    ] as const)
      expect((await reader.ask(method, path, body === undefined ? {} : { body })).status, `${method} ${path}`).toBe(403);
    expect((await reader.ask("GET", `/activities/${made.id}`)).body.can).toEqual({ edit: false, delete: false });
    await seller.ask("POST", `/activities/${made.id}/done`, { body: { outcome: "Accord" } });
    const facts = (await seller.ask("GET", `/opportunities/${id}/timeline`)).body.data;
    expect(facts[0]).toMatchObject({ kind: "activity.done", actor: { id: seller.id }, record: { type: "activity", name: made.title } });
    expect(facts[0].fields.map((field: Loose) => field.field)).toEqual(expect.arrayContaining(["doneAt", "outcome"]));
    expect(facts[1]).toMatchObject({ kind: "activity.created" });
  });
});

describe("the list", () => {
  test("pages by due day and time, filters, counts and searches", async () => {
    const { id, client } = await anOpportunity(seller, { client: { name: "Club des cinq" } });
    const times = [null, "16:00", "09:00"];
    for (const dueTime of times) await anActivity(seller, { opportunityId: id, dueOn: inDays(20), dueTime, title: `À ${dueTime}` });
    await anActivity(seller, { opportunityId: id, dueOn: inDays(-10), title: "Relancer Zéphyrin" });
    await anActivity(seller, { opportunityId: id, kind: "visit", done: true, outcome: "Intéressés par Zanzibar" });
    const list = async (query: string, user = seller) => (await user.ask("GET", `/activities?opportunityId=${id}&${query}`)).body;
    const titles = (page: Loose): string[] => page.data.map((row: Loose) => row.title);
    const first = await list("status=planned&limit=2&count=exact");
    expect([titles(first), first.total]).toEqual([["Relancer Zéphyrin", "À 09:00"], 4]);
    const second = await list(`status=planned&limit=2&count=exact&cursor=${first.page.nextCursor}`);
    expect([titles(second), second.page.nextCursor]).toEqual([["À 16:00", "À null"], null]);
    expect(titles(await list("overdue=true"))).toEqual(["Relancer Zéphyrin"]);
    expect((await list("overdue=false")).data).toHaveLength(4);
    expect((await list("sort=-doneAt")).data.map((row: Loose) => row.kind)).toEqual(["visit"]);
    expect((await list("kind=visit,meeting")).data).toHaveLength(1);
    expect(titles(await list("q=zephyr"))).toEqual(["Relancer Zéphyrin"]);
    expect((await list("q=zanzibar")).data).toHaveLength(1);
    expect((await list(`dueOn[gte]=${inDays(20)}&dueOn[lte]=${inDays(20)}`)).data).toHaveLength(3);
    expect((await seller.ask("GET", `/activities?clientId=${client.id}`)).body.data).toHaveLength(5);
    expect((await list("sort=title")).code).toBe("request.invalid");
    expect((await list("", other)).data).toEqual([]);
    expect((await list("q=zephyr", other)).data).toEqual([]);
    expect((await list("q=zephyr", manager)).data).toHaveLength(1);
  });

  test("follows its opportunity: another manager, another client, deleted and back", async () => {
    const { id } = await anOpportunity(seller);
    const made = await anActivity(seller, { opportunityId: id });
    const client = (await seller.ask("POST", "/clients", { body: { name: "Autre client" } })).body;
    await seller.ask("PATCH", `/opportunities/${id}`, { body: { clientId: client.id } });
    expect((await seller.ask("GET", `/activities/${made.id}`)).body.client).toEqual({ id: client.id, name: "Autre client" });
    await seller.ask("PATCH", `/opportunities/${id}`, { body: { managerId: other.id, teamId: null } });
    expect((await seller.ask("GET", `/activities/${made.id}`)).status).toBe(404);
    expect((await other.ask("GET", `/activities/${made.id}`)).status).toBe(200);
    await other.ask("DELETE", `/opportunities/${id}`);
    expect((await other.ask("GET", `/activities/${made.id}`)).status).toBe(404);
    await other.ask("POST", `/opportunities/${id}/restore`, { body: {} });
    expect((await other.ask("GET", `/activities/${made.id}`)).status).toBe(200);
  });
});
