import type { z } from "zod";
import type { importMapping } from "#contract/exchange.ts";
import { fieldsOf, mapHeaders, type ImportKind } from "#domain/exchange/fields.ts";
import type { Column } from "#domain/exchange/read-row.ts";
import { dateOrderOf, decimalOf, readPercent } from "#domain/exchange/read-value.ts";
import { guessStage, type KnownStage } from "#domain/exchange/stage-guess.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import type { Table } from "#server/exchange/read-table.ts";

export type Mapping = z.output<typeof importMapping>;

export type UnderstoodColumn = Column & {
  readonly why: "header" | "chosen" | "none";
  readonly samples: readonly string[];
  readonly filled: number;
  readonly dateOrder: "iso" | "dmy" | "mdy" | "ymd" | null;
  readonly decimalSign: "point" | "comma" | null;
  readonly question: Question | undefined;
};
export type Question = { readonly header: string; readonly code: "date.ambiguous" | "decimal.ambiguous"; readonly example: string };
export type StageMapping = { readonly value: string; readonly rows: number; readonly to: string | null };

/** What each column is: said by the mapping, else by its header and values. What can be read two ways is a question. */
export function understandColumns(kind: ImportKind, table: Table, mapping: Mapping): UnderstoodColumn[] {
  refuseUnknown(kind, table, mapping);
  const guessed = mapHeaders(kind, table.headers);
  return table.headers.map((header, index) => {
    const isChosen = mapping.columns !== undefined && Object.hasOwn(mapping.columns, header);
    const field = isChosen ? (mapping.columns?.[header] ?? null) : (guessed[index]?.field ?? null);
    const values = table.rows.map(({ cells }) => (cells[index] ?? "").trim()).filter((value) => value !== "");
    const type = field === null ? undefined : fieldsOf(kind)[field]?.type;
    const isDate = type === "date" || type === "instant";
    const isNumber = type === "amount" || type === "percent" || type === "count";
    const order = mapping.dateOrders?.[header] ?? (isDate ? dateOrderOf(values) : undefined);
    const decimal = mapping.decimals?.[header] ?? (isNumber ? decimalOf(values) : undefined);
    return {
      header,
      field,
      why: isChosen ? "chosen" : field === null ? "none" : "header",
      samples: [...new Set(values)].slice(0, 3).map((value) => value.slice(0, 120)),
      filled: values.length,
      order: order === undefined || order === "ambiguous" ? "dmy" : order,
      decimal: decimal === "comma" ? "comma" : "point",
      dateOrder: order === undefined || order === "ambiguous" ? null : order,
      decimalSign: decimal === undefined || decimal === "ambiguous" ? null : decimal,
      question:
        order === "ambiguous"
          ? { header, code: "date.ambiguous", example: values[0] ?? "" }
          : decimal === "ambiguous"
            ? { header, code: "decimal.ambiguous", example: values.find((value) => /[.,]\d{3}/.test(value)) ?? values[0] ?? "" }
            : undefined,
    };
  });
}

function refuseUnknown(kind: ImportKind, table: Table, mapping: Mapping): void {
  const fields = fieldsOf(kind);
  for (const [header, field] of Object.entries(mapping.columns ?? {})) {
    if (!table.headers.includes(header)) throw refuseField(`/columns/${pointerOf(header)}`, "field.unknown");
    if (field !== null && !Object.hasOwn(fields, field)) throw refuseField(`/columns/${pointerOf(header)}`, "value.notInList");
  }
  const chosen = Object.values(mapping.columns ?? {}).filter((field) => field !== null);
  const twice = chosen.find((field, index) => chosen.indexOf(field) !== index);
  if (twice !== undefined) throw refuseField("/columns", "columns.twice");
}

function pointerOf(text: string): string {
  return text.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Every value of the stage column once, with the stage or end it becomes. */
export function understandStages(
  table: Table,
  columns: readonly UnderstoodColumn[],
  stages: readonly KnownStage[],
  mapping: Mapping,
): StageMapping[] {
  const at = columns.findIndex(({ field }) => field === "stage");
  if (at < 0) return [];
  const probabilityAt = columns.findIndex(({ field }) => field === "probability");
  const found = new Map<string, { rows: number; sum: number; known: number }>();
  for (const { cells } of table.rows) {
    const value = (cells[at] ?? "").trim();
    if (value === "") continue;
    const entry = found.get(value) ?? { rows: 0, sum: 0, known: 0 };
    const percent = probabilityAt < 0 ? undefined : readPercent(cells[probabilityAt] ?? "", columns[probabilityAt]?.decimal ?? "point");
    found.set(value, { rows: entry.rows + 1, sum: entry.sum + (percent ?? 0), known: entry.known + (percent === undefined ? 0 : 1) });
  }
  return [...found]
    .map(([value, { rows, sum, known }]) => ({
      value,
      rows,
      to: mapping.stages?.[value] ?? guessStage({ value, probability: known > 0 ? sum / known : undefined }, stages) ?? null,
    }))
    .toSorted((a, b) => b.rows - a.rows || (a.value < b.value ? -1 : 1))
    .slice(0, 500);
}
