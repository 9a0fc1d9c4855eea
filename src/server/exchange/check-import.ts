import type { ImportKind } from "#domain/exchange/fields.ts";
import { correctedTable } from "#server/exchange/correct-table.ts";
import { RowKeeper, storableJson } from "#server/exchange/import-row-store.ts";
import { checkRows, understand } from "#server/exchange/import-rows.ts";
import { updateImport, type Summary } from "#server/exchange/import-store.ts";
import { readTable } from "#server/exchange/read-table.ts";
import type { Mapping } from "#server/exchange/understand.ts";
import type { WriteTx } from "#server/platform/database.ts";

export type Draft = { readonly id: string; readonly kind: ImportKind; readonly file: Buffer; readonly mapping: Mapping };

/** Reads the file, checks every row, and keeps what was found. */
export async function checkImport(
  tx: WriteTx,
  { id, kind, file, mapping }: Draft,
  progress?: (done: number, total: number) => Promise<void>,
): Promise<void> {
  const table = correctedTable(await readTable(file, mapping), mapping);
  const facts = { kind, table, mapping };
  const understood = await understand(tx, facts);
  const keeper = new RowKeeper(tx, id);
  await keeper.forget();
  let done = 0;
  const checked = await checkRows(tx, facts, understood, async (row) => {
    await keeper.keep(row);
    done += 1;
    if (done % 5000 === 0) await progress?.(done, table.rows.length);
  });
  await keeper.flush();
  const summary: Summary = { encoding: table.encoding, separator: table.separator, ...understood, ...checked };
  await updateImport(tx, id, {
    mapping: JSON.stringify(mapping),
    summary: storableJson(summary),
    state: "draft",
    total: checked.counts.rows,
  });
}
