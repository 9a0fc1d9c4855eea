import { LINE_UNITS, type LineUnit } from "#domain/product/product-line.ts";
import { formatDay, formatMoney, formatNumber } from "#web/kit/format.ts";
import type { FirstWords } from "#words/en-first.ts";

type Field = {
  readonly field: string;
  /** Of a custom field. */
  readonly type?: string | null;
  readonly from: unknown;
  readonly to: unknown;
  readonly fromWords: string | null;
  readonly toWords: string | null;
};

/** Of a line of products, as they are written there. */
const FIGURES = new Set(["quantity", "unitPrice", "unitCost", "discountPercent"]);
/** Custom fields that hold what was written, whatever it looks like. */
const WRITTEN = new Set(["text", "longText", "link"]);
const UNITS: readonly unknown[] = LINE_UNITS;
const isUnit = (value: unknown): value is LineUnit => UNITS.includes(value);

/** A side of a change, as the reader writes such values. */
export function valueText(field: Field, side: "from" | "to", words: FirstWords, locale: string): string {
  const value = field[side];
  if ((FIGURES.has(field.field) || field.type === "number") && typeof value === "string") return formatNumber(value, locale, 4);
  if (WRITTEN.has(field.type ?? "") && typeof value === "string") return value;
  if (field.field === "unit" && isUnit(value)) return words.product.unit[value];
  return (side === "from" ? field.fromWords : field.toWords) ?? plainText(value, words, locale);
}

function plainText(value: unknown, words: FirstWords, locale: string): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? words.common.yes : words.common.no;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return value.map((one) => plainText(one, words, locale)).join(", ") || "–";
  if (isMoney(value)) return formatMoney(value, locale);
  if (isPlace(value)) return value.place;
  if (isNamed(value)) return value.name;
  if (typeof value !== "string") return "…";
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, locale);
  return outcomeText(value, words);
}

function outcomeText(value: string, words: FirstWords): string {
  const known: Readonly<Record<string, string>> = {
    ...words.contact.gender,
    ...words.client.status,
    ...words.opportunity.outcome,
    ...words.opportunity.valueKind,
    ...words.opportunity.source,
  };
  return known[value] ?? value;
}

function isMoney(value: unknown): value is { amount: string; currency: string } {
  return typeof value === "object" && value !== null && "amount" in value && "currency" in value;
}

function isPlace(value: unknown): value is { place: string } {
  return typeof value === "object" && value !== null && "place" in value && typeof value.place === "string";
}

/** A contact of a client, a client of a contact. */
function isNamed(value: unknown): value is { name: string } {
  return typeof value === "object" && value !== null && "name" in value && typeof value.name === "string";
}
