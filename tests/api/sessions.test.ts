import { get, type IncomingMessage } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { createUser } from "#server/user/create-user.ts";
import { anAgency, asker, aUser, startInstallation, type Ask, type Installation } from "#tests/support/agency.ts";
import { aCast, aSession, PASSWORD, signIn, type Cast, type Session } from "#tests/support/cast.ts";
import { everythingBut } from "#tests/support/everything.ts";
import { openStream } from "#tests/support/stream.ts";
import { EVERY_CALL } from "#tests/support/every-call.ts";

let installation: Installation;
let cast: Cast;
let nobody: Ask;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
  nobody = cast.anonymous;
});
afterAll(() => installation.stop());

/** How long a session may outlive its end: a second, and what a busy machine adds to it. Without the word of its end it would be told by a timer, much later. */
const SOON = { timeout: 10_000, interval: 20 };
const isOut = async ({ ask }: Pick<Session, "ask">): Promise<boolean> => (await ask("GET", "/me")).status === 401;

/** The session and its stream are both over within a second. */
async function expectOver(session: Session, end: () => Promise<unknown>): Promise<void> {
  const stream = await openStream(installation, { cookie: session.cookie });
  expect(await isOut(session)).toBe(false);
  await end();
  await expect.poll(() => isOut(session), SOON).toBe(true);
  await expect.poll(() => stream.isOver(), SOON).toBe(true);
}

test("signing out ends the session and its stream, and no other", async () => {
  const session = await aSession(installation, cast.workspaceId);
  const other = await signIn(installation, session.email);
  await expectOver(session, () => session.ask("DELETE", "/sessions"));
  expect(await isOut(other)).toBe(false);
});

test("a new password ends the other sessions and their streams, and keeps this one", async () => {
  const session = await aSession(installation, cast.workspaceId);
  const here = await signIn(installation, session.email);
  await expectOver(session, () => here.ask("PUT", "/me/password", { body: { current: PASSWORD, password: "funiculaire-bergame-31" } }));
  expect(await isOut(here)).toBe(false);
});

test("disabling a person ends every session, key and stream of theirs", async () => {
  const session = await aSession(installation, cast.workspaceId);
  const key = (await session.ask("POST", "/api-keys", { body: { name: "k" } })).body.key;
  const byKey = asker(installation.application.address, { authorization: `Bearer ${key}` });
  await expectOver(session, () => cast.administrator.ask("PATCH", `/users/${session.userId}`, { body: { active: false } }));
  expect((await byKey("GET", "/me")).status).toBe(401);
  await expect(signIn(installation, session.email)).rejects.toThrow(/credentials.wrong/);
});

test("an administrator ends a person's sessions; a person ends one of their own, never another's", async () => {
  const session = await aSession(installation, cast.workspaceId);
  await expectOver(session, () => cast.administrator.ask("DELETE", `/users/${session.userId}/sessions`));
  const [mine, theirs] = [await aSession(installation, cast.workspaceId), await aSession(installation, cast.workspaceId)];
  const [{ id }] = (await mine.ask("GET", "/sessions")).body.data;
  expect((await theirs.ask("DELETE", `/sessions/${id}`)).status).toBe(404);
  expect((await cast.foreigner.ask("DELETE", `/sessions/${id}`)).status).toBe(404);
  const second = { ...(await signIn(installation, mine.email)), userId: mine.userId, email: mine.email };
  await expectOver(mine, () => second.ask("DELETE", `/sessions/${id}`));
});

test("a revoked key is out at once, and only its owner revokes it", async () => {
  const { body } = await cast.seller.ask("POST", "/api-keys", { body: { name: "k" } });
  const byKey = asker(installation.application.address, { authorization: `Bearer ${body.key}` });
  expect((await byKey("GET", "/me")).status).toBe(200);
  expect((await cast.administrator.ask("DELETE", `/api-keys/${body.id}`)).status).toBe(404);
  expect((await cast.seller.ask("DELETE", `/api-keys/${body.id}`)).status).toBe(204);
  await expect.poll(async () => (await byKey("GET", "/me")).status, SOON).toBe(401);
});

test.each(["esc_", "esc_short", "Bearer", "esc_' or 1=1 --", "esc_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"])(
  "a key like %s is nobody's",
  async (key) => {
    expect((await asker(installation.application.address, { authorization: `Bearer ${key}` })("GET", "/me")).status).toBe(401);
  },
);

test("the last administrator can be neither demoted, disabled nor stripped, also by two at the same moment", async () => {
  const there = await anAgency(installation);
  const two = [await aUser(installation, there), await aUser(installation, there)];
  const answers = await Promise.all(two.map(({ id, ask }) => ask("PATCH", `/users/${id}`, { body: { role: "seller" } })));
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body.code).toBe("user.lastAdministrator");
  for (const change of [{ role: "seller" }, { active: false }, { overrides: { users: false } }])
    expect((await cast.foreigner.ask("PATCH", `/users/${cast.foreigner.id}`, { body: change })).body.code).toBe("user.lastAdministrator");
});

const JSON_TYPE = { "content-type": "application/json" };

test("a change of state from a foreign page is refused whatever it says, before anything is done", async () => {
  const session = await aSession(installation, cast.workspaceId);
  const host = new URL(installation.application.address).host;
  const fingerprint = await everythingBut(installation, "denial");
  const before = await fingerprint();
  const foreign: Record<string, string>[] = [
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: `http://${host}.evil.example` },
    { origin: `http://evil.example/${host}` },
  ];
  for (const headers of foreign) {
    for (const [method, path] of [
      ["POST", "/clients"],
      ["DELETE", "/sessions"],
      ["PATCH", "/me"],
      ["POST", "/sessions"],
    ] as const) {
      const answer = await session.ask(method, path, {
        body: '{"name":"Vol","email":"x@escale.example","password":"x"}',
        headers: { ...JSON_TYPE, ...headers },
      });
      expect([JSON.stringify(headers), method, path, answer.body.code]).toEqual([
        JSON.stringify(headers),
        method,
        path,
        "request.originRefused",
      ]);
    }
  }
  expect(await fingerprint()).toBe(before);
  const ours: Record<string, string>[] = [{ "sec-fetch-site": "same-origin" }, { origin: `http://${host}` }];
  for (const headers of ours) expect((await session.ask("POST", "/clients", { body: { name: "Club" }, headers })).status).toBe(201);
});

test("a form of another page cannot be sent: only JSON is read", async () => {
  const session = await aSession(installation, cast.workspaceId);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]) {
    const answer = await session.ask("POST", "/clients", { body: '{"name":"Vol"}', headers: { "content-type": type } });
    expect([type, answer.status]).toEqual([type, 400]);
  }
});

test("no GET changes anything", async () => {
  const session = await aSession(installation, cast.workspaceId);
  const reads = (Object.entries(API) as [keyof typeof API, Endpoint][]).filter(
    ([name, { method }]) => method === "GET" && name in EVERY_CALL,
  );
  const paths: string[] = [];
  for (const [name] of reads) paths.push((await EVERY_CALL[name]?.make({ cast, installation }))?.path ?? "");
  const fingerprint = await everythingBut(installation, "denial");
  const before = await fingerprint();
  for (const path of paths) expect((await session.ask("GET", path)).status, path).toBeLessThan(500);
  expect(await fingerprint()).toBe(before);
});

test("the cookie is kept from scripts and other sites; behind https it is bound to the host", async () => {
  const session = await aSession(installation, cast.workspaceId);
  const answer = await nobody("POST", "/sessions", { body: { email: session.email, password: PASSWORD } });
  expect(answer.headers.get("set-cookie")).toMatch(/^escale_session=[\w-]{22,}; Path=\/; (?!.*Domain).*HttpOnly; SameSite=Lax/);
  const secure = await startInstallation({ ESCALE_PUBLIC_URL: "https://crm.escale.example" });
  const email = "bound@escale.example";
  const workspaceId = await anAgency(secure);
  await createUser(secure.application.database, { workspaceId, email, name: "Inès", role: "seller", language: "en", password: PASSWORD });
  const bound = await asker(secure.application.address)("POST", "/sessions", { body: { email, password: PASSWORD } });
  expect(bound.headers.get("set-cookie")).toMatch(/^__Host-escale_session=[\w-]{22,}; Path=\/; (?=.*Secure)(?!.*Domain).*HttpOnly/);
  expect(bound.headers.get("strict-transport-security")).toContain("max-age=");
  const cookie = (bound.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  expect((await asker(secure.application.address, { cookie })("GET", "/me")).status).toBe(200);
  expect((await asker(secure.application.address, { cookie: cookie.replace("__Host-", "") })("GET", "/me")).status).toBe(401);
  await secure.stop();
});

test("every answer of the API says what a browser may do with it", async () => {
  const session = await aSession(installation, cast.workspaceId);
  for (const [method, path, status] of [
    ["GET", "/me", 200],
    ["GET", "/nothing", 404],
    ["POST", "/clients", 400],
    ["GET", "/exports/clients", 200],
  ] as const) {
    const answer = await session.ask(method, path, method === "POST" ? { body: {} } : {});
    expect(answer.status).toBe(status);
    expect(Object.fromEntries(answer.headers), path).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    });
    expect(answer.headers.get("x-powered-by")).toBeNull();
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  }
});

test("the page allows no inline script nor style, no frame around it, and no other site", async () => {
  const answer = await fetch(installation.application.address);
  const policy = answer.headers.get("content-security-policy") ?? "";
  expect(policy).not.toContain("unsafe-inline");
  expect(policy).not.toContain("unsafe-eval");
  for (const rule of [
    "default-src 'self'",
    "script-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'self'",
  ])
    expect(policy).toContain(rule);
  const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
  expect(nonce?.length).toBeGreaterThanOrEqual(22);
  const page = await answer.text();
  expect(page).toContain(nonce);
  expect(page).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style="/);
  const again = /'nonce-([^']+)'/.exec((await fetch(installation.application.address)).headers.get("content-security-policy") ?? "")?.[1];
  expect(again).not.toBe(nonce);
});

/** fetch sets Host itself: it is asked by hand. */
function withHost(host: string): Promise<number> {
  const { port } = new URL(installation.application.address);
  return new Promise((resolve, reject) => {
    get({ host: "127.0.0.1", port, path: "/api/v1/openapi.json", headers: { host } }, (answer: IncomingMessage) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).on("error", reject);
  });
}

test("only names that are ours are answered: a rebound address finds nothing", async () => {
  for (const host of ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "169.254.169.254", "[::2]"])
    expect([host, await withHost(host)]).toEqual([host, 404]);
  for (const host of ["localhost", "localhost:3000", "127.0.0.1", "[::1]:80"]) expect([host, await withHost(host)]).toEqual([host, 200]);
});
