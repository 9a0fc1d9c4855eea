/** One row of a file: each cell read as its column is, or a problem that names it. */
import type { CustomField } from "#domain/custom-field/custom-field.ts";
import { countryOf } from "#domain/exchange/country.ts";
import { readCustomCell } from "#domain/exchange/custom-cell.ts";
import { fieldsOf, type FieldType, type ImportKind } from "#domain/exchange/fields.ts";
import { restore } from "#domain/exchange/formulas.ts";
import {
  readCount,
  readDay,
  readDecimal,
  readFlag,
  readInstant,
  readLanguage,
  readPercent,
  readPlaces,
  readTags,
  type DateOrder,
  type DecimalSign,
} from "#domain/exchange/read-value.ts";

/** How a column is read. */
export type Column = {
  readonly header: string;
  readonly field: string | null;
  readonly order: DateOrder;
  readonly decimal: DecimalSign;
  /** The field that it is, where the agency made it. */
  readonly custom?: CustomField;
};

export type CellProblem = { readonly field: string | null; readonly header: string | null; readonly value: string; readonly code: string };

export type RowValues = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export type ReadRow = { readonly values: RowValues; readonly problems: readonly CellProblem[] };

const EMAIL = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;"]+$/;

/** An empty cell says nothing: it is in no column of the answer. */
export function readRow(kind: ImportKind, columns: readonly Column[], cells: readonly string[]): ReadRow {
  const values: Record<string, RowValues[string]> = {};
  const problems: CellProblem[] = [];
  if (cells.length > columns.length)
    problems.push({ field: null, header: null, value: cells.slice(columns.length).join(" | ").slice(0, 200), code: "row.columns" });
  for (const [index, column] of columns.entries()) {
    const cell = (cells[index] ?? "").trim();
    if (column.field === null || cell === "") continue;
    const read = readCell(kind, column, restore(cell));
    if (typeof read === "object" && !Array.isArray(read))
      problems.push({ field: column.field, header: column.header, value: cell.slice(0, 200), code: (read as Wrong).code });
    else values[column.field] = read as RowValues[string];
  }
  return { values, problems };
}

type Wrong = { readonly code: string };
type Cell = string | number | boolean | readonly string[];

function readCell(kind: ImportKind, { field, order, decimal, custom }: Column, cell: string): Cell | Wrong {
  if (custom) return readCustomCell(custom, cell, { order, decimal });
  const declared = fieldsOf(kind)[field ?? ""];
  if (!declared) return { code: "field.unknown" };
  if (cell.includes("\0") || !cell.isWellFormed()) return { code: "text.unstorable" };
  const read = readAs(declared.type, cell, { order, decimal });
  if (read === undefined) return { code: WRONG[declared.type] };
  if (typeof read === "string" && declared.type === "text" && read.length > (declared.max ?? Infinity)) return { code: "value.tooBig" };
  return read;
}

const WRONG: Readonly<Record<FieldType, string>> = {
  text: "value.invalid",
  email: "value.format",
  date: "day.invalid",
  instant: "day.invalid",
  amount: "amount.invalid",
  count: "value.type",
  percent: "value.type",
  flag: "value.notInList",
  country: "country.unknown",
  language: "value.notInList",
  places: "value.invalid",
  tags: "value.tooBig",
};

function readAs(type: FieldType, cell: string, { order, decimal }: Pick<Column, "order" | "decimal">): Cell | undefined {
  switch (type) {
    case "text":
      return cell;
    case "email":
      return EMAIL.test(cell) && cell.length <= 254 ? cell : undefined;
    case "date":
      return readDay(cell, order);
    case "instant":
      return readInstant(cell, order);
    case "amount":
      return positive(readDecimal(cell, decimal));
    case "count":
      return readCount(cell, decimal);
    case "percent":
      return readPercent(cell, decimal);
    case "flag":
      return readFlag(cell);
    case "country":
      return countryOf(cell);
    case "language":
      return readLanguage(cell);
    case "tags":
      return readTags(cell);
    case "places":
      return readPlaces(cell).every((place) => place.length <= 120) ? readPlaces(cell) : undefined;
  }
}

/** Amounts of the product are not negative, and have at most thirteen digits before the sign. */
function positive(amount: string | undefined): string | undefined {
  if (amount === undefined || amount.startsWith("-")) return undefined;
  return /^\d{1,13}(\.\d+)?$/.test(amount) ? amount : undefined;
}

export type PersonGender = "female" | "male" | undefined;

export function genderOf(text: string): PersonGender {
  if (/^(m|mr|mr\.|m\.|monsieur|sig|sig\.|signor|male|homme|uomo|h)$/i.test(text.trim())) return "male";
  return /^(f|mme|mrs|mrs\.|ms|ms\.|miss|mlle|madame|sig\.ra|sig\.?\s?ra|signora|female|femme|donna)$/i.test(text.trim())
    ? "female"
    : undefined;
}

export function clientStatusOf(text: string): "prospect" | "client" | undefined {
  if (/prospect|lead|potenzial/i.test(text)) return "prospect";
  return /client|customer/i.test(text) ? "client" : undefined;
}
