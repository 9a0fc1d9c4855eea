import type { z } from "zod";
import type { importMapping } from "#contract/exchange.ts";
import { type CustomField, TOLD_AS } from "#domain/custom-field/custom-field.ts";
import { columnTypeOf } from "#domain/exchange/custom-cell.ts";
import { fieldsOf, mapHeaders, type FieldType, type ImportKind } from "#domain/exchange/fields.ts";
import type { Column } from "#domain/exchange/read-row.ts";
import { foldName } from "#domain/exchange/names.ts";
import { dateOrderOf, decimalOf, isAmbiguousDay, isAmbiguousDecimal, readPercent } from "#domain/exchange/read-value.ts";
import { guessStage, type KnownStage } from "#domain/exchange/stage-guess.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import type { Table } from "#server/exchange/read-table.ts";

export type Mapping = z.output<typeof importMapping>;

/** More values than these are no list of stages or owners. */
const VALUES_SHOWN = 500;

export type UnderstoodColumn = Column & {
  readonly why: "header" | "chosen" | "none";
  readonly samples: readonly string[];
  readonly filled: number;
  readonly dateOrder: "iso" | "dmy" | "mdy" | "ymd" | null;
  readonly decimalSign: "point" | "comma" | null;
  readonly question: Question | undefined;
};
export type Question = {
  readonly header: string;
  readonly field: string | null;
  readonly code: "date.ambiguous" | "decimal.ambiguous";
  readonly example: string;
  readonly rows: number;
  readonly others: number;
};
export type ValueMapping = { readonly value: string; readonly rows: number; readonly to: string | null };

/** What each column is: said by the mapping, else by its header and values. What can be read two ways is a question. */
export async function understandColumns(known: KnownFields, table: Table, mapping: Mapping): Promise<UnderstoodColumn[]> {
  refuseUnknown(known, table, mapping);
  const taken = new Set(Object.values(mapping.columns ?? {}));
  const guessed = mapHeaders(known.kind, table.headers, known.custom);
  const columns: UnderstoodColumn[] = [];
  for (const [index, header] of table.headers.entries()) {
    const isChosen = mapping.columns !== undefined && Object.hasOwn(mapping.columns, header);
    const guess = guessed[index]?.field ?? null;
    const field = isChosen ? (mapping.columns?.[header] ?? null) : taken.has(guess) ? null : guess;
    const why = isChosen ? "chosen" : field === null ? "none" : "header";
    columns.push({ ...understandColumn(known, { header, field, values: valuesOf(table, index) }, mapping), why });
    // Other requests are answered between two columns.
    await new Promise((go) => setImmediate(go));
  }
  return columns;
}

function valuesOf(table: Table, index: number): string[] {
  const values: string[] = [];
  for (const { cells } of table.rows) {
    const value = (cells[index] ?? "").trim();
    if (value !== "") values.push(value);
  }
  return values;
}

/** What a column may be: the product's own fields and the agency's. */
export type KnownFields = { readonly kind: ImportKind; readonly custom: readonly CustomField[] };

function typesOf({ kind, custom }: KnownFields): Readonly<Record<string, FieldType>> {
  const own = Object.entries(fieldsOf(kind)).map(([name, { type }]) => [name, type]);
  return Object.fromEntries([...own, ...custom.map((field) => [TOLD_AS + field.key, columnTypeOf(field)])]) as Record<string, FieldType>;
}

type Cells = { readonly header: string; readonly field: string | null; readonly values: readonly string[] };

function understandColumn(known: KnownFields, cells: Cells, mapping: Mapping): Omit<UnderstoodColumn, "why"> {
  const { header, field, values } = cells;
  const type = field === null ? undefined : typesOf(known)[field];
  const isDate = type === "date" || type === "instant";
  const isNumber = type === "amount" || type === "percent" || type === "count";
  const order = isDate ? (mapping.dateOrders?.[header] ?? dateOrderOf(values)) : undefined;
  const decimal = isNumber ? (mapping.decimals?.[header] ?? decimalOf(values)) : undefined;
  return {
    header,
    field,
    samples: [...new Set(values.slice(0, 500))].slice(0, 3).map((value) => value.slice(0, 120)),
    filled: values.length,
    order: order === undefined || order === "ambiguous" ? "dmy" : order,
    decimal: decimal === "comma" ? "comma" : "point",
    dateOrder: order === undefined || order === "ambiguous" ? null : order,
    decimalSign: decimal === undefined || decimal === "ambiguous" ? null : decimal,
    question:
      order === "ambiguous"
        ? questionOf(cells, "date.ambiguous", isAmbiguousDay)
        : decimal === "ambiguous"
          ? questionOf(cells, "decimal.ambiguous", isAmbiguousDecimal)
          : undefined,
  };
}

function questionOf({ header, field, values }: Cells, code: Question["code"], isAmbiguous: (value: string) => boolean): Question {
  const unclear = values.filter(isAmbiguous);
  return {
    header,
    field,
    code,
    example: (unclear[0] ?? values[0] ?? "").slice(0, 120),
    rows: unclear.length,
    others: values.length - unclear.length,
  };
}

function refuseUnknown(known: KnownFields, table: Table, mapping: Mapping): void {
  const fields = typesOf(known);
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
): ValueMapping[] {
  const probabilityAt = columns.findIndex(({ field }) => field === "probability");
  const decimal = columns[probabilityAt]?.decimal ?? "point";
  return valuesOnce(table, columns, "stage").map(({ value, rows }) => {
    const percents = rows.flatMap((cells) => (probabilityAt < 0 ? [] : (readPercent(cells[probabilityAt] ?? "", decimal) ?? [])));
    const probability = percents.length > 0 ? percents.reduce((sum, one) => sum + one, 0) / percents.length : undefined;
    return { value, rows: rows.length, to: mapping.stages?.[value] ?? guessStage({ value, probability }, stages) ?? null };
  });
}

/** Every value of the owner column once, with the user it means: by e-mail or name, or as it was chosen. */
export function understandOwners(
  table: Table,
  columns: readonly UnderstoodColumn[],
  users: ReadonlyMap<string, string>,
  mapping: Mapping,
): ValueMapping[] {
  const known = new Set(users.values());
  for (const [value, id] of Object.entries(mapping.owners ?? {}))
    if (!known.has(id)) throw refuseField(`/owners/${pointerOf(value)}`, "reference.unknown");
  return valuesOnce(table, columns, "manager").map(({ value, rows }) => ({
    value,
    rows: rows.length,
    to: mapping.owners?.[value] ?? users.get(foldName(value)) ?? null,
  }));
}

type OnceUsed = { readonly value: string; readonly rows: (readonly string[])[] };

/** The values of a column, the most used first. */
function valuesOnce(table: Table, columns: readonly UnderstoodColumn[], field: string): OnceUsed[] {
  const at = columns.findIndex((column) => column.field === field);
  if (at < 0) return [];
  const found = new Map<string, (readonly string[])[]>();
  for (const { cells } of table.rows) {
    const value = (cells[at] ?? "").trim();
    if (value === "") continue;
    const rows = found.get(value);
    if (rows) rows.push(cells);
    else found.set(value, [cells]);
  }
  return [...found]
    .map(([value, rows]) => ({ value, rows }))
    .toSorted((a, b) => b.rows.length - a.rows.length || (a.value < b.value ? -1 : 1))
    .slice(0, VALUES_SHOWN);
}
