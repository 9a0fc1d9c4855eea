import { type CustomValues, keyToldAs } from "#domain/custom-field/custom-field.ts";
import { mergeCustom } from "#domain/custom-field/custom-value.ts";
import { valueOfCell, type CustomCell } from "#domain/exchange/custom-cell.ts";
import type { CellProblem, RowValues } from "#domain/exchange/read-row.ts";
import { problem, type ImportContext } from "#server/exchange/import-context.ts";
import type { ReadTx } from "#server/platform/database.ts";

type Custom = { readonly custom?: CustomValues; readonly problems: readonly CellProblem[] };

/** What a row says of custom fields, laid over what is known; nothing when it says nothing. */
export function customOfRow(tx: ReadTx, context: ImportContext, values: RowValues, before: unknown = {}): Custom {
  const change: Record<string, unknown> = {};
  const problems: CellProblem[] = [];
  for (const [name, cell] of Object.entries(values)) {
    const key = keyToldAs(name);
    const field = key === undefined ? undefined : context.custom.find((one) => one.key === key);
    if (!field) continue;
    const known = { currency: tx.agency.currency, user: (text: string) => context.user(text) };
    const value = valueOfCell(field, cell as CustomCell, known);
    if (value === undefined) problems.push(problem(name, "reference.unknown", String(cell)));
    else change[field.key] = value;
  }
  if (Object.keys(change).length === 0) return { problems };
  const merged = mergeCustom(context.custom, before as CustomValues, change);
  const wrong = merged.problems.map(({ key, code }) => problem(`custom.${key}`, code, String(values[`custom.${key}`])));
  return { custom: merged.values, problems: [...problems, ...wrong] };
}
