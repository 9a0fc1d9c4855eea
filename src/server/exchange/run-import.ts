import type { ImportKind } from "#domain/exchange/fields.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { applyRows, understand } from "#server/exchange/import-rows.ts";
import { correctedTable } from "#server/exchange/correct-table.ts";
import { RowKeeper, storableJson } from "#server/exchange/import-row-store.ts";
import type { Summary } from "#server/exchange/import-store.ts";
import { readTable } from "#server/exchange/read-table.ts";
import type { Mapping } from "#server/exchange/understand.ts";
import type { Database } from "#server/platform/database.ts";
import { loadWho } from "#server/user/identify.ts";

type Payload = { readonly workspaceId: string; readonly actorId: string; readonly jobId: string };

/** All rows in one transaction and one change: done, or nothing of it. */
export async function runImportJob(database: Database, { workspaceId, actorId, jobId }: Payload): Promise<void> {
  const who = await loadWho(database, workspaceId, actorId);
  if (!who) return;
  const set = (change: Record<string, unknown>): Promise<unknown> =>
    database.within(workspaceId, (db) =>
      db.updateTable("import").set(change).where("workspace_id", "=", workspaceId).where("id", "=", jobId).execute(),
    );
  const row = await database.within(workspaceId, (db) =>
    db
      .selectFrom("import")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .where("id", "=", jobId)
      .where("state", "=", "running")
      .executeTakeFirst(),
  );
  if (!row) return;
  const before = row.summary as unknown as Summary;
  try {
    const mapping = row.mapping as Mapping;
    const table = correctedTable(await readTable(row.file, mapping), mapping);
    await database.work({ ...who, origin: "import" }, async (tx) => {
      tx.change.endpoint("runImport");
      const facts = { kind: row.kind as ImportKind, table, mapping };
      const keeper = new RowKeeper(tx, jobId);
      await keeper.forget();
      const { failedRows, ...checked } = await applyRows(tx, facts, await understand(tx, facts), {
        progress: (done) => set({ done }).then(() => undefined),
        failed: (one) => keeper.keep(one),
      });
      await keeper.flush();
      tx.change.tell({ kind: "import.done", type: "import", id: jobId, name: row.file_name, fields: {} });
      await tx.db
        .updateTable("import")
        .set({
          state: "done",
          done: table.rows.length,
          summary: storableJson({ ...before, ...checked }),
          failed_rows: JSON.stringify(failedRows),
          change_id: tx.change.id,
          ended_at: tx.at,
        })
        .where("workspace_id", "=", workspaceId)
        .where("id", "=", jobId)
        .execute();
    });
  } catch (error) {
    // The database is away: the job is tried again. Anything else is told, with nothing imported.
    if (error instanceof Refusal && error.code === "service.unavailable") throw error;
    await set({ state: "failed", summary: storableJson({ ...before, failure: error instanceof Refusal ? error.code : "internal" }) });
    if (!(error instanceof Refusal)) throw error;
  }
}
