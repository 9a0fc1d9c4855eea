import { Refusal } from "#domain/shared/refusal.ts";
import { storableJson } from "#server/exchange/import-row-store.ts";
import { summaryOf, updateImport, type StoredImport } from "#server/exchange/import-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { getChange, undoChange } from "#server/undo/undo-change.ts";

/** The ids of the other system point at nothing any more: the same file can be imported again. */
export async function takeBackImport(tx: WriteTx, row: StoredImport): Promise<void> {
  const { id, change_id, file_name } = row;
  const { failure: _before, ...summary } = summaryOf(row);
  if (change_id === null) throw new Refusal("import.notReady");
  await undoChange(tx, await getChange(tx, change_id), { force: false });
  await updateImport(tx, id, { state: "reverted", ended_at: tx.at, summary: storableJson(summary) });
  tx.change.tell({ kind: "import.reverted", type: "import", id, name: file_name, fields: {} });
}
