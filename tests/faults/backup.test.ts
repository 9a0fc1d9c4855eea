import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backupTo, restoreFrom } from "#server/admin/backup.ts";
import type { Installation as Hosted } from "#server/admin/installation.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type TestUser } from "#tests/support/agency.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "escale-backup-"));
const file = path.join(folder, "escale.gz");
let installation: Installation;
let user: TestUser;

beforeAll(async () => {
  installation = await startInstallation();
  user = await aUser(installation, await anAgency(installation));
  await anOpportunity(user, { name: "Saved" });
  await backupTo(hosted(), file, new Date());
});
afterAll(async () => {
  await installation.stop();
  rmSync(folder, { recursive: true, force: true });
});

const hosted = (): Hosted => ({
  database: installation.application.database,
  owner: installation.owner,
  folder: undefined,
  migrated: [],
});

const whole = (): string => gunzipSync(readFileSync(file)).toString("utf8");

test.each([
  ["an empty file", () => Buffer.alloc(0), /is broken, or no backup of Escale/],
  ["something else", () => Buffer.from("hello"), /is broken, or no backup of Escale/],
  ["something else, compressed", () => gzipSync("hello\n"), /is broken, or no backup of Escale/],
  ["a file that was cut", () => readFileSync(file).subarray(0, readFileSync(file).length / 2), /is broken/],
  ["one that ends after its first line", () => gzipSync(`${whole().split("\n")[0]}\n`), /ends after 0 of \d+ tables: nothing was restored/],
  ["one that ends in the middle of a table", () => gzipSync(whole().slice(0, whole().lastIndexOf("\\."))), /ends in the middle of a table/],
  ["one without any agency", () => gzipSync(hollow(whole())), /holds no agency: nothing was restored/],
])("refuses %s, and leaves all that was there", async (_name, bytes, sentence) => {
  const broken = path.join(folder, "broken.gz");
  writeFileSync(broken, bytes());
  await expect(restoreFrom(hosted(), broken, true)).rejects.toThrow(sentence);
  const kept = await user.ask("GET", "/opportunities?count=exact");
  expect(kept.body).toMatchObject({ total: 1, data: [{ name: "Saved" }] });
});

test("a whole one takes the place of what came after it", async () => {
  await anOpportunity(user, { name: "Later" });
  await restoreFrom(hosted(), file, true);
  const kept = await user.ask("GET", "/opportunities?count=exact");
  expect(kept.body).toMatchObject({ total: 1, data: [{ name: "Saved" }] });
});

/** The same tables without their rows. */
function hollow(text: string): string {
  const lines = text.split("\n");
  return lines.filter((line, at) => at === 0 || line.startsWith('{"table"') || line === "\\." || line === "").join("\n");
}
