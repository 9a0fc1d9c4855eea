import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mentionOf } from "#domain/message/message.ts";
import { NOTIFICATION_KINDS, TOLD_ONE_BY_ONE } from "#domain/notification/notification.ts";
import { anActivity, undo } from "#tests/support/activity.ts";
import { anOpportunity, aTeam, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";

let installation: Installation;
let cast: Cast;
let reasonId: string;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  reasonId = (await cast.seller.ask("GET", "/lost-reasons")).body.data[0].id;
});
afterAll(() => installation.stop());

const toldTo = async (user: TestUser, query = ""): Promise<Loose[]> =>
  (await user.ask("GET", `/notifications?limit=200${query}`)).body.data;
const about = async (user: TestUser, name: string): Promise<string[]> =>
  (await toldTo(user)).filter((one) => one.name === name).map(({ kind }) => kind);
const named = (): string => `Naples ${Math.random()}`;

describe("who is told of what", () => {
  test("a mention tells the one it means, once, with the words and the way to them", async () => {
    const name = named();
    const { id } = await anOpportunity(cast.seller, { name });
    const body = `${mentionOf({ id: cast.manager.id, name: "Marc Chef" })} le comité vote jeudi`;
    const made = (await cast.seller.ask("POST", `/opportunities/${id}/messages`, { body: { body } })).body;
    const [told] = (await toldTo(cast.manager)).filter((one) => one.name === name);
    expect(told).toMatchObject({
      kind: "mention",
      actor: { id: cast.seller.id, name: "Sophie Vend" },
      text: "@Marc Chef le comité vote jeudi",
      path: `/opportunities/${id}?tab=messages`,
      readAt: null,
    });
    await cast.seller.ask("PATCH", `/messages/${made.id}`, { body: { body: `${body} !` } });
    expect(await about(cast.manager, name)).toEqual(["mention"]);
    await cast.seller.ask("DELETE", `/messages/${made.id}`);
    expect(await about(cast.manager, name)).toEqual([]);
  });

  test("an answer tells those who wrote there before, but not the one who answers nor who is mentioned anyway", async () => {
    const name = named();
    const { id } = await anOpportunity(cast.seller, { name });
    const write = (user: TestUser, body: string) => user.ask("POST", `/opportunities/${id}/messages`, { body: { body } });
    await write(cast.seller, "Bonjour");
    await write(cast.manager, "Vu");
    await write(cast.administrator, `${mentionOf({ id: cast.manager.id, name: "Marc Chef" })} merci`);
    expect(await about(cast.seller, name)).toEqual(["reply", "reply"]);
    expect(await about(cast.manager, name)).toEqual(["mention"]);
    expect(await about(cast.administrator, name)).toEqual([]);
  });

  test("an activity given to me by somebody else, not one of my own nor one recorded as done", async () => {
    const name = named();
    const { id } = await anOpportunity(cast.seller, { name });
    await anActivity(cast.seller, { opportunityId: id });
    const made = await anActivity(cast.manager, { opportunityId: id, title: "Rappeler le car", assigneeId: cast.seller.id });
    await anActivity(cast.manager, { opportunityId: id, assigneeId: cast.seller.id, done: true });
    const told = (await toldTo(cast.seller)).filter((one) => one.name === name);
    expect(told.map(({ kind, text, path }) => [kind, text, path])).toEqual([
      ["assigned", made.title, `/opportunities/${id}?tab=activities`],
    ]);
  });

  test("an opportunity given to me and taken from me; who may no longer see it reads its name then, and is led nowhere", async () => {
    const name = named();
    const { id } = await anOpportunity(cast.seller, { name });
    await cast.manager.ask("PATCH", `/opportunities/${id}`, { body: { managerId: cast.stranger.id, teamId: null } });
    expect(await toldTo(cast.stranger)).toContainEqual(
      expect.objectContaining({ kind: "given", name, path: `/opportunities/${id}`, actor: { id: cast.manager.id, name: "Marc Chef" } }),
    );
    expect(await toldTo(cast.seller)).toContainEqual(expect.objectContaining({ kind: "taken", name, path: null }));
    expect(await about(cast.manager, name)).toEqual([]);
  });

  test("many at once are told as a number", async () => {
    const giver = await aUser(installation, cast.workspaceId, { name: "Gilles Donne" });
    const taker = await aUser(installation, cast.workspaceId, { role: "seller", name: "Tom Prend" });
    const ids = [];
    for (let n = 0; n <= TOLD_ONE_BY_ONE; n += 1) ids.push((await anOpportunity(giver)).id);
    await giver.ask("POST", "/opportunities/bulk", { body: { ids, change: { managerId: taker.id } } });
    expect((await toldTo(taker)).map(({ kind, count, name, path }) => [kind, count, name, path])).toEqual([
      ["given", ids.length, "", `/opportunities/list?managerId=${taker.id}`],
    ]);
  });

  test("a win of my team by somebody else", async () => {
    const name = named();
    const { id } = await anOpportunity(cast.seller, { name, teamId: cast.team });
    await cast.seller.ask("POST", `/opportunities/${id}/win`, { body: {} });
    expect(await about(cast.manager, name)).toEqual(["won"]);
    expect(await about(cast.reader, name)).toEqual(["won"]);
    expect(await about(cast.seller, name)).toEqual([]);
    expect(await about(cast.stranger, name)).toEqual([]);
    const lost = named();
    const other = await anOpportunity(cast.seller, { name: lost, teamId: cast.team });
    await cast.seller.ask("POST", `/opportunities/${other.id}/lose`, { body: { reasonId } });
    expect(await about(cast.manager, lost)).toEqual([]);
  });

  test("an undo takes back what nobody read yet, and tells nothing of its own", async () => {
    const name = named();
    const { id } = await anOpportunity(cast.administrator, { name, managerId: cast.seller.id });
    expect(await about(cast.seller, name)).toEqual(["given"]);
    await cast.administrator.ask("POST", "/notifications/read", { body: {} });
    const given = await cast.administrator.ask("PATCH", `/opportunities/${id}`, { body: { managerId: cast.manager.id } });
    expect(await about(cast.manager, name)).toEqual(["given"]);
    expect(await about(cast.seller, name)).toEqual(["taken"]);
    await undo(cast.administrator, given);
    expect(await about(cast.manager, name)).toEqual([]);
    expect(await about(cast.seller, name)).toEqual(["given"]);
  });
});

describe("rights are asked again at reading", () => {
  test("what is no longer visible is not told: given on, deleted, or without the module's right", async () => {
    const name = named();
    const { id } = await anOpportunity(cast.administrator, { name, managerId: cast.seller.id });
    await anActivity(cast.administrator, { opportunityId: id, assigneeId: cast.seller.id });
    expect(await about(cast.seller, name)).toEqual(["assigned", "given"]);
    await cast.administrator.ask("PATCH", `/users/${cast.seller.id}`, { body: { overrides: { activities: "none" } } });
    await expect.poll(() => about(cast.seller, name)).toEqual(["given"]);
    await cast.administrator.ask("PATCH", `/users/${cast.seller.id}`, { body: { overrides: {} } });
    await expect.poll(() => about(cast.seller, name)).toEqual(["assigned", "given"]);
    await cast.administrator.ask("PATCH", `/opportunities/${id}`, { body: { managerId: cast.stranger.id } });
    expect(await about(cast.seller, name)).toEqual(["taken"]);
    await cast.administrator.ask("DELETE", `/opportunities/${id}`);
    expect(await about(cast.stranger, name)).toEqual([]);
  });

  test("each one's notifications are their own: nobody else lists, reads or hears of them", async () => {
    const name = named();
    await anOpportunity(cast.administrator, { name, managerId: cast.seller.id });
    const [told] = (await toldTo(cast.seller)).filter((one) => one.name === name);
    for (const user of [cast.manager, cast.administrator, cast.foreigner]) {
      expect(await about(user, name)).toEqual([]);
      expect((await user.ask("POST", `/notifications/${told?.id}/read`, { body: {} })).status).toBe(404);
      await user.ask("POST", "/notifications/read", { body: { ids: [told?.id] } });
    }
    expect((await toldTo(cast.seller, "&unread=true")).map(({ id }) => id)).toContain(told?.id);
  });
});

describe("read and unread", () => {
  test("are counted and marked one by one, by record, or all; the list pages", async () => {
    const me = await aUser(installation, cast.workspaceId, {
      role: "seller",
      teamIds: [await aTeam(installation, cast.workspaceId, named())],
    });
    const ids = [];
    for (let n = 0; n < 4; n += 1) ids.push((await anOpportunity(cast.administrator, { managerId: me.id })).id);
    const first = (await me.ask("GET", "/notifications?limit=3")).body;
    expect([first.data.length, first.unread]).toEqual([3, 4]);
    const second = (await me.ask("GET", `/notifications?limit=3&cursor=${first.page.nextCursor}`)).body;
    expect([second.data.length, second.page.nextCursor]).toEqual([1, null]);
    expect((await me.ask("POST", `/notifications/${first.data[0].id}/read`, { body: {} })).body).toEqual({ unread: 3 });
    expect((await me.ask("POST", "/notifications/read", { body: { recordId: ids[0] } })).body).toEqual({ unread: 2 });
    expect((await me.ask("GET", "/notifications?unread=false")).body.data).toHaveLength(2);
    expect((await me.ask("POST", "/notifications/read", { body: {} })).body).toEqual({ unread: 0 });
    expect(await toldTo(me, "&unread=true")).toEqual([]);
    expect((await me.ask("GET", "/notifications?cursor=x")).status).toBe(400);
  });
});

describe("where one is told", () => {
  test("each kind has its defaults; a choice holds from then on; nowhere means nothing", async () => {
    const me = await aUser(installation, cast.workspaceId, { role: "seller" });
    const shown = (await me.ask("GET", "/notifications/preferences")).body;
    expect(shown.data.map(({ kind }: Loose) => kind)).toEqual(NOTIFICATION_KINDS);
    expect(shown.data[0]).toEqual({ kind: "mention", inApp: true, byMail: true });
    expect(shown.mailReady).toBe(false);
    const set = await me.ask("PATCH", "/notifications/preferences", { body: { given: { inApp: false, byMail: false } } });
    expect(set.body.data.find(({ kind }: Loose) => kind === "given")).toEqual({ kind: "given", inApp: false, byMail: false });
    await anOpportunity(cast.administrator, { managerId: me.id });
    expect(await toldTo(me)).toEqual([]);
    expect((await me.ask("PATCH", "/notifications/preferences", { body: { other: { inApp: true, byMail: true } } })).status).toBe(400);
    const told = (await cast.administrator.ask("GET", `/facts?kind=user.preferences&actorId=${me.id}`)).body.data;
    expect(told[0].fields).toMatchObject([{ field: "given", from: "both", to: "none" }]);
  });
});
