import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { mentionOf } from "#domain/message/message.ts";
import { anActivity } from "#tests/support/activity.ts";
import { anOpportunity, startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";
import { startMailbox, type Mailbox } from "#tests/support/mailbox.ts";

const WAIT = { timeout: 20_000 };
const mailsOf = async (cast: Cast, to: string): Promise<Loose[]> =>
  (await cast.administrator.ask("GET", "/mails?limit=200")).body.data.filter((mail: Loose) => mail.to === to);

describe("without a mail server", () => {
  let installation: Installation;
  let cast: Cast;
  beforeAll(async () => {
    installation = await startInstallation();
    cast = await aCast(installation);
  });
  afterAll(() => installation.stop());

  test("the outbox shows what would have gone, in the recipient's words, and sends nothing", async () => {
    const { id } = await anOpportunity(cast.seller, { name: "Naples en mai" });
    const body = `${mentionOf({ id: cast.manager.id, name: "Marc Chef" })} le comité vote jeudi`;
    await cast.seller.ask("POST", `/opportunities/${id}/messages`, { body: { body } });
    await expect.poll(() => mailsOf(cast, cast.manager.email), WAIT).toHaveLength(1);
    const [mail] = await mailsOf(cast, cast.manager.email);
    expect(mail).toMatchObject({
      kind: "mention",
      user: { id: cast.manager.id, name: "Marc Chef" },
      subject: "Sophie Vend mentions you in a message: Naples en mai",
      state: "held",
      sentAt: null,
      can: { send: false },
    });
    expect(mail.text).toContain("@Marc Chef le comité vote jeudi");
    expect(mail.text).toContain(`/opportunities/${id}?tab=messages`);
    expect((await cast.administrator.ask("GET", "/mails")).body.mailReady).toBe(false);
    expect((await cast.administrator.ask("POST", `/mails/${mail.id}/send`, { body: {} })).body.code).toBe("mail.notSendable");
  });

  test("a link that lets in is nowhere in it", async () => {
    const email = "invitee@escale.example";
    const { link } = (await cast.administrator.ask("POST", "/invitations", { body: { email, role: "seller" } })).body;
    await cast.anonymous("POST", "/password-resets", { body: { email: cast.seller.email } });
    const [invitation] = await mailsOf(cast, email);
    expect(invitation).toMatchObject({ kind: "invitation", state: "held", user: null });
    const [reset] = (await mailsOf(cast, cast.seller.email)).filter(({ kind }) => kind === "reset");
    expect(reset).toMatchObject({ state: "held", user: { id: cast.seller.id } });
    const everything = JSON.stringify((await cast.administrator.ask("GET", "/mails?limit=200")).body);
    expect(everything).not.toContain(String(link).split("/").at(-1));
    for (const mail of [invitation, reset]) expect(mail.text).not.toMatch(/https?:/);
    const stored = await installation.application.database.within(cast.workspaceId, (db) => db.selectFrom("mail").selectAll().execute());
    expect(JSON.stringify(stored)).not.toContain(String(link).split("/").at(-1));
  });

  test("is the administrator's alone, and each agency's own", async () => {
    for (const user of [cast.manager, cast.seller, cast.reader]) expect((await user.ask("GET", "/mails")).status).toBe(403);
    const [mail] = await mailsOf(cast, cast.manager.email);
    expect((await cast.foreigner.ask("GET", "/mails")).body.data).toEqual([]);
    expect((await cast.foreigner.ask("POST", `/mails/${mail.id}/send`, { body: {} })).status).toBe(404);
    expect((await cast.seller.ask("POST", `/mails/${mail.id}/send`, { body: {} })).status).toBe(403);
  });

  test("pages and filters by state", async () => {
    const page = (await cast.administrator.ask("GET", "/mails?limit=1")).body;
    expect(page.data).toHaveLength(1);
    const next = (await cast.administrator.ask("GET", `/mails?limit=1&cursor=${page.page.nextCursor}`)).body;
    expect(next.data[0].id).not.toBe(page.data[0].id);
    expect((await cast.administrator.ask("GET", "/mails?state=sent")).body.data).toEqual([]);
  });
});

describe("with a mail server", () => {
  let installation: Installation;
  let cast: Cast;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await startMailbox();
    installation = await startInstallation({ SMTP_URL: mailbox.url, ESCALE_PUBLIC_URL: "https://escale.example" });
    cast = await aCast(installation);
  });
  afterAll(async () => {
    mailbox.refuseWith(undefined);
    await installation.stop();
    await mailbox.stop();
  });

  test("a mail goes once, in the language of its reader, with a link of the public address", async () => {
    await installation.application.database.within(cast.workspaceId, (db) =>
      db.updateTable("app_user").set({ language: "it" }).where("id", "=", cast.stranger.id).execute(),
    );
    const { id } = await anOpportunity(cast.administrator, { name: "Capri", managerId: cast.stranger.id });
    await expect.poll(() => mailbox.textsTo(cast.stranger.email), WAIT).toHaveLength(1);
    const [text] = mailbox.textsTo(cast.stranger.email);
    expect(text).toContain("ti affida");
    expect(text).toContain(`https://escale.example/opportunities/${id}`);
    await expect.poll(async () => (await mailsOf(cast, cast.stranger.email))[0]?.state, WAIT).toBe("sent");
  });

  test("who chose the bell alone gets no mail, who chose mail alone has nothing in the bell", async () => {
    await cast.manager.ask("PATCH", "/notifications/preferences", { body: { assigned: { inApp: false, byMail: true } } });
    await cast.reader.ask("PATCH", "/notifications/preferences", { body: { assigned: { inApp: true, byMail: false } } });
    const { id } = await anOpportunity(cast.seller);
    await anActivity(cast.seller, { opportunityId: id, title: "Lire le devis", assigneeId: cast.reader.id });
    await anActivity(cast.seller, { opportunityId: id, title: "Signer le devis", assigneeId: cast.manager.id });
    await expect.poll(() => mailbox.textsTo(cast.manager.email).join(), WAIT).toContain("Signer le devis");
    expect(mailbox.textsTo(cast.reader.email)).toEqual([]);
    const kinds = async (user: Cast["reader"]) => (await user.ask("GET", "/notifications")).body.data.map((one: Loose) => one.kind);
    expect(await kinds(cast.reader)).toEqual(["assigned"]);
    expect(await kinds(cast.manager)).toEqual([]);
  });

  test("who may no longer see it gets no mail of it", async () => {
    const before = mailbox.textsTo(cast.stranger.email).length;
    const { database } = installation.application;
    const { id } = await anOpportunity(cast.administrator, { name: "Secret de Capri", managerId: cast.seller.id });
    const [told] = (await cast.seller.ask("GET", "/notifications?limit=1")).body.data;
    await expect.poll(() => mailbox.textsTo(cast.seller.email).length, WAIT).toBeGreaterThan(0);
    // Told of anew, as if the mail had not been written yet, to one who does not see the record.
    await database.within(cast.workspaceId, async (db) => {
      await db.updateTable("notification").set({ recipient_id: cast.stranger.id, mailed_at: null }).where("id", "=", told.id).execute();
      await db.deleteFrom("mail").where("notification_id", "=", told.id).execute();
    });
    const { mailNotice } = await import("#server/notification/mail-notices.ts");
    const outbox = { put: () => Promise.reject(new Error("nothing may be put into the outbox")) } as never;
    const one = { workspaceId: cast.workspaceId, id: told.id, recipientId: cast.stranger.id };
    await mailNotice({ database, outbox, publicUrl: () => "" }, one);
    expect(mailbox.textsTo(cast.stranger.email)).toHaveLength(before);
    expect(id).toBeDefined();
  });

  test("a server that refuses for now is asked again; one that refuses for good fails the mail, and a person may send it again", async () => {
    mailbox.refuseWith(550);
    const { id } = await anOpportunity(cast.administrator, { name: "Refus", managerId: cast.manager.id });
    const mine = async () => (await mailsOf(cast, cast.manager.email)).find(({ subject }) => String(subject).includes("Refus"));
    await expect.poll(async () => (await mine())?.state, WAIT).toBe("failed");
    expect((await mine()).error).toContain("not now");
    mailbox.refuseWith(451);
    const again = await cast.administrator.ask("POST", `/mails/${(await mine()).id}/send`, { body: {} });
    expect([again.status, again.body.state]).toEqual([202, "queued"]);
    await expect.poll(async () => (await mine()).tries, WAIT).toBeGreaterThan(0);
    await expect.poll(async () => (await mine()).state, WAIT).toBe("queued");
    expect((await mine()).nextTryAt).not.toBeNull();
    mailbox.refuseWith(undefined);
    await expect.poll(async () => (await mine()).state, { timeout: 40_000 }).toBe("sent");
    expect(mailbox.textsTo(cast.manager.email).filter((text) => text.includes(id))).toHaveLength(1);
    expect((await cast.administrator.ask("POST", `/mails/${(await mine()).id}/send`, { body: {} })).status).toBe(409);
  });

  test("an invitation goes with its link, and the outbox says that it went", async () => {
    const email = "nouvelle@escale.example";
    const { link } = (await cast.administrator.ask("POST", "/invitations", { body: { email, role: "seller" } })).body;
    expect(await mailbox.linkTo(email)).toBe(link);
    await expect.poll(async () => (await mailsOf(cast, email))[0]?.state, WAIT).toBe("sent");
  });
});
