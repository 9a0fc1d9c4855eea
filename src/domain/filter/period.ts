/**
 * Relative dates. A period is a word ("thisMonth", "last30Days") that becomes two days when it is asked, with the agency's
 * today as an argument; a single day may be "today" with so many days more or less. Weeks begin on Monday. The last and next
 * N days take today in.
 */
import { addDays, addMonths, dayOf, isDay, partsOf, weekdayOf, type Day } from "#domain/shared/day.ts";

const UNITS = ["Week", "Month", "Quarter", "Year"] as const;
type Unit = (typeof UNITS)[number];

/** The named periods, in the order in which they are offered. */
export const PERIODS = [
  "today",
  "yesterday",
  "tomorrow",
  "thisWeek",
  "lastWeek",
  "nextWeek",
  "thisMonth",
  "lastMonth",
  "nextMonth",
  "thisQuarter",
  "lastQuarter",
  "nextQuarter",
  "thisYear",
  "lastYear",
  "nextYear",
  "past",
  "future",
] as const;
export type Period = (typeof PERIODS)[number];

/** Both ends are in it; null has no end. */
export type Span = { readonly from: Day | null; readonly to: Day | null };

const SOME_DAYS = /^(last|next)(\d{1,4})Days$/;
const FROM_TODAY = /^today(?:([+-])(\d{1,4}))?$/;

export function isPeriod(text: string): boolean {
  return (PERIODS as readonly string[]).includes(text) || SOME_DAYS.test(text);
}

export function isDayValue(text: string): boolean {
  return isDay(text) || FROM_TODAY.test(text);
}

/** "last30Days" → last, 30. */
export function someDays(text: string): { readonly side: "last" | "next"; readonly days: number } | undefined {
  const [, side, days] = SOME_DAYS.exec(text) ?? [];
  return side === undefined ? undefined : { side: side === "last" ? "last" : "next", days: Number(days) };
}

/** "today-14" → fourteen days ago; a day is itself. */
export function dayFrom(text: string, today: Day): Day {
  const relative = FROM_TODAY.exec(text);
  if (!relative) return text;
  const [, sign, days = "0"] = relative;
  return addDays(today, sign === "-" ? -Number(days) : Number(days));
}

export function spanOf(period: string, today: Day): Span {
  const some = someDays(period);
  if (some) return some.side === "last" ? { from: addDays(today, -some.days), to: today } : { from: today, to: addDays(today, some.days) };
  const single = { today: 0, yesterday: -1, tomorrow: 1 }[period];
  if (single !== undefined) return { from: addDays(today, single), to: addDays(today, single) };
  if (period === "past") return { from: null, to: addDays(today, -1) };
  if (period === "future") return { from: addDays(today, 1), to: null };
  const unit = UNITS.find((one) => period.endsWith(one));
  if (!unit) throw new RangeError(`"${period}" is no period`);
  const step = period.startsWith("last") ? -1 : period.startsWith("next") ? 1 : 0;
  const from = beginning(unit, today, step);
  return { from, to: addDays(beginning(unit, today, step + 1), -1) };
}

/** The first day of the week, month, quarter or year that is so many before or after today's. */
function beginning(unit: Unit, today: Day, step: number): Day {
  if (unit === "Week") return addDays(today, 1 - weekdayOf(today) + 7 * step);
  const { year, month } = partsOf(today);
  if (unit === "Year") return dayOf(year + step, 1, 1);
  if (unit === "Month") return addMonths(dayOf(year, month, 1), step);
  return addMonths(dayOf(year, month - ((month - 1) % 3), 1), 3 * step);
}
