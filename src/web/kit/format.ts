import { partsOf, type Day, type Instant } from "#domain/shared/day.ts";

/** Numbers and days as people write them. Every function is pure: the language, the day it is and the zone are arguments. */

const MINUS = "\u2212";
const REGIONS: Record<string, string> = { en: "en-GB", fr: "fr-FR", it: "it-IT" };

/** "fr" → "fr-FR"; a regional one stays itself. */
export function regionalLocale(locale: string): string {
  return REGIONS[locale] ?? locale;
}

/** auto: cents only when there are some; always: as the currency has them; never: rounded to the unit. */
export type Cents = "auto" | "always" | "never";

/** Money as on the wire. */
export type WrittenMoney = { amount: string; currency: string };

/** "40600.00" EUR → "40 600 €" in French. Negative amounts take the true minus sign. */
export function formatMoney({ amount, currency }: WrittenMoney, locale: string, cents: Cents = "auto"): string {
  const hidesCents = cents === "never" || (cents === "auto" && isWhole(amount));
  const options: Intl.NumberFormatOptions = { style: "currency", currency, useGrouping: "always" };
  const format = numberFormat(locale, hidesCents ? { ...options, maximumFractionDigits: 0 } : options);
  return tidy(format.format(amount as Intl.StringNumericLiteral));
}

/** "€" */
export function currencySymbol(currency: string, locale: string): string {
  const parts = numberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" }).formatToParts(0);
  return parts.find((part) => part.type === "currency")?.value ?? currency;
}

export function formatNumber(value: number | string | bigint, locale: string, maxDecimals = 2): string {
  const format = numberFormat(locale, { useGrouping: "always", maximumFractionDigits: maxDecimals });
  return tidy(format.format(value as number | bigint | Intl.StringNumericLiteral));
}

/** 16.9 → "16,9 %" in French. `decimals` are always written, so that a column aligns; by default only when there are some. */
export function formatPercent(percent: number | string, locale: string, decimals?: number): string {
  const digits = { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? 1 };
  return tidy(numberFormat(locale, { style: "percent", ...digits }).format(Number(percent) / 100));
}

/** A difference: the sign is always written. */
export function formatSigned(text: string, isNegative: boolean): string {
  return isNegative || text.startsWith(MINUS) ? text : `+${text}`;
}

/**
 * medium: 12 juin 2027 · full: samedi 12 juin 2027 · weekday: sam. 12 juin 2027 · short: 12 juin (no year) · numeric: 12/06/2027 · month: juin 2027 · longDay: samedi 12 juin · shortDay: sam. 12
 */
export type DayStyle = "medium" | "full" | "weekday" | "short" | "numeric" | "month" | "longDay" | "shortDay";

const DAY_STYLES: Record<Exclude<DayStyle, "numeric">, Intl.DateTimeFormatOptions> = {
  medium: { day: "numeric", month: "short", year: "numeric" },
  full: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  weekday: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  short: { day: "numeric", month: "short" },
  month: { month: "long", year: "numeric" },
  longDay: { weekday: "long", day: "numeric", month: "long" },
  shortDay: { weekday: "short", day: "numeric" },
};

export function formatDay(day: Day, locale: string, style: DayStyle = "medium"): string {
  if (style === "numeric") return day.split("-").toReversed().join("/");
  return dateText(Date.parse(`${day}T00:00:00Z`), locale, { ...DAY_STYLES[style], timeZone: "UTC" });
}

/** 1 "lun." … 7 "dim." */
export function weekdayName(weekday: number, locale: string): string {
  // A Monday, and the days after it.
  return dateText(Date.UTC(2024, 0, weekday), locale, { weekday: "short", timeZone: "UTC" });
}

/** The year only when it is not the current one: "24 nov.", "3 févr. 2028". */
export function formatNearDay(day: Day, today: Day, locale: string): string {
  return formatDay(day, locale, day.slice(0, 4) === today.slice(0, 4) ? "short" : "medium");
}

/** "12 → 19 juin 2027" as its two ends; the arrow is drawn between them. */
export type RangeParts = { start: string; end?: string };

export function formatRange(from: Day, to: Day | null | undefined, locale: string): RangeParts {
  if (!to || to === from) return { start: formatDay(from, locale) };
  const [start, end] = [partsOf(from), partsOf(to)];
  const whole = formatDay(to, locale);
  if (start.year !== end.year) return { start: formatDay(from, locale), end: whole };
  if (start.month !== end.month) return { start: formatDay(from, locale, "short"), end: whole };
  return { start: start.date === 1 && isFrench(locale) ? "1er" : String(start.date), end: whole };
}

/** "1,2 Mo", "36 ko": never less than one kilobyte. */
export function formatBytes(bytes: number, locale: string): string {
  const unit = bytes < 999_500 ? "kilobyte" : bytes < 999_500_000 ? "megabyte" : "gigabyte";
  const value = Math.max(1, bytes / { kilobyte: 1e3, megabyte: 1e6, gigabyte: 1e9 }[unit]);
  const maximumFractionDigits = unit === "kilobyte" || value >= 100 ? 0 : 1;
  return tidy(
    new Intl.NumberFormat(regionalLocale(locale), { style: "unit", unit, unitDisplay: "short", maximumFractionDigits }).format(value),
  );
}

/** "14:05" */
export function formatTime(instant: Instant, locale: string, timeZone: string): string {
  return dateText(Date.parse(instant), locale, { hour: "2-digit", minute: "2-digit", timeZone });
}

/** "12 juin 2027, 14:05" */
export function formatInstant(instant: Instant, locale: string, timeZone: string): string {
  const day = dateText(Date.parse(instant), locale, { ...DAY_STYLES.medium, timeZone });
  return `${day}, ${formatTime(instant, locale, timeZone)}`;
}

/** -1 → "hier", 12 → "dans 12 jours" */
export function formatRelativeDays(days: number, locale: string): string {
  return tidy(new Intl.RelativeTimeFormat(regionalLocale(locale), { numeric: "auto" }).format(days, "day"));
}

const numberFormats = new Map<string, Intl.NumberFormat>();
const dateFormats = new Map<string, Intl.DateTimeFormat>();

function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = keyOf(locale, options);
  const format = numberFormats.get(key) ?? new Intl.NumberFormat(regionalLocale(locale), options);
  numberFormats.set(key, format);
  return format;
}

/** French writes the first of the month "1er". */
function dateText(time: number, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = keyOf(locale, options);
  const format = dateFormats.get(key) ?? new Intl.DateTimeFormat(regionalLocale(locale), options);
  dateFormats.set(key, format);
  const parts = format.formatToParts(time);
  const text = parts.map(({ type, value }) => (type === "day" && value === "1" && isFrench(locale) ? "1er" : value));
  return tidy(text.join(""));
}

function keyOf(locale: string, options: object): string {
  return locale + JSON.stringify(options);
}

/** The narrow no-break space is missing from the shipped fonts, and the hyphen is no minus sign. */
function tidy(text: string): string {
  return text.replace(/\u202f/g, "\u00a0").replace(/(^|\s)-(?=[\p{Sc}\d])/u, `$1${MINUS}`);
}

function isWhole(amount: string): boolean {
  return !/\.\d*[1-9]/.test(amount);
}

function isFrench(locale: string): boolean {
  return locale.startsWith("fr");
}
