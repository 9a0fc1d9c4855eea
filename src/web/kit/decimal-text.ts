/** What people type as a number, and how a number is shown while it is edited. Values are decimal strings with a point. */

export type DecimalRules = { maxDecimals: number; locale: string };

/**
 * Reads "1 250,50", "1.250,50", "1,250.50", "−12" and "1250.5"; undefined for what is no number.
 * A lone separator followed by three digits groups thousands, unless so many decimals are allowed and the language writes decimals with it.
 */
export function parseDecimal(text: string, rules: DecimalRules): string | undefined {
  const compact = text.replace(/[\s'’_]/gu, "").replace(/^[−–]/u, "-");
  const parts = /^(-?)([\d.,]*\d[\d.,]*)$/.exec(compact);
  if (!parts) return undefined;
  const [, sign = "", digits = ""] = parts;
  const { whole, decimals } = splitAt(digits, decimalSeparator(digits, rules));
  if (!/^\d*$/.test(decimals) || decimals.length > rules.maxDecimals || !isGrouped(whole)) return undefined;
  const number = whole.replace(/[.,]/g, "").replace(/^0+(?=\d)/, "") || "0";
  return `${sign}${number}${decimals === "" ? "" : `.${decimals}`}`;
}

/** "40600.00" → "40 600" in French, "40,600.50" in English, to be typed over. */
export function decimalText(value: string, rules: DecimalRules): string {
  const [whole = "", decimals = ""] = value.split(".");
  const kept = /[1-9]/.test(decimals) ? decimals.slice(0, rules.maxDecimals) : "";
  const fraction = { minimumFractionDigits: kept.length, maximumFractionDigits: kept.length };
  const format = new Intl.NumberFormat(rules.locale, { useGrouping: "always", ...fraction });
  const shown = format.format(`${whole}.${kept || "0"}` as Intl.StringNumericLiteral);
  return shown.replace(/\u202f/g, "\u00a0").replace(/^-/, "−");
}

function decimalSeparator(digits: string, { maxDecimals, locale }: DecimalRules): string | undefined {
  const [point, comma] = [digits.lastIndexOf("."), digits.lastIndexOf(",")];
  if (point >= 0 && comma >= 0) return point > comma ? "." : ",";
  if (point < 0 && comma < 0) return undefined;
  const separator = point >= 0 ? "." : ",";
  if (digits.split(separator).length > 2) return undefined;
  const looksGrouped = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits);
  if (!looksGrouped) return separator;
  return maxDecimals >= 3 && separator === localSeparator(locale) ? separator : undefined;
}

function splitAt(digits: string, separator: string | undefined): { whole: string; decimals: string } {
  if (!separator) return { whole: digits, decimals: "" };
  const at = digits.lastIndexOf(separator);
  return { whole: digits.slice(0, at), decimals: digits.slice(at + 1) };
}

/** "1.250" and "1250" are; "12.50.3" is not. */
function isGrouped(whole: string): boolean {
  return /^\d*$/.test(whole) || /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole);
}

function localSeparator(locale: string): string {
  const decimal = new Intl.NumberFormat(locale).formatToParts(0.5).find((part) => part.type === "decimal");
  return decimal?.value ?? ".";
}
