/** Reads what people and programs write into cells. Nothing is guessed: what can be read in two ways is a question. */
import { addDays, isDay, type Day } from "#domain/shared/day.ts";
import { foldText } from "#domain/shared/text.ts";
import { MOST_TAGS, TAG_LENGTH } from "#domain/tag/tags.ts";

export type DateOrder = "iso" | "ymd" | "dmy" | "mdy";
export type DecimalSign = "point" | "comma";

const SPACES = /[\s\u00A0\u202F'’]/g;

/** How the amounts of a column are written; undefined when it makes no difference, ambiguous when it cannot be told ("1.234"). */
export function decimalOf(values: readonly string[]): DecimalSign | "ambiguous" | undefined {
  const seen = new Set<DecimalSign>();
  let isAmbiguous = false;
  for (const value of values) {
    const [comma, point] = [readDecimal(value, "comma"), readDecimal(value, "point")];
    if (comma !== undefined && point === undefined) seen.add("comma");
    if (comma === undefined && point !== undefined) seen.add("point");
    if (comma !== undefined && point !== undefined && comma !== point) isAmbiguous = true;
  }
  if (seen.size === 1) return [...seen][0];
  if (seen.size > 1 || isAmbiguous) return "ambiguous";
  return undefined;
}

/** "1.234" is two figures; "1 234,50" and "1234" are one. */
export function isAmbiguousDecimal(value: string): boolean {
  const [comma, point] = [readDecimal(value, "comma"), readDecimal(value, "point")];
  return comma !== undefined && point !== undefined && comma !== point;
}

/** "1 234,50 €" → "1234.50"; undefined for what is no amount. */
export function readDecimal(value: string, sign: DecimalSign): string | undefined {
  const bare = value
    .replace(SPACES, "")
    .replace(/^[A-Z]{3}|[A-Z]{3}$/g, "")
    .replace(/[€$£]/g, "")
    .replace("\u2212", "-");
  const [decimal, group] = sign === "comma" ? [",", "."] : [".", ","];
  const plain = /^\(.*\)$/.test(bare) ? `-${bare.slice(1, -1)}` : bare;
  const [whole = "", ...rest] = plain.split(decimal);
  if (rest.length > 1 || !/^-?(\d+|\d{1,3}([.,]\d{2,3})*)$/.test(whole)) return undefined;
  if (rest[0] !== undefined && !/^\d*$/.test(rest[0])) return undefined;
  const digits = whole.replaceAll(group, "");
  if (!/^-?\d{1,15}$/.test(digits)) return undefined;
  return rest[0] ? `${digits}.${rest[0]}` : digits;
}

/** The order of day and month in a column; "ambiguous" when every date can be read both ways. */
export function dateOrderOf(values: readonly string[]): DateOrder | "ambiguous" | undefined {
  let isIso = false;
  let isYearFirst = false;
  let canDayFirst = true;
  let canMonthFirst = true;
  let isOther = false;
  let isUnclear = false;
  for (const value of values) {
    const parts = partsOf(value);
    if (!parts) continue;
    if (parts.isYearFirst) {
      if (/^\d{4}-/.test(value.trim())) isIso = true;
      else isYearFirst = true;
      continue;
    }
    isOther = true;
    if (parts.first > 12) canMonthFirst = false;
    if (parts.second > 12) canDayFirst = false;
    if (parts.first !== parts.second) isUnclear = true;
  }
  if (!isOther) return isIso ? "iso" : isYearFirst ? "ymd" : undefined;
  if (!isUnclear) return "dmy";
  // Neither fits every date: two ways of writing are mixed, and those that fit both cannot be told.
  if (canDayFirst === canMonthFirst) return "ambiguous";
  return canDayFirst ? "dmy" : "mdy";
}

/** "03/04/2027" is two days; "13/04/2027", "03/03/2027" and "2027-04-03" are one. */
export function isAmbiguousDay(value: string): boolean {
  const parts = partsOf(value);
  return parts !== undefined && !parts.isYearFirst && parts.first <= 12 && parts.second <= 12 && parts.first !== parts.second;
}

type Parts = { readonly isYearFirst: boolean; readonly first: number; readonly second: number; readonly third: number };

function partsOf(value: string): Parts | undefined {
  const text = value.trim();
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (yearFirst) return { isYearFirst: true, first: Number(yearFirst[1]), second: Number(yearFirst[2]), third: Number(yearFirst[3]) };
  const other = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?:[T ,].*)?$/.exec(text);
  if (!other) return undefined;
  const year = Number(other[3]);
  return { isYearFirst: false, first: Number(other[1]), second: Number(other[2]), third: year < 100 ? 2000 + year : year };
}

const MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    "jan janv janvier january gen gennaio",
    "feb fev fevr fevrier february febbraio",
    "mar mars march marzo",
    "apr avr avril april aprile",
    "may mai mag maggio",
    "jun juin june giu giugno",
    "jul juil juillet july lug luglio",
    "aug aou aout august ago agosto",
    "sep sept septembre september set settembre",
    "oct octobre october ott ottobre",
    "nov novembre november",
    "dec decembre december dic dicembre",
  ].flatMap((names, index) => names.split(" ").map((name) => [name, index + 1])),
);

/** "12/06/2027", "2027-06-12T10:00:00Z", "12 juin 2027"; undefined for what is no day ("31/02/2027"). */
export function readDay(value: string, order: DateOrder): Day | undefined {
  const parts = partsOf(value);
  if (!parts) return readNamedDay(value);
  const { first, second, third } = parts;
  if (parts.isYearFirst) return dayOf(first, second, third);
  return order === "mdy" ? dayOf(third, first, second) : dayOf(third, second, first);
}

function readNamedDay(value: string): Day | undefined {
  const text = foldText(value);
  const found = /^(\d{1,2})(?:er|st|nd|rd|th|°)?[ -]([a-z]+)\.?,?[ -](\d{4})/.exec(text);
  if (found) return namedDayOf(found[2], found[1], found[3]);
  const american = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})/.exec(text);
  return american ? namedDayOf(american[1], american[2], american[3]) : undefined;
}

function namedDayOf(name = "", day = "", year = ""): Day | undefined {
  const month = MONTHS[name];
  return month === undefined ? undefined : dayOf(Number(year), month, Number(day));
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  const text = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDay(text) ? text : undefined;
}

/** With a zone it is that moment; a day alone is its noon in UTC, which is that day nearly everywhere. */
export function readInstant(value: string, order: DateOrder): string | undefined {
  const exact = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(value.trim());
  if (exact) return instantOf(exact);
  const day = readDay(value, order);
  return day === undefined ? undefined : `${day}T12:00:00.000Z`;
}

function instantOf([, day = "", hours = "", minutes = "", seconds = "00", fraction = "", zone = "Z"]: readonly string[]):
  | string
  | undefined {
  if (!isDay(day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const sign = zone.startsWith("-") ? -1 : 1;
  const ahead = zone === "Z" ? 0 : sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)));
  const minute = Number(hours) * 60 + Number(minutes) - ahead;
  const days = Math.floor(minute / 1440);
  const rest = minute - days * 1440;
  const two = (figure: number): string => String(figure).padStart(2, "0");
  return `${addDays(day, days)}T${two(Math.floor(rest / 60))}:${two(rest % 60)}:${seconds}.${fraction.padEnd(3, "0")}Z`;
}

const YES = new Set(["1", "true", "yes", "y", "x", "oui", "o", "vrai", "si", "s", "vero", "on", "subscribed", "inscrit"]);
const NO = new Set(["0", "false", "no", "n", "non", "faux", "falso", "off", "unsubscribed", "-"]);

export function readFlag(value: string): boolean | undefined {
  const folded = foldText(value);
  if (YES.has(folded)) return true;
  return NO.has(folded) ? false : undefined;
}

/** "75", "75 %", "75,0" or "0.75" of a column of shares: whole percents. */
export function readPercent(value: string, sign: DecimalSign): number | undefined {
  const decimal = readDecimal(value.replace("%", ""), sign);
  if (decimal === undefined) return undefined;
  const percent = Math.round(Number(decimal));
  return percent >= 0 && percent <= 100 ? percent : undefined;
}

export function readCount(value: string, sign: DecimalSign): number | undefined {
  const decimal = readDecimal(value, sign);
  if (decimal === undefined || !/^\d{1,6}(\.0*)?$/.test(decimal)) return undefined;
  return Number(decimal);
}

export function readLanguage(value: string): "en" | "fr" | "it" | undefined {
  const folded = foldText(value);
  if (/^(fr|fra|francais|french|francese)\b/.test(folded)) return "fr";
  if (/^(it|ita|italien|italian|italiano)\b/.test(folded)) return "it";
  return /^(en|eng|anglais|english|inglese)\b/.test(folded) ? "en" : undefined;
}

/** "Naples, Amalfi; Capri" */
/** "Sénior ; Ski, séminaire": undefined where there are too many, or one is too long to be a tag. */
export function readTags(value: string): string[] | undefined {
  const names = new Map<string, string>();
  for (const name of value.split(/[,;]/).map((one) => one.trim()))
    if (name !== "" && !names.has(foldText(name))) names.set(foldText(name), name);
  const tags = [...names.values()];
  return tags.length <= MOST_TAGS && tags.every((name) => name.length <= TAG_LENGTH) ? tags : undefined;
}

export function readPlaces(value: string): string[] {
  return [
    ...new Set(
      value
        .split(/[,;/|]/)
        .map((place) => place.trim())
        .filter((place) => place !== ""),
    ),
  ].slice(0, 30);
}
