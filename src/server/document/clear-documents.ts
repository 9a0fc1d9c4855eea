import { now } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/database.ts";
import { keyOf, type FileStore } from "#server/platform/file-store.ts";

/** As long as a deletion can be undone. */
const KEPT_DAYS = 30;
const AT_ONCE = 200;
/** A file of a request that is still under way has no row yet. */
const ORPHAN_MS = 24 * 3_600_000;
const DAY_MS = 24 * 3_600_000;

/** The night's work: what was deleted long ago goes for good, and so do files that nothing is written about. */
export async function clearDocuments(database: Database, files: FileStore, workspaceId: string): Promise<void> {
  await clearDeleted(database, files, workspaceId);
  await clearOrphans(database, files, workspaceId);
}

/** The rows first: a file without a row is found again, a row without its file would be a document that is gone. */
async function clearDeleted(database: Database, files: FileStore, workspaceId: string): Promise<void> {
  const before = new Date(now().getTime() - KEPT_DAYS * DAY_MS);
  for (;;) {
    const gone = await database.within(workspaceId, async (db) => {
      const old = await db
        .selectFrom("document")
        .select("id")
        .where("workspace_id", "=", workspaceId)
        .where("deleted_at", "<", before)
        .limit(AT_ONCE)
        .execute();
      const ids = old.map(({ id }) => id);
      if (ids.length === 0) return [];
      const rows = await db
        .deleteFrom("document_file")
        .where("workspace_id", "=", workspaceId)
        .where("document_id", "in", ids)
        .returning("id")
        .execute();
      await db.deleteFrom("document").where("workspace_id", "=", workspaceId).where("id", "in", ids).execute();
      return rows;
    });
    if (gone.length === 0) return;
    for (const { id } of gone) await files.remove(keyOf(workspaceId, id));
  }
}

async function clearOrphans(database: Database, files: FileStore, workspaceId: string): Promise<void> {
  const before = new Date(now().getTime() - ORPHAN_MS);
  let some: string[] = [];
  for await (const { key, at } of files.list(workspaceId)) {
    if (at < before) some.push(key);
    if (some.length < AT_ONCE) continue;
    await removeUnknown(database, files, { workspaceId, keys: some });
    some = [];
  }
  await removeUnknown(database, files, { workspaceId, keys: some });
}

type Some = { readonly workspaceId: string; readonly keys: readonly string[] };

async function removeUnknown(database: Database, files: FileStore, { workspaceId, keys }: Some): Promise<void> {
  const byId = new Map(keys.map((key) => [key.split("/").at(-1) ?? "", key]));
  const ids = [...byId.keys()].filter((id) => /^[0-9a-f-]{36}$/.test(id));
  if (ids.length === 0) return;
  const known = await database.within(workspaceId, (db) =>
    db.selectFrom("document_file").select("id").where("workspace_id", "=", workspaceId).where("id", "in", ids).execute(),
  );
  const pictures = await database.within(workspaceId, (db) =>
    db.selectFrom("step_picture").select("id").where("workspace_id", "=", workspaceId).where("id", "in", ids).execute(),
  );
  for (const { id } of [...known, ...pictures]) byId.delete(id);
  for (const key of byId.values()) await files.remove(key);
}
