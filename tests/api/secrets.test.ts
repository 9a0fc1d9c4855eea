import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, asker, aUser, startInstallation, type Ask, type Installation, type TestUser } from "#tests/support/agency.ts";
import { aSession, PASSWORD, signIn, type Session } from "#tests/support/cast.ts";

let installation: Installation;
let workspaceId: string;
let administrator: TestUser;
let nobody: Ask;
let owner: pg.Client;
let smtp: SMTPServer;
const mails: string[] = [];

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData: (stream, _session, done) => {
      let text = "";
      stream.on("data", (chunk) => (text += String(chunk)));
      stream.on("end", () => {
        mails.push(text.replace(/=\r?\n/g, "").replace(/=3D/g, "="));
        done();
      });
    },
  });
  await new Promise<void>((ready) => smtp.listen(0, "127.0.0.1", ready));
  const { port } = smtp.server.address() as { port: number };
  installation = await startInstallation({ SMTP_URL: `smtp://127.0.0.1:${port}` });
  workspaceId = await anAgency(installation);
  administrator = await aUser(installation, workspaceId);
  nobody = asker(installation.application.address);
  owner = new pg.Client(installation.owner);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await installation.stop();
  await new Promise<void>((closed) => smtp.close(closed));
});

const NEW = "funiculaire-bergame-31";

async function resetLink(email: string): Promise<string> {
  // Other mails may come meanwhile: an invitation sent a moment ago.
  const links = () => mails.filter((mail) => mail.includes(email)).flatMap((mail) => /\/reset\/([\w-]+)/.exec(mail)?.[1] ?? []);
  const before = links().length;
  expect((await nobody("POST", "/password-resets", { body: { email } })).status).toBe(202);
  await expect.poll(() => links().length, { timeout: 10_000 }).toBe(before + 1);
  return links().at(-1) ?? "";
}

const reset = (token: string, password = NEW) => nobody("POST", `/password-resets/${token}`, { body: { password } });

test("a reset link is answered the same for nobody, goes by mail to somebody, works once and ends every session", async () => {
  const session = await aSession(installation, workspaceId);
  const unknown = await nobody("POST", "/password-resets", { body: { email: "nobody@escale.example" } });
  expect([unknown.status, unknown.body]).toEqual([202, ""]);
  const token = await resetLink(session.email);
  expect(token.length).toBeGreaterThanOrEqual(22);
  expect((await reset(token, "court")).body.errors[0]).toMatchObject({ pointer: "/password" });
  expect((await reset(token)).status).toBe(200);
  expect((await reset(token)).status).toBe(404);
  await expect.poll(async () => (await session.ask("GET", "/me")).status).toBe(401);
  await expect(signIn(installation, session.email)).rejects.toThrow(/credentials.wrong/);
  expect((await (await signIn(installation, session.email, NEW)).ask("GET", "/me")).status).toBe(200);
});

test("a new password ends every reset link sent before it", async () => {
  const session = await aSession(installation, workspaceId);
  const [first, second, third] = [await resetLink(session.email), await resetLink(session.email), await resetLink(session.email)];
  expect((await reset(second)).status).toBe(200);
  expect((await reset(first)).status).toBe(404);
  expect((await reset(third)).status).toBe(404);
  const again = await resetLink(session.email);
  const { ask } = await signIn(installation, session.email, NEW);
  expect((await ask("PUT", "/me/password", { body: { current: NEW, password: PASSWORD } })).status).toBe(204);
  expect((await reset(again)).status).toBe(404);
});

test("links end with their time, and a reset link is no invitation nor the contrary", async () => {
  const session = await aSession(installation, workspaceId);
  const token = await resetLink(session.email);
  expect((await nobody("POST", `/invitation-links/${token}`, { body: { name: "X", password: NEW } })).status).toBe(404);
  await owner.query("update personal_link set expires_at = clock_timestamp() - interval '1 second' where kind = 'reset'");
  expect((await reset(token)).body.code).toBe("link.unusable");
  const invited = await administrator.ask("POST", "/invitations", { body: { email: "late@escale.example", role: "seller" } });
  const link = invited.body.link.split("/").at(-1);
  expect((await reset(link)).status).toBe(404);
  await owner.query("update personal_link set expires_at = clock_timestamp() - interval '1 second' where kind = 'invitation'");
  expect((await nobody("GET", `/invitation-links/${link}`)).status).toBe(404);
  expect((await nobody("POST", `/invitation-links/${link}`, { body: { name: "X", password: NEW } })).status).toBe(404);
});

test("a disabled person's reset link is of no use", async () => {
  const session = await aSession(installation, workspaceId);
  const token = await resetLink(session.email);
  await administrator.ask("PATCH", `/users/${session.userId}`, { body: { active: false } });
  expect((await reset(token)).status).toBe(404);
});

test("an invitation withdrawn, or replaced by a newer one, does not open; it names role and e-mail and nobody changes them", async () => {
  const invite = async (role = "seller"): Promise<{ id: string; token: string }> => {
    const { body } = await administrator.ask("POST", "/invitations", { body: { email: "giulia@escale.example", role } });
    return { id: body.id, token: body.link.split("/").at(-1) };
  };
  const accept = (token: string, extra: object = {}) =>
    nobody("POST", `/invitation-links/${token}`, { body: { name: "Giulia", password: NEW, ...extra } });
  const first = await invite();
  const second = await invite("reader");
  expect((await accept(first.token)).status).toBe(404);
  expect((await administrator.ask("DELETE", `/invitations/${second.id}`)).status).toBe(204);
  expect((await accept(second.token)).status).toBe(404);
  const third = await invite("reader");
  expect((await accept(third.token, { role: "administrator" })).status).toBe(400);
  expect((await accept(third.token, { email: "other@escale.example" })).status).toBe(400);
  const tries = await Promise.all(Array.from({ length: 5 }, () => accept(third.token)));
  expect(tries.filter((answer) => answer.status === 201).length).toBe(1);
  expect(tries.find((answer) => answer.status === 201)?.body.me).toMatchObject({ role: "reader", email: "giulia@escale.example" });
});

test("secrets are stored as hashes: no token, key or password is found in any table", async () => {
  const session = await aSession(installation, workspaceId);
  const token = await resetLink(session.email);
  const secrets = [session.cookie.split("=")[1] ?? "", token, administrator.key, PASSWORD];
  const { rows: tables } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  for (const { name } of tables) {
    const { rows } = await owner.query<{ count: number }>(
      `select count(*)::int as count from "${name}" t where exists (select 1 from unnest($1::text[]) s where position(s in t::text) > 0)`,
      [secrets],
    );
    expect([name, rows[0]?.count]).toEqual([name, 0]);
  }
  const { rows } = await owner.query<{ password_hash: string }>("select password_hash from app_user where id = $1", [session.userId]);
  expect(rows[0]?.password_hash).toContain("argon2id");
});

test.each([
  ["1234567", "password.short"],
  ["password", "password.common"],
  ["azertyuiop", "password.common"],
  ["qwertyuiop", "password.common"],
  ["iloveyou", "password.common"],
])("a password like %s is refused by name", async (password, code) => {
  const session = await aSession(installation, workspaceId);
  const answer = await session.ask("PUT", "/me/password", { body: { current: PASSWORD, password } });
  expect([answer.status, answer.body.errors[0]]).toMatchObject([400, { pointer: "/password", code }]);
});

test("eight characters and sixty-four are enough and allowed; spaces and accents count; nothing is cut", async () => {
  const session: Session = await aSession(installation, workspaceId);
  const long = "é ".repeat(32);
  let current = PASSWORD;
  for (const password of ["vb8-kw2!", "x".repeat(2) + "Zk9".repeat(20) + "qq", long]) {
    const answer = await session.ask("PUT", "/me/password", { body: { current, password } });
    expect([password, answer.status]).toEqual([password, 204]);
    current = password;
  }
  await expect(signIn(installation, session.email, long.slice(0, -2))).rejects.toThrow(/credentials.wrong/);
  await signIn(installation, session.email, long);
});
