import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { backupTo, restoreFrom } from "#server/admin/backup.ts";
import { examine } from "#server/admin/doctor.ts";
import type { Installation as Hosted } from "#server/admin/installation.ts";
import { DiskStore } from "#server/platform/disk-store.ts";
import type { FileStore } from "#server/platform/file-store.ts";
import { aDocument, PDF } from "#tests/support/files.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "escale-backup-"));
const file = path.join(folder, "escale.gz");
let installation: Installation;
let user: TestUser;
let workspaceId: string;
let paper: Loose;

beforeAll(async () => {
  installation = await startInstallation();
  workspaceId = await anAgency(installation);
  user = await aUser(installation, workspaceId);
  const { id } = await anOpportunity(user, { name: "Saved" });
  paper = await aDocument(user, id);
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
  files: new DiskStore(installation.filesFolder),
  migrated: [],
});

/** Without the files that follow. */
const tables = (): string => whole().slice(0, whole().indexOf('{"file":'));
const BYTES = PDF.toString("base64");
const whole = (): string => gunzipSync(readFileSync(file)).toString("utf8");

test.each([
  ["an empty file", () => Buffer.alloc(0), /is broken, or no backup of Escale/],
  ["something else", () => Buffer.from("hello"), /is broken, or no backup of Escale/],
  ["something else, compressed", () => gzipSync("hello\n"), /is broken, or no backup of Escale/],
  ["a file that was cut", () => readFileSync(file).subarray(0, readFileSync(file).length / 2), /is broken/],
  ["one that ends after its first line", () => gzipSync(`${whole().split("\n")[0]}\n`), /ends after 0 of \d+ tables: nothing was restored/],
  [
    "one that ends in the middle of a table",
    () => gzipSync(tables().slice(0, tables().lastIndexOf("\\."))),
    /ends in the middle of a table/,
  ],
  [
    "one with a document whose bytes are others",
    () => gzipSync(whole().replace(BYTES, Buffer.from("%PDF-1.4 another").toString("base64"))),
    /document in the backup is broken/,
  ],
  [
    "one that ends in the middle of a document",
    () => gzipSync(whole().slice(0, whole().lastIndexOf(BYTES) + 4)),
    /ends in the middle of a document/,
  ],
  [
    "one that names a file of the machine",
    () => gzipSync(whole().replace(/\{"file":"[^"]+"/, '{"file":"../../escaped"')),
    /outside of the documents/,
  ],
  ["one without any agency", () => gzipSync(hollow(tables())), /holds no agency: nothing was restored/],
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

test("the bytes of documents are in it, and come back", async () => {
  const path = `/api/v1/documents/${paper.id}/content`;
  const bytes = async (): Promise<number[]> => {
    const answer = await fetch(installation.application.address + path, { headers: { authorization: `Bearer ${user.key}` } });
    return [answer.status, Buffer.compare(Buffer.from(await answer.arrayBuffer()), PDF)];
  };
  expect(await bytes()).toEqual([200, 0]);
  rmSync(installation.filesFolder, { recursive: true });
  expect((await bytes())[0]).toBe(410);
  expect(await restoreFrom(hosted(), file, true)).toMatchObject({ files: 1, documents: 1 });
  expect(await bytes()).toEqual([200, 0]);
});

const ofFiles = async (files: FileStore): Promise<unknown> => (await examine({ ...hosted(), files })).find(({ name }) => name === "files");

test("the doctor says whether documents can be kept, which are missing and what is left over", async () => {
  const store = hosted().files;
  expect(await ofFiles(store)).toMatchObject({
    isWell: true,
    said: expect.stringContaining("writable, 1 files of documents, 0 missing, 0"),
  });
  let key = "";
  for await (const kept of store.list(workspaceId)) key = kept.key;
  const coming = await store.incoming();
  writeFileSync(coming, "left over");
  await store.put(key.replace(/.{12}$/, "0".repeat(12)), coming);
  await store.remove(key);
  expect(await ofFiles(store)).toMatchObject({
    isWell: false,
    said: expect.stringMatching(/0 files of documents, 1 missing \(.*\), 1 that no/),
  });
  expect((await backupTo(hosted(), path.join(folder, "later.gz"), new Date())).missing).toBe(1);
  writeFileSync(path.join(folder, "no-folder"), "");
  expect(await ofFiles(new DiskStore(path.join(folder, "no-folder")))).toMatchObject({
    isWell: false,
    said: expect.stringMatching(/keeps nothing: .*ENOTDIR/),
  });
});

/** The same tables without their rows. */
function hollow(text: string): string {
  const lines = text.split("\n");
  return lines.filter((line, at) => at === 0 || line.startsWith('{"table"') || line === "\\." || line === "").join("\n");
}
