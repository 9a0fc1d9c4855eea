import { afterAll, beforeAll, expect, test } from "vitest";
import { startInstallation, type Installation } from "#tests/support/agency.ts";

let installation: Installation;
let guarded: Installation;

beforeAll(async () => {
  installation = await startInstallation();
  guarded = await startInstallation({ ESCALE_METRICS_TOKEN: "long-enough-a-token" });
});
afterAll(async () => {
  await installation.stop();
  await guarded.stop();
});

const get = (from: Installation, path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(from.application.address + path, { headers });

test("the process, the database, the migrations and the queue are told to the host's tools", async () => {
  expect(await (await get(installation, "/healthz")).json()).toEqual({ status: "ok" });
  const ready = await get(installation, "/readyz");
  expect(ready.status).toBe(200);
  expect(await ready.json()).toMatchObject({ status: "ok", stopping: false, database: "ok", migrations: "ok", queueAgeSeconds: 0 });
  expect(await (await get(installation, "/version")).json()).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+$/) });
});

test("who leaves says so at /readyz and still answers", async () => {
  const leaving = await startInstallation();
  leaving.application.leave();
  const ready = await get(leaving, "/readyz");
  expect([ready.status, ready.headers.get("retry-after")]).toEqual([503, "2"]);
  expect((await get(leaving, "/api/v1/openapi.json")).status).toBe(200);
  await leaving.stop();
});

test("metrics count by the pattern of the route, never by the address", async () => {
  await get(installation, "/api/v1/opportunities?q=secret-name");
  const text = await (await get(installation, "/metrics")).text();
  expect(text).toMatch(/escale_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/opportunities",status="4xx"\} 1/);
  expect(text).not.toContain("secret-name");
  for (const line of text.trimEnd().split("\n")) expect(line).toMatch(/^(# (HELP|TYPE) \w+ .+|\w+(\{[^}]*\})? -?[\d.e+-]+)$/);
});

test("metrics are for this machine, not for who comes through a proxy on it", async () => {
  expect((await get(installation, "/metrics", { "x-forwarded-for": "203.0.113.9" })).status).toBe(404);
});

test("with a token set, metrics are for its holder alone", async () => {
  expect((await get(guarded, "/metrics")).status).toBe(404);
  expect((await get(guarded, "/metrics", { authorization: "Bearer another" })).status).toBe(404);
  expect((await get(guarded, "/metrics", { authorization: "Bearer long-enough-a-token" })).status).toBe(200);
});

test("the reference page shows every endpoint and loads nothing from elsewhere", async () => {
  const answer = await get(installation, "/docs/api");
  expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
  const page = await answer.text();
  const { paths } = (await (await get(installation, "/api/v1/openapi.json")).json()) as {
    paths: Record<string, Record<string, { operationId: string }>>;
  };
  for (const operation of Object.values(paths).flatMap((methods) => Object.values(methods)))
    expect(page).toContain(`<h3 id="${operation.operationId}">`);
  for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`id="${target}"`);
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect((await get(installation, "/docs/api.css")).status).toBe(200);
});
