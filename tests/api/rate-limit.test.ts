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
  expect((await other.ask("GET", "/me")).status).toBe(200);
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
