/** Which records a value of a custom field narrows a list to, read from what stands in an address. */
import { narrowingOf, type CustomField, type CustomType } from "#domain/custom-field/custom-field.ts";
import { daysBetween, isDay, type Day } from "#domain/shared/day.ts";
import { nearestName } from "#domain/shared/nearest-name.ts";

/** Figures as the database keeps them, as text: they may be larger than a number is exact. */
export type CustomCondition =
  | { readonly kind: "choice"; readonly fieldId: string; readonly values: readonly string[]; readonly orNone: boolean }
  | { readonly kind: "range"; readonly fieldId: string; readonly from: string | null; readonly to: string | null }
  | { readonly kind: "none"; readonly fieldId: string }
  | { readonly kind: "words"; readonly key: string; readonly words: string }
  | { readonly kind: "missing"; readonly keys: readonly string[]; readonly wanted: boolean };

/** `custom.key=…`, `custom.key[gte]=…`, by name without `custom.`. */
export type CustomFilter = Readonly<Record<string, string | readonly string[]>>;
export type FilterProblem = { readonly name: string; readonly code: string; readonly nearest?: string | null };

/** Records without a value; among the values of a choice: those or none. */
export const NONE = "none";

const TEN_THOUSANDTHS = /^(-?)(\d{1,13})(?:\.(\d{1,4}))?$/;

/** A number or amount in ten-thousandths, a day since 1970: whole, and in the same order. */
export function figureOf(type: CustomType, text: string): string | undefined {
  if (type === "date") return isDay(text) ? daysSince1970(text) : undefined;
  const parts = TEN_THOUSANDTHS.exec(text.trim());
  if (!parts) return undefined;
  const [, sign = "", whole = "", decimals = ""] = parts;
  return BigInt(`${sign}${whole}${decimals.padEnd(4, "0")}`).toString();
}

const daysSince1970 = (day: Day): string => String(daysBetween("1970-01-01", day));

type Bounds = { is?: readonly string[]; gte?: string; lte?: string };

export function readCustomFilter(
  fields: readonly CustomField[],
  filter: CustomFilter,
): { readonly conditions: readonly CustomCondition[]; readonly problems: readonly FilterProblem[] } {
  const wanted = new Map<string, Bounds>();
  const problems: FilterProblem[] = [];
  const byKey = new Map(fields.map((field) => [field.key, field]));
  for (const [name, value] of Object.entries(filter)) {
    const [, key = name, bound] = /^([^[]*)\[(gte|lte)\]$/.exec(name) ?? [];
    const values = typeof value === "string" ? [value] : value;
    if (!byKey.has(key)) problems.push({ name, code: "field.unknown", nearest: nearestName(key, [...byKey.keys()]) });
    else if (bound !== undefined && values.length !== 1) problems.push({ name, code: "value.type" });
    else wanted.set(key, { ...wanted.get(key), [bound ?? "is"]: bound === undefined ? values : values[0] });
  }
  const conditions: CustomCondition[] = [];
  for (const [key, bounds] of wanted) {
    const field = byKey.get(key);
    const read = field && conditionOf(field, bounds);
    if (typeof read === "string") problems.push({ name: key, code: read });
    else if (read) conditions.push(read);
  }
  return { conditions, problems };
}

/** Or the code of what is wrong with it. */
function conditionOf({ id, key, type }: CustomField, { is, gte, lte }: Bounds): CustomCondition | string {
  const narrowing = narrowingOf(type);
  if (is?.some((one) => one.includes("\0") || !one.isWellFormed())) return "text.unstorable";
  if (narrowing !== "range" && (gte !== undefined || lte !== undefined)) return "field.unknown";
  const [first = ""] = is ?? [];
  if (narrowing === "words") return { kind: "words", key, words: first };
  if (narrowing === "choice") {
    const values = (is ?? []).flatMap((one) => one.split(","));
    return { kind: "choice", fieldId: id, values: values.filter((one) => one !== NONE), orNone: values.includes(NONE) };
  }
  if (first === NONE) return { kind: "none", fieldId: id };
  if (narrowing === "flag") {
    if (first !== "true" && first !== "false") return "value.notInList";
    const figure = first === "true" ? "1" : "0";
    return { kind: "range", fieldId: id, from: figure, to: figure };
  }
  const bounds = [gte ?? (is && first), lte ?? (is && first)].map((text) => (text === undefined ? null : figureOf(type, text)));
  if (bounds.includes(undefined)) return type === "date" ? "day.invalid" : "number.invalid";
  return { kind: "range", fieldId: id, from: bounds[0] ?? null, to: bounds[1] ?? null };
}
