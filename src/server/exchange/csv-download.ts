import { stringify } from "csv-stringify/sync";
import { neutralise } from "#domain/exchange/formulas.ts";
import type { ImportKind } from "#domain/exchange/fields.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { Effects } from "#server/platform/request.ts";
import { fileWords, headerOf, type FileColumn } from "#words/file-words.ts";

export type Cell = string | number | null | undefined;

const AT_ONCE = 500;

type Export<Row> = {
  readonly list: ImportKind;
  readonly columns: readonly FileColumn[];
  /** Headers of the columns after those: the custom fields. */
  readonly more?: readonly string[];
  readonly rows: readonly Row[];
  readonly cells: (row: Row) => readonly Cell[];
};

/** A file that a spreadsheet opens as it is, and that can be imported again: formulas are made text, amounts have a point. */
export async function downloadCsv<Row>(
  tx: ReadTx,
  effects: Effects,
  { list, columns, more = [], rows, cells }: Export<Row>,
): Promise<void> {
  const { locale } = tx.actor;
  const parts = [`\uFEFF${stringify([[...columns.map((column) => headerOf(column, locale)), ...more.map(neutralise)]])}`];
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    parts.push(stringify(rows.slice(at, at + AT_ONCE).map((row) => cells(row).map(safe))));
    // Other requests are answered between two pieces.
    await new Promise((go) => setImmediate(go));
  }
  const name = `${fileWords[locale].files[list]}-${tx.today}.csv`;
  effects.download({ name, type: "text/csv; charset=utf-8", body: parts.join("") });
}

const safe = (cell: Cell): string | number => (typeof cell === "string" ? neutralise(cell) : (cell ?? ""));
