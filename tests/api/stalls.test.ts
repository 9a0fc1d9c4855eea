import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { API, type EndpointName } from "#contract/api.ts";
import type { Endpoint } from "#contract/endpoint.ts";
import { startInstallation, type Installation } from "#tests/support/agency.ts";
import { ASKED_ELSEWHERE } from "#tests/support/calls.ts";
import { aCast, type Cast } from "#tests/support/cast.ts";
import { EVERY_CALL } from "#tests/support/every-call.ts";
import { HOSTILE_TEXTS, STALLING } from "#tests/support/hostile.ts";

let installation: Installation;
let cast: Cast;

beforeAll(async () => {
  installation = await startInstallation();
  cast = await aCast(installation);
});
afterAll(() => installation.stop());

const bodied = (Object.entries(API) as [EndpointName, Endpoint][]).filter(
  ([name, { session, body, raw }]) => session !== "none" && !ASKED_ELSEWHERE.includes(name) && body !== undefined && raw === undefined,
);
const JSON_TYPE = { "content-type": "application/json" };

/** Processor time of this process, which is test and server at once: the longest the event loop can have stood still. */
async function busyMillis(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A collection of garbage may fall into one try; a pattern that stalls does so again. */
async function leastBusyMillis(work: () => Promise<unknown>): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let tries = 0; tries < 4 && least > 200; tries += 1) least = Math.min(least, await busyMillis(work));
  return least;
}

const withText = (value: unknown, text: string): unknown => {
  if (typeof value === "string") return text;
  if (Array.isArray(value)) return value.map((one) => withText(one, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withText(one, text)]));
};

test.each(bodied)("%s: texts made to stall keep the event loop busy for 200 ms at most", { timeout: 60_000 }, async (name, endpoint) => {
  const call = EVERY_CALL[name];
  if (!call) return;
  const { path, body } = await call.make({ cast, installation });
  for (const text of STALLING) {
    const sent = JSON.stringify(withText(body ?? {}, text)).slice(0, 1_000_000);
    const ask = async (): Promise<void> => {
      expect((await cast.administrator.ask(endpoint.method, path, { body: sent, headers: JSON_TYPE })).status).toBeLessThan(500);
    };
    expect(await leastBusyMillis(ask), `${name} ${text.slice(0, 20)}`).toBeLessThan(200);
  }
});

test("hostile texts searched for keep the event loop busy for 200 ms at most", async () => {
  for (const text of [...HOSTILE_TEXTS, ...STALLING])
    for (const path of ["/search", "/opportunities", "/clients", "/contacts", "/activities", "/products", "/suppliers"]) {
      const address = `${path}?q=${encodeURIComponent(text.toWellFormed().slice(0, 4000))}`;
      const ask = async (): Promise<void> => {
        expect((await cast.administrator.ask("GET", address)).status, address.slice(0, 60)).toBeLessThan(500);
      };
      expect(await leastBusyMillis(ask), address.slice(0, 60)).toBeLessThan(200);
    }
});

test("a stall that is planted is found", { timeout: 120_000 }, async () => {
  const ask = async (): Promise<void> => {
    const name = `${"a".repeat(27)}!`;
    expect((await cast.administrator.ask("POST", "/clients", { body: { name } })).status).toBe(201);
  };
  expect(await leastBusyMillis(ask)).toBeLessThan(200);
  // Where every text of every body comes by: a pattern that tries very many ways.
  const planted = vi.spyOn(String.prototype, "isWellFormed").mockImplementation(function careless(this: string) {
    return !/^(a+)+$/.test(this);
  });
  try {
    expect(await leastBusyMillis(ask)).toBeGreaterThan(200);
  } finally {
    planted.mockRestore();
  }
});
