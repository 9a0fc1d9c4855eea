import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { readSettings } from "#server/platform/settings-from-environment.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "escale-settings-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const read = (environment: Record<string, string>) => readSettings(environment, "/web");

test("every variable may come from a file, and an empty one is unset", () => {
  const file = path.join(folder, "url");
  writeFileSync(file, "postgres://escale@db/escale\n");
  const { settings, warnings } = read({ DATABASE_URL_FILE: file, DATABASE_URL: "ignored", PORT: "", ESCALE_PUBLIC_URL: "" });
  expect(settings).toMatchObject({ databaseUrl: "postgres://escale@db/escale", port: 3000, isPortChosen: false, publicUrl: undefined });
  expect(warnings).toEqual([]);
});

test("a file that is not there is named", () => {
  expect(() => read({ SMTP_URL_FILE: path.join(folder, "none") })).toThrow(/SMTP_URL_FILE names .*none, which cannot be read \(ENOENT\)/);
});

test("an unknown name of ours is answered with the nearest; names of others are theirs", () => {
  expect(read({ ESCALE_ROLLE: "web", ESCALATE: "x", ESCALE_DATA_FILE: "" }).warnings).toEqual([
    "There is no setting ESCALE_ROLLE; did you mean ESCALE_ROLE?",
  ]);
});

test.each([
  ["PORT", "http", /PORT must be a whole number/],
  ["ESCALE_PUBLIC_URL", "crm.example.com", /ESCALE_PUBLIC_URL must be an address/],
  ["ESCALE_ROLE", "both", /ESCALE_ROLE must be one of all, web, worker, not "both"/],
  ["LOG_LEVEL", "loud", /LOG_LEVEL must be one of/],
  ["ESCALE_TEST_NOW", "2026-11-20T10:00:00Z", /for tests only/],
])("refuses %s=%s in words", (name, value, sentence) => {
  expect(() => read({ [name]: value })).toThrow(sentence);
});

test("ESCALE_TRUST_PROXY counts proxies or names them", () => {
  expect(read({}).settings.trustProxy).toBe(false);
  expect(read({ ESCALE_TRUST_PROXY: "2" }).settings.trustProxy).toBe(2);
  expect(read({ ESCALE_TRUST_PROXY: "10.0.0.0/8" }).settings.trustProxy).toBe("10.0.0.0/8");
});
