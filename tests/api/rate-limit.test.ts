import { afterAll, beforeAll, expect, test } from "vitest";
import { anAgency, asker, aUser, startInstallation, type Installation, type TestUser } from "#tests/support/agency.ts";

let installation: Installation;
let script: TestUser;
let other: TestUser;

beforeAll(async () => {
  installation = await startInstallation({ ESCALE_RATE_LIMIT: "5" });
  const workspaceId = await anAgency(installation);
  script = await aUser(installation, workspaceId);
  other = await aUser(installation, workspaceId);
});
afterAll(() => installation.stop());

test("every answer says how much of the limit is left, also a refusal; beyond it one waits, and nobody else does", async () => {
  const first = await script.ask("GET", "/me");
  expect(first.headers.get("ratelimit-policy")).toBe('"default";q=5;w=60');
  expect(first.headers.get("ratelimit")).toMatch(/^"default";r=4;t=\d+$/);
  const refused = await script.ask("GET", "/opportunities?nosuch=1");
  expect([refused.status, refused.headers.get("ratelimit")?.slice(0, 13)]).toEqual([400, '"default";r=3']);
  for (let n = 0; n < 3; n += 1) await script.ask("GET", "/me");
  const beyond = await script.ask("GET", "/me");
  expect(beyond.status).toBe(429);
  expect(Number(beyond.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(beyond.headers.get("ratelimit-policy")).toBe('"default";q=5;w=60');
  expect(beyond.headers.get("ratelimit")).toBe(`"default";r=0;t=${beyond.headers.get("retry-after")}`);
  expect(beyond.body).toMatchObject({ code: "request.tooMany", retryAfter: Number(beyond.headers.get("retry-after")) });
  expect(beyond.body.allowance).toBeUndefined();
  expect((await other.ask("GET", "/me")).status).toBe(200);
});

test("a key beyond its limit is told so by the same headers", async () => {
  const owner = await aUser(installation, await anAgency(installation, { name: "Autre" }));
  const { key } = (await owner.ask("POST", "/api-keys", { body: { name: "script" } })).body;
  const ask = asker(installation.application.address, { authorization: `Bearer ${key}` });
  const answers = [];
  for (let n = 0; n < 6; n += 1) answers.push(await ask("GET", "/me"));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = answers.at(-1)?.headers;
  expect(refused?.get("ratelimit")).toBe(`"default";r=0;t=${refused?.get("retry-after")}`);
});

test("who tries to sign in too often is told which limit it was and when to try again", async () => {
  const nobody = asker(installation.application.address);
  const trying = () => nobody("POST", "/sessions", { body: { email: "nobody@escale.example", password: "not-the-one-27" } });
  for (let n = 0; n < 10; n += 1) expect((await trying()).status).toBe(401);
  const refused = await trying();
  expect(refused.status).toBe(429);
  expect(refused.headers.get("ratelimit-policy")).toBe('"sign-in";q=10;w=60');
  expect(refused.headers.get("ratelimit")).toBe(`"sign-in";r=0;t=${refused.headers.get("retry-after")}`);
});

test("without a limit nothing is said of one", async () => {
  const free = await startInstallation();
  try {
    const answer = await asker(free.application.address)("GET", "/me");
    expect(answer.headers.get("ratelimit")).toBeNull();
  } finally {
    await free.stop();
  }
});
