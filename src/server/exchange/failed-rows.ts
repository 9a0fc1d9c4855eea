import { stringify } from "csv-stringify/sync";
import type { Selectable } from "kysely";
import type { ImportKind } from "#domain/exchange/fields.ts";
import { neutralise } from "#domain/exchange/formulas.ts";
import type { CellProblem } from "#domain/exchange/read-row.ts";
import type { Locale } from "#domain/shared/actor.ts";
import { correctedTable } from "#server/exchange/correct-table.ts";
import { collectFailed, understand, type ImportFacts } from "#server/exchange/import-rows.ts";
import { readTable } from "#server/exchange/read-table.ts";
import type { Mapping } from "#server/exchange/understand.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { ImportTable } from "#server/platform/db.gen.ts";
import { fileWords } from "#words/file-words.ts";
import { problemWords } from "#words/problem-words.ts";

type Failed = { readonly cells: readonly string[]; readonly problems: readonly CellProblem[] };

/** The rows as they were, with a first column that says what to correct: to be corrected and imported again. */
export async function failedRowsFile(tx: ReadTx, row: Selectable<ImportTable>, locale: Locale): Promise<string> {
  const mapping = row.mapping as Mapping;
  const table = correctedTable(await readTable(row.file, mapping), mapping);
  const kept = row.failed_rows === null ? undefined : (JSON.parse(row.failed_rows) as Failed[]);
  const failed = kept ?? (await failuresOf(tx, { kind: row.kind as ImportKind, table, mapping }));
  const words = problemWords[locale];
  const reason = ({ problems }: Failed): string =>
    problems
      .map(({ header, field, value, code }) => `${header ?? field ?? ""}${value === "" ? "" : ` "${value}"`}: ${words.field(code)}`)
      .join(" ");
  const lines = failed.map((one) => [reason(one), ...one.cells].map(neutralise));
  return `\uFEFF${stringify([[fileWords[locale].reason, ...table.headers.map(neutralise)], ...lines], { delimiter: table.separator })}`;
}

/** Of a draft: checked once more. */
async function failuresOf(tx: ReadTx, facts: ImportFacts): Promise<readonly Failed[]> {
  return collectFailed(tx, facts, await understand(tx, facts));
}
