import { mkdir, readdir, rm, utimes, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clearDocuments } from "#server/document/clear-documents.ts";
import { newId } from "#server/platform/new-id.ts";
import { keyOf, type FileStore } from "#server/platform/file-store.ts";
import { openFileStore } from "#server/platform/open-file-store.ts";
import { filesOf } from "#server/platform/files-setting.ts";
import { anAgency, anOpportunity, aUser, startInstallation, type Installation, type Loose, type TestUser } from "#tests/support/agency.ts";
import { aBucket, type Bucket } from "#tests/support/bucket.ts";
import { aDocument, PDF, send } from "#tests/support/files.ts";

let bucket: Bucket;
let installation: Installation;
let workspaceId: string;
let user: TestUser;
const home = path.join(os.tmpdir(), `escale-files-${newId()}`);
const none = (): undefined => undefined;

beforeAll(async () => {
  bucket = await aBucket();
  installation = await startInstallation({ ESCALE_FILES: bucket.setting });
  workspaceId = await anAgency(installation);
  user = await aUser(installation, workspaceId);
});
afterAll(async () => {
  await installation.stop();
  await bucket.stop();
  await rm(home, { recursive: true, force: true });
});

async function textOf(store: FileStore, key: string, range?: { from: number; to: number }): Promise<string> {
  let text = "";
  for await (const piece of await store.read(key, range)) text += String(piece);
  return text;
}

async function keysOf(store: FileStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of store.list(workspaceId)) keys.push(key);
  return keys;
}

async function put(store: FileStore, text: string): Promise<string> {
  const from = await store.incoming();
  await writeFile(from, text);
  const key = keyOf(workspaceId, newId());
  await store.put(key, from);
  return key;
}

describe.each(["a folder", "a bucket"])("%s", (kind) => {
  const open = (): FileStore =>
    openFileStore(filesOf(kind === "a bucket" ? bucket.setting : path.join(home, "store"), none), path.join(home, kind.slice(2)));

  test("keeps a file, gives it whole and by ranges, lists it, removes it", async () => {
    const store = open();
    const key = await put(store, "bonjour");
    expect([await textOf(store, key), await textOf(store, key, { from: 3, to: 5 }), await store.exists(key)]).toEqual([
      "bonjour",
      "jou",
      true,
    ]);
    expect(await keysOf(store)).toContain(key);
    await store.remove(key);
    expect([await store.exists(key), (await keysOf(store)).includes(key)]).toEqual([false, false]);
    await store.remove(key);
    await expect(store.read(key)).rejects.toMatchObject({ code: "file.gone" });
  });
});

test("half a file never has a name of its own, and what a dead process left is cleared", async () => {
  const folder = path.join(home, "halves");
  const store = openFileStore(filesOf(folder, none), folder);
  const left = await store.incoming();
  await writeFile(left, "hal");
  const old = new Date(Date.now() - 90_000_000);
  await utimes(left, old, old);
  expect(await keysOf(store)).toEqual([]);
  await store.tidy(new Date(Date.now() - 80_000_000));
  expect(await readdir(path.join(folder, "incoming"))).toEqual([]);
});

test("a bucket asked with wrong keys, or that is not there, is away, and says nothing of its keys", async () => {
  for (const setting of [bucket.setting.replace("S3RVER:S3RVER", "S3RVER:wrong"), "s3://a:b@documents?endpoint=http://127.0.0.1:9"]) {
    const store = openFileStore(filesOf(setting, none), path.join(home, "away"));
    await expect(put(store, "x"), setting).rejects.toMatchObject({ code: "files.unavailable" });
    expect(store.where).not.toContain("wrong");
  }
});

test("the setting is a folder or a bucket with its keys, refused in words", () => {
  expect(filesOf(undefined, none)).toEqual({ kind: "folder", folder: undefined });
  expect(filesOf("/srv/files", none)).toEqual({ kind: "folder", folder: "/srv/files" });
  expect(filesOf("s3://agency/a/b?region=eu-west-3", (name) => ({ AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "key" })[name])).toEqual({
    kind: "s3",
    endpoint: "https://s3.eu-west-3.amazonaws.com/agency",
    region: "eu-west-3",
    prefix: "a/b/",
    accessKeyId: "id",
    secretAccessKey: "key",
  });
  expect(() => filesOf("s3://agency", none)).toThrow(/AWS_ACCESS_KEY_ID/);
  expect(() => filesOf("gs://id:key@agency", none)).toThrow(/must be a folder, or s3.*not "gs:\/\/…@agency"/);
});

test("documents live in a bucket as in a folder: added, shown by ranges, gone from it 30 days after they were deleted", async () => {
  const { id } = await anOpportunity(user);
  const made = await aDocument(user, id);
  const store = openFileStore(filesOf(bucket.setting, none), path.join(home, "same"));
  const before = await keysOf(store);
  const part = await fetch(`${installation.application.address}/api/v1/documents/${made.id}/content`, {
    headers: { authorization: `Bearer ${user.key}`, range: "bytes=0-7" },
  });
  expect([part.status, await part.text()]).toEqual([206, PDF.toString().slice(0, 8)]);
  await user.ask("DELETE", `/documents/${made.id}`);
  const { database } = installation.application;
  await clearDocuments(database, store, workspaceId);
  expect(await keysOf(store)).toEqual(before);
  await database.within(workspaceId, (db) =>
    db
      .updateTable("document")
      .set({ deleted_at: new Date(Date.now() - 31 * 86_400_000) })
      .where("id", "=", made.id)
      .execute(),
  );
  await clearDocuments(database, store, workspaceId);
  expect((await keysOf(store)).length).toBe(before.length - 1);
  expect((await user.ask("GET", `/opportunities/${id}/documents?deleted=true`)).body.data).toEqual([]);
});

test("a file that nothing is written about is removed after a day, never one of a document", async () => {
  const folder = path.join(home, "orphans");
  const store = openFileStore(filesOf(folder, none), folder);
  const there = await startInstallation({ ESCALE_FILES: folder });
  const agency = await anAgency(there);
  const owner = await aUser(there, agency);
  const made: Loose = await aDocument(owner, (await anOpportunity(owner)).id);
  const orphan = keyOf(agency, newId());
  await mkdir(path.dirname(path.join(folder, orphan)), { recursive: true });
  await writeFile(path.join(folder, orphan), "x");
  const old = new Date(Date.now() - 2 * 86_400_000);
  for await (const { key } of store.list(agency)) await utimes(path.join(folder, key), old, old);
  await clearDocuments(there.application.database, store, agency);
  expect([await store.exists(orphan), (await owner.ask("GET", `/documents/${made.id}/content`)).status]).toEqual([false, 200]);
  await there.stop();
});

test("a store that is away is 503: nothing is written, the rest answers, and a file that is gone is said so", async () => {
  const folder = path.join(home, "lost");
  const there = await startInstallation({ ESCALE_FILES: folder });
  const owner = await aUser(there, await anAgency(there));
  const { id } = await anOpportunity(owner);
  const made: Loose = await aDocument(owner, id);
  await rm(folder, { recursive: true });
  await writeFile(folder, "a file in the place of the folder");
  const refused = await send(owner, `/opportunities/${id}/documents`);
  expect([refused.status, refused.body.code, refused.headers.get("retry-after")]).toEqual([503, "files.unavailable", "2"]);
  expect((await owner.ask("GET", `/opportunities/${id}/documents`)).body.total).toBe(1);
  expect((await owner.ask("GET", `/documents/${made.id}/content`)).body.code).toBe("file.gone");
  await there.stop();
});
