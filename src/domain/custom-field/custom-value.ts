/** What a custom field may hold, and what is said of a value that it may not. */
import {
  TOLD_AS,
  type CustomField,
  type CustomMoney,
  type CustomType,
  type CustomValue,
  type CustomValues,
} from "#domain/custom-field/custom-field.ts";
import { isDay } from "#domain/shared/day.ts";
import { nearestName } from "#domain/shared/nearest-name.ts";
import { formatAmount, isCurrency, parseAmount } from "#domain/shared/money.ts";

export const LONGEST = { text: 500, longText: 10_000, link: 2000 } as const;

/** Null: the field is emptied. */
export type ReadValue = { readonly value: CustomValue | null } | { readonly code: string };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LINK = /^https?:\/\/[^\s/?#<>"'\\^`{|}]+[^\s<>"\\^`{|}]*$/i;
const DECIMAL = /^(-?)0*(\d{1,13})(?:\.(\d{1,4}?)0*)?$/;

const refused = (code: string): ReadValue => ({ code });
const WRONG_TYPE = refused("value.type");

type Reader = (raw: unknown, field: CustomField, before: CustomValue | undefined) => ReadValue;

/** A value as it comes in. What was chosen before stays possible: an option archived meanwhile. */
export function readCustomValue(field: CustomField, raw: unknown, before?: CustomValue): ReadValue {
  if (raw === null || raw === "") return { value: null };
  return READERS[field.type](raw, field, before);
}

const READERS: Readonly<Record<CustomType, Reader>> = {
  text: (raw) => textOf(raw, LONGEST.text),
  longText: (raw) => textOf(raw, LONGEST.longText),
  link: (raw) => {
    const read = textOf(raw, LONGEST.link);
    if (!("value" in read) || read.value === null) return read;
    return LINK.test(read.value as string) ? read : refused("link.invalid");
  },
  number: (raw) => {
    if (typeof raw !== "string" && typeof raw !== "number") return WRONG_TYPE;
    const decimal = plainDecimalOf(String(raw));
    return decimal === undefined ? refused("number.invalid") : { value: decimal };
  },
  money: (raw) => moneyOf(raw),
  date: (raw) => (typeof raw !== "string" ? WRONG_TYPE : isDay(raw) ? { value: raw } : refused("day.invalid")),
  checkbox: (raw) => (typeof raw === "boolean" ? { value: raw } : WRONG_TYPE),
  list: (raw, { options }, before) => {
    if (typeof raw !== "string") return WRONG_TYPE;
    const isOffered = raw === before || options.some(({ id, archived }) => id === raw && !archived);
    return isOffered ? { value: raw } : refused("value.notInList");
  },
  multiList: (raw, { options }, before) => {
    if (!Array.isArray(raw) || !raw.every((one) => typeof one === "string")) return WRONG_TYPE;
    const held = Array.isArray(before) ? before : [];
    const isOffered = (wanted: string): boolean => held.includes(wanted) || options.some(({ id, archived }) => id === wanted && !archived);
    if (!raw.every(isOffered)) return refused("value.notInList");
    // In the order of the list, each once: the same choice is the same value.
    const chosen = options.filter(({ id }) => raw.includes(id)).map(({ id }) => id);
    return { value: chosen.length === 0 ? null : chosen };
  },
  user: (raw) => (typeof raw !== "string" ? WRONG_TYPE : UUID.test(raw) ? { value: raw.toLowerCase() } : refused("reference.unknown")),
};

function textOf(raw: unknown, longest: number): ReadValue {
  if (typeof raw !== "string") return WRONG_TYPE;
  if (raw.includes("\0") || !raw.isWellFormed()) return refused("text.unstorable");
  const text = raw.trim();
  if (text.length > longest) return refused("value.tooBig");
  return { value: text === "" ? null : text };
}

/** "012.50" → "12.5": one number is written in one way. At most thirteen digits and four decimals. */
function plainDecimalOf(text: string): string | undefined {
  const parts = DECIMAL.exec(text.trim());
  if (!parts) return undefined;
  const [, sign = "", whole = "0", decimals = ""] = parts;
  const rest = decimals.replace(/0+$/, "");
  const magnitude = rest === "" ? whole : `${whole}.${rest}`;
  return magnitude === "0" ? "0" : sign + magnitude;
}

function moneyOf(raw: unknown): ReadValue {
  if (typeof raw !== "object" || raw === null || Array.isArray(raw)) return WRONG_TYPE;
  const { amount, currency, ...rest } = raw as Partial<Record<keyof CustomMoney, unknown>>;
  if (typeof amount !== "string" || typeof currency !== "string" || Object.keys(rest).length > 0) return WRONG_TYPE;
  if (!isCurrency(currency)) return refused("currency.unknown");
  if (!/^-?\d{1,13}(\.\d{1,4})?$/.test(amount)) return refused("amount.invalid");
  const minor = parseAmount(amount, currency);
  return minor === undefined ? refused("amount.tooFine") : { value: { amount: formatAmount(minor, currency), currency } };
}

export type CustomProblem = { readonly key: string; readonly code: string; readonly nearest?: string | null };

/** A change laid over what is known: a value is written, null empties, what is not named stays. */
export function mergeCustom(
  fields: readonly CustomField[],
  before: CustomValues,
  change: Readonly<Record<string, unknown>>,
): { readonly values: CustomValues; readonly problems: readonly CustomProblem[] } {
  const byKey = new Map(fields.map((field) => [field.key, field]));
  const values: Record<string, CustomValue> = { ...before };
  const problems: CustomProblem[] = [];
  for (const [key, raw] of Object.entries(change)) {
    const field = byKey.get(key);
    if (!field) {
      problems.push({ key, code: "field.unknown", nearest: nearestName(key, [...byKey.keys()]) });
      continue;
    }
    const read = readCustomValue(field, raw, before[key]);
    if ("code" in read) problems.push({ key, code: read.code });
    else if (read.value === null) delete values[key];
    else values[key] = read.value;
  }
  return { values, problems };
}

/** Each field that differs, with what it held and holds: `custom.key` in what is told of the record. */
export function customChanges(
  before: CustomValues,
  after: CustomValues,
): Record<string, { readonly from: CustomValue | null; readonly to: CustomValue | null }> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return Object.fromEntries(
    keys
      .filter((key) => !isSameValue(before[key], after[key]))
      .map((key) => [`${TOLD_AS}${key}`, { from: before[key] ?? null, to: after[key] ?? null }]),
  );
}

export function isSameValue(one: CustomValue | undefined, other: CustomValue | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined || typeof one !== typeof other || typeof one !== "object" || typeof other !== "object")
    return false;
  if (Array.isArray(one) || Array.isArray(other)) return JSON.stringify(one) === JSON.stringify(other);
  const [left, right] = [one as CustomMoney, other as CustomMoney];
  return left.amount === right.amount && left.currency === right.currency;
}
