import { addDays, dayOf, isDay, partsOf, weekdayOf, type Day } from "#domain/shared/day.ts";
import { regionalLocale } from "#web/kit/format.ts";

/**
 * Reads a day as people type it: "12/6", "12.06.27", "12 juin", "1er déc. 2027", "sam", "demain", "+7", "2027-06-12".
 * Without a year it is the next such day from `today` on; a weekday is the next one after today; day comes before month.
 * Undefined for what is no day, or could be two ("12 jui").
 */
export type DayReading = { today: Day; locale: string };

export function parseDay(text: string, { today, locale }: DayReading): Day | undefined {
  const plain = plainText(text);
  if (plain === "") return undefined;
  return relativeDay(plain, today, locale) ?? writtenDay(plain, today) ?? weekday(plain, today, locale) ?? namedMonth(plain, today, locale);
}

/** "demain", "auj", "+7" */
function relativeDay(text: string, today: Day, locale: string): Day | undefined {
  const plus = /^\+\s?(\d{1,3})$/.exec(text);
  if (plus) return addDays(today, Number(plus[1]));
  if (text.length < 3) return undefined;
  const words = new Intl.RelativeTimeFormat(regionalLocale(locale), { numeric: "auto" });
  const offset = [0, 1, 2, -1].find((days) => {
    const word = plainText(words.format(days, "day"));
    return !/\d/.test(word) && (days === 0 || days === 1 ? word.startsWith(text) : word === text);
  });
  return offset === undefined ? undefined : addDays(today, offset);
}

/** "2027-06-12", "12/6", "12.6.27", "12" */
function writtenDay(text: string, today: Day): Day | undefined {
  if (isDay(text)) return text;
  const parts = /^(\d{1,2})(?:[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?)?$/.exec(text);
  if (!parts) return undefined;
  const [, date, month, year] = parts;
  return month === undefined ? nextDate(Number(date), today) : nextDay({ date, month: Number(month), year }, today);
}

function weekday(text: string, today: Day, locale: string): Day | undefined {
  const named = weekdayNames(locale).filter((name) => name.startsWith(text) && text.length >= 2);
  if (named.length !== 1) return undefined;
  const wanted = weekdayNames(locale).findIndex((name) => name === named[0]) + 1;
  return addDays(today, ((wanted - weekdayOf(today) + 6) % 7) + 1);
}

/** "12 juin", "sam. 12 juin 2027", "1er déc", "june 12" */
function namedMonth(text: string, today: Day, locale: string): Day | undefined {
  const weekdays = weekdayNames(locale);
  const tokens = text.split(/[\s,.]+/).filter((token) => token !== "");
  const [first = ""] = tokens;
  const rest = tokens.length > 2 && weekdays.some((name) => name.startsWith(first)) && !/\d/.test(first) ? tokens.slice(1) : tokens;
  const joined = rest.join(" ");
  const parts =
    /^(?<date>\d{1,2})(?:er|st|nd|rd|th|°|º)? ?(?<month>\p{L}{3,})(?: (?<year>\d{2}|\d{4}))?$/u.exec(joined) ??
    /^(?<month>\p{L}{3,}) (?<date>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{2}|\d{4}))?$/u.exec(joined);
  const { date, month = "", year } = parts?.groups ?? {};
  const number = monthNumber(month, locale);
  return number === undefined || date === undefined ? undefined : nextDay({ date, month: number, year }, today);
}

/** The month whose name begins so, in this language; a name that begins two ("jui") is none. */
function monthNumber(name: string, locale: string): number | undefined {
  if (name === "") return undefined;
  const found = monthNames(locale).flatMap((names, index) => (names.some((month) => month.startsWith(name)) ? [index + 1] : []));
  return found.length === 1 ? found[0] : undefined;
}

function nextDate(date: number, today: Day): Day | undefined {
  const { year, month, date: current } = partsOf(today);
  const index = year * 12 + month - 1 + (date < current ? 1 : 0);
  return realDay(Math.floor(index / 12), (index % 12) + 1, date);
}

type Typed = { date: string | undefined; month: number; year: string | undefined };

function nextDay({ date, month, year }: Typed, today: Day): Day | undefined {
  if (year !== undefined) return realDay(year.length === 2 ? 2000 + Number(year) : Number(year), month, Number(date));
  const { year: current } = partsOf(today);
  const candidates = [0, 1, 2, 3, 4].map((years) => realDay(current + years, month, Number(date)));
  return candidates.find((day) => day !== undefined && day >= today);
}

function realDay(year: number, month: number, date: number): Day | undefined {
  const day = dayOf(year, month, date);
  return isDay(day) ? day : undefined;
}

function weekdayNames(locale: string): string[] {
  const format = new Intl.DateTimeFormat(regionalLocale(locale), { weekday: "long", timeZone: "UTC" });
  return Array.from({ length: 7 }, (_, index) => plainText(format.format(Date.UTC(2024, 0, 1 + index))));
}

function monthNames(locale: string): string[][] {
  const [long, short] = (["long", "short"] as const).map(
    (month) => new Intl.DateTimeFormat(regionalLocale(locale), { month, timeZone: "UTC" }),
  );
  return Array.from({ length: 12 }, (_, index) => {
    const time = Date.UTC(2024, index, 1);
    return [long, short].flatMap((format) => (format ? [plainText(format.format(time))] : []));
  });
}

/** Lower case, without accents, one kind of apostrophe and space. */
function plainText(text: string): string {
  const unaccented = text.normalize("NFD").replace(/\p{Diacritic}/gu, "");
  return unaccented.toLowerCase().replace(/[’']/g, "'").replace(/\s+/gu, " ").replace(/\.$/, "").trim();
}
