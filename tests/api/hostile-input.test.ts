import fc from "fast-check";
import net from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { API, type EndpointName } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { STATUS_OF } from "#contract/problem.ts";
import { openapiOf } from "#contract/openapi.ts";
import { startInstallation, type Installation, type Loose } from "#tests/support/agency.ts";
import { ASKED_ELSEWHERE } from "#tests/support/calls.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";
import { everythingBut } from "#tests/support/everything.ts";
import { HOSTILE_TEXTS, nearly, STALLING } from "#tests/support/hostile.ts";
import { EVERY_CALL } from "#tests/support/every-call.ts";

let installation: Installation;
let cast: Cast;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
});
afterAll(() => installation.stop());

const all = Object.entries(API) as [EndpointName, Endpoint][];
/** Those that end the session or key they are asked with would make every later answer a 401. */
const asked = all.filter(([name, { session }]) => session !== "none" && !ASKED_ELSEWHERE.includes(name));
const bodied = asked.filter(([, { body, raw }]) => body !== undefined && raw === undefined);
const described = openapiOf() as Loose;
const JSON_TYPE = { "content-type": "application/json" };

const statusesOf = ({ path, method }: Endpoint): number[] => Object.keys(described.paths[path][method.toLowerCase()].responses).map(Number);

/** Every answer to bad input: declared, no secret of ours in it, and when a refusal, in the one form of refusals. */
function expectClean(
  endpoint: Endpoint,
  { status, headers, body }: { status: number; headers: Headers; body: Loose },
  sent: unknown,
): void {
  const told = `${endpoint.id} ${JSON.stringify(sent).slice(0, 600)} → ${status} ${JSON.stringify(body).slice(0, 600)}`;
  expect(statusesOf(endpoint), told).toContain(status);
  expect(status, told).toBeLessThan(500);
  expect(JSON.stringify(body), told).not.toMatch(
    /\b(select|insert|update|delete) .*\b(from|into|set)\b|node_modules|at \w+ \(|syntax error|SQLSTATE/i,
  );
  if (status < 400) return;
  expect(headers.get("content-type"), told).toContain("application/problem+json");
  expect(STATUS_OF, told).toHaveProperty([body.code], status);
}

const placed = (path: string, id = "018f0000-0000-7000-8000-000000000000"): string =>
  path.replace(/\{(\w+)\}/g, (_all, name: string) => (name === "currency" ? "USD" : id));

/** A record that exists where one can be made, so that bad bodies come past "not found". */
async function realPath(name: EndpointName, endpoint: Endpoint): Promise<string> {
  const call = EVERY_CALL[name];
  return call ? (await call.make({ cast, installation })).path : placed(endpoint.path);
}

test.each(bodied)("%s: a body that is none is a 400 in our form", async (name, endpoint) => {
  const path = await realPath(name, endpoint);
  const needsBody = !endpoint.body?.safeParse({}).success;
  for (const body of [
    "{",
    "[]",
    "null",
    '"text"',
    "1",
    ...(needsBody ? ["{}", "", '{"__proto__":{"role":"administrator"}}'] : []),
    `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`,
  ]) {
    const answer = await cast.administrator.ask(endpoint.method, path, { body, headers: JSON_TYPE });
    expect([name, body.slice(0, 60), answer.status]).toEqual([name, body.slice(0, 60), 400]);
    expectClean(endpoint, answer, body.slice(0, 60));
  }
  const xml = await cast.administrator.ask(endpoint.method, path, { body: "<a/>", headers: { "content-type": "application/xml" } });
  expect(xml.status).toBe(400);
});

test.each(bodied)("%s: keys nobody may write have no effect", async (name, endpoint) => {
  const call = EVERY_CALL[name];
  if (!call) return;
  const { path, body } = await call.make({ cast, installation });
  const fingerprint = await everythingBut(installation, "denial");
  const before = await fingerprint();
  for (const extra of [
    '"workspaceId":"018f0000-0000-7000-8000-000000000000"',
    '"id":"018f0000-0000-7000-8000-000000000000"',
    '"version":7',
    '"createdBy":"x"',
    '"constructor":{"prototype":{"role":"administrator"}}',
  ]) {
    const answer = await cast.administrator.ask(endpoint.method, path, {
      body: JSON.stringify(body ?? {})
        .replace(/^\{/, `{${extra},`)
        .replace(",}", "}"),
      headers: JSON_TYPE,
    });
    expect([extra, answer.status]).toEqual([extra, 400]);
    expect(answer.body.errors[0].code).toBe("field.unknown");
  }
  expect(await fingerprint()).toBe(before);
});

test.each(asked.filter(([, { query }]) => query !== undefined))(
  "%s: an unknown name in the address is a 400 that suggests the nearest",
  async (name, endpoint) => {
    const path = await realPath(name, endpoint);
    const known = Object.keys(endpoint.query?.shape ?? {});
    const wrong = `${known[0]}x`;
    const answer = await cast.administrator.ask(endpoint.method, `${path}${path.includes("?") ? "&" : "?"}${encodeURIComponent(wrong)}=1`);
    expect([answer.status, answer.body.errors?.map(({ pointer }: Loose) => pointer)]).toEqual([400, expect.arrayContaining([`/${wrong}`])]);
    expect(known).toContain(answer.body.suggestions[wrong]);
  },
);

/** More of them by hand: scripts/fuzz.ts. */
const RUNS = Number(process.env["FUZZ_RUNS"] ?? 12);
const SEED = Number(process.env["FUZZ_SEED"] ?? 20_261_120);

test.each(asked)(
  "%s: whatever is sent, the answer is a declared one, and never a 5xx",
  { timeout: 60_000 + RUNS * 1000 },
  async (name, endpoint) => {
    const path = await realPath(name, endpoint);
    const sent = fc.record({
      id: fc.constantFrom(undefined, undefined, undefined, "x", "%00", "%F0%9F", "018f0000-0000-7000-8000-000000000000"),
      query: endpoint.query ? nearly(endpoint.query) : fc.constant(undefined),
      body: endpoint.body ? nearly(endpoint.body) : fc.constant(undefined),
    });
    await fc.assert(
      fc.asyncProperty(sent, async ({ id, query, body }) => {
        const base = id === undefined || !endpoint.path.includes("{") ? path : placed(endpoint.path, id);
        const address = query && typeof query === "object" ? `${base.split("?")[0]}?${searchOf(query)}` : base;
        const options = body === undefined ? {} : { body: JSON.stringify(body), headers: JSON_TYPE };
        expectClean(endpoint, await cast.administrator.ask(endpoint.method, address, options), { address, body });
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  },
);

function searchOf(query: object): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    Array.isArray(value) ? value.map((one) => [name, one]) : [[name, value]],
  );
  return pairs
    .map(([name, value]) => `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(value))}`)
    .join("&")
    .slice(0, 12_000);
}
const wellFormed = (value: unknown): string => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).toWellFormed();

test("hostile texts in every place for words are told as fields, and never a 5xx", async () => {
  for (const text of [...HOSTILE_TEXTS, ...STALLING]) {
    const bodies: [string, Loose][] = [
      ["/clients", { name: text, email: text, phone: text, website: text }],
      ["/contacts", { lastName: text, phone: text, email: text }],
      ["/opportunities", { name: text, client: { name: text }, amount: text, departsOn: text }],
      ["/invitations", { email: text, role: "seller" }],
    ];
    for (const [path, body] of bodies)
      expect((await cast.administrator.ask("POST", path, { body })).status, `${path} ${text.slice(0, 30)}`).toBeLessThan(500);
  }
});

test.each(asked.filter(([, { query }]) => query !== undefined))(
  "%s: a text that no database holds is refused wherever the address has room for it",
  async (name, endpoint) => {
    const path = (await realPath(name, endpoint)).split("?")[0];
    for (const key of Object.keys(endpoint.query?.shape ?? {})) {
      const answer = await cast.administrator.ask(endpoint.method, `${path}?${encodeURIComponent(key)}=a%00b`);
      expect([key, answer.status]).toEqual([key, 400]);
    }
  },
);

test("names the text that cannot be stored", async () => {
  for (const [address, pointer] of [
    ["/clients/duplicates?name=x&email=a%00b", "/email"],
    ["/contacts/duplicates?lastName=x&email=%00", "/email"],
    ["/facts?kind=a%00b", "/kind"],
  ]) {
    const { status, body } = await cast.administrator.ask("GET", address ?? "");
    expect([status, body.errors]).toMatchObject([400, [{ pointer, code: "text.unstorable" }]]);
  }
  for (const [text, place] of [
    ["a\u0000b", "null"],
    ["a\uD800b", "surrogate"],
  ]) {
    const answer = await cast.administrator.ask("POST", "/clients", { body: { name: text } });
    expect([place, answer.status, answer.body.errors[0]]).toMatchObject([place, 400, { pointer: "/name", code: "text.unstorable" }]);
  }
});

test("a body over the limit, ten thousand parameters and 64 kB of headers are refused and the process goes on", async () => {
  expect((await cast.administrator.ask("POST", "/clients", { body: { name: "x".repeat(10_000_000) } })).status).toBe(413);
  const many = Array.from({ length: 10_000 }, (_, index) => `p${index}=1`).join("&");
  expect([400, 414, 431]).toContain((await cast.administrator.ask("GET", `/opportunities?${many}`).catch(() => ({ status: 431 }))).status);
  const few = Array.from({ length: 1500 }, (_, index) => `p${index}=1`).join("&");
  const answer = await cast.administrator.ask("GET", `/opportunities?${few}`);
  expect([answer.status, answer.body.code]).toEqual([400, "request.invalid"]);
  expect(await rawAnswer(`GET /api/v1/me HTTP/1.1\r\nHost: localhost\r\nX: ${"x".repeat(64_000)}\r\n\r\n`)).toContain("431");
  expect((await cast.administrator.ask("GET", "/me")).status).toBe(200);
});

test("a body half sent, and one that says another length, leave nothing behind", async () => {
  const fingerprint = await everythingBut(installation, "denial");
  const before = await fingerprint();
  const head = `POST /api/v1/clients HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${cast.administrator.key}\r\nContent-Type: application/json\r\n`;
  const socket = net.connect(Number(new URL(installation.application.address).port), "127.0.0.1");
  await new Promise((sent) => socket.write(`${head}Content-Length: 500\r\n\r\n{"name":"Half`, sent));
  socket.destroy();
  expect(await rawAnswer(`${head}Content-Length: 5\r\n\r\n{"name":"Long"}`)).toContain("400");
  expect(await fingerprint()).toBe(before);
  expect((await cast.administrator.ask("GET", "/me")).status).toBe(200);
});

function rawAnswer(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(new URL(installation.application.address).port), "127.0.0.1", () => socket.write(text));
    let answer = "";
    socket.on("data", (chunk) => {
      answer += String(chunk);
      socket.end();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}
