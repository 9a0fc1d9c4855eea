/** A calendar day `YYYY-MM-DD`, without time or zone. It never passes through an instant. */
export type Day = string;
/** An instant, ISO 8601 in UTC. */
export type Instant = string;

type Parts = { readonly year: number; readonly month: number; readonly date: number };

/** A real day between 1900 and 2200. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, date } = partsOf(text);
  return year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);
}

export function dayOf(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

export function addDays(day: Day, days: number): Day {
  return fromSerial(serialOf(day) + days);
}

/** Clamped to the month's end: 31 January plus one month is 28 (29) February. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + (month - 1) + months;
  const [newYear, newMonth] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return dayOf(newYear, newMonth, Math.min(date, daysInMonth(newYear, newMonth)));
}

/** 29 February plus one year is 28 February. */
export function addYears(day: Day, years: number): Day {
  return addMonths(day, years * 12);
}

/** Earlier first, for sorting. */
export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** How many days from the first to the second; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return serialOf(to) - serialOf(from);
}

/** "2027-06" */
export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): number {
  return ((((serialOf(day) + 3) % 7) + 7) % 7) + 1;
}

export function partsOf(day: Day): Parts {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8, 10)) };
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1 January 1970, counted on the calendar (no clock, no zone). */
function serialOf(day: Day): number {
  const { year, month, date } = partsOf(day);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function fromSerial(serial: number): Day {
  const z = serial + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}
