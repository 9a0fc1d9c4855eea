/** What people type or paste into a cell, read in their own way of writing: amounts with or without a currency, percentages. */
import { isCurrency, minorDigits } from "#domain/shared/money.ts";
import { parseDecimal } from "#web/kit/decimal-text.ts";

export type TypedCost = { readonly unitCost: string; readonly currency: string };

const SIGNS: Readonly<Record<string, string>> = { "€": "EUR", $: "USD", "£": "GBP" };
const RATE_DECIMALS = 4;

/** "5 900,00", "480 USD", "$480", "1.234,50 €": in the currency that is written, else in the line's own. */
export function readCost(text: string, currency: string, locale: string): TypedCost | undefined {
  const found = /^([A-Za-z]{3}|[€$£])?([^A-Za-z€$£]+)([A-Za-z]{3}|[€$£])?$/.exec(text.trim());
  if (!found) return undefined;
  const [, before, figure = "", after] = found;
  const written = before ?? after;
  const code = written === undefined ? currency : (SIGNS[written] ?? written.toUpperCase());
  if (!isCurrency(code)) return undefined;
  const unitCost = parseDecimal(figure.trim(), { maxDecimals: minorDigits(code), locale });
  return unitCost === undefined ? undefined : { unitCost, currency: code };
}

/** "22", "22,5 %", "-3%". */
export function readRate(text: string, locale: string): string | undefined {
  return parseDecimal(text.replace(/%\s*$/, "").trim(), { maxDecimals: RATE_DECIMALS, locale });
}

/** For a spreadsheet: the reader's decimal sign, no grouping. */
export function plainNumber(value: string, locale: string): string {
  const sign = new Intl.NumberFormat(locale).formatToParts(0.5).find(({ type }) => type === "decimal")?.value ?? ".";
  return value.replace(".", sign);
}
