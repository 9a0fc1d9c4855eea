/** Departure, return and duration fill each other: nights = days − 1. */
import { addDays, daysBetween, type Day } from "#domain/shared/day.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

export type Duration = { readonly days: number; readonly nights: number };

export function durationOf(departsOn: Day | null, returnsOn: Day | null): Duration | undefined {
  if (departsOn === null || returnsOn === null || returnsOn < departsOn) return undefined;
  const nights = daysBetween(departsOn, returnsOn);
  return { days: nights + 1, nights };
}

export function returnAfter(departsOn: Day, days: number): Day {
  return addDays(departsOn, Math.max(0, days - 1));
}

/** A new departure keeps the duration: the return moves along. */
export function returnWhenDepartureMoves(
  before: { readonly departsOn: Day | null; readonly returnsOn: Day | null },
  departsOn: Day,
): Day | null {
  const duration = durationOf(before.departsOn, before.returnsOn);
  if (!duration) return before.returnsOn !== null && before.returnsOn >= departsOn ? before.returnsOn : null;
  return returnAfter(departsOn, duration.days);
}

export type TripDates = { readonly departsOn: Day | null; readonly returnsOn: Day | null; readonly days: number | null };

/** What a person touched stays as typed; the departure outlives the others, so a known duration moves the return. */
export function fillDates(dates: TripDates, touched: keyof TripDates): TripDates {
  const { departsOn, returnsOn, days } = dates;
  if (touched === "returnsOn" && departsOn !== null) return { ...dates, days: durationOf(departsOn, returnsOn)?.days ?? null };
  if (departsOn !== null && days !== null) return { ...dates, returnsOn: returnAfter(departsOn, days) };
  if (departsOn !== null) return { ...dates, days: durationOf(departsOn, returnsOn)?.days ?? null };
  if (returnsOn !== null && days !== null && touched !== "departsOn")
    return { ...dates, departsOn: addDays(returnsOn, 1 - Math.max(1, days)) };
  return dates;
}

export const FLEXIBLE_DAYS = { min: 0, max: 60 } as const;

type Period = { readonly departsOn: Day | null; readonly returnsOn: Day | null; readonly flexibleDays: number };

/** The earliest and latest departure, when dates may move by some days. */
export function departureRange({ departsOn, flexibleDays }: Period): { readonly earliest: Day; readonly latest: Day } | undefined {
  if (departsOn === null) return undefined;
  return { earliest: addDays(departsOn, -flexibleDays), latest: addDays(departsOn, flexibleDays) };
}

export function datesProblems({ departsOn, returnsOn, flexibleDays }: Period): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (departsOn !== null && returnsOn !== null && returnsOn < departsOn) problems.push({ pointer: "/returnsOn", code: "dates.order" });
  if (!Number.isInteger(flexibleDays)) problems.push({ pointer: "/flexibleDays", code: "value.type" });
  if (flexibleDays < FLEXIBLE_DAYS.min) problems.push({ pointer: "/flexibleDays", code: "value.tooSmall" });
  if (flexibleDays > FLEXIBLE_DAYS.max) problems.push({ pointer: "/flexibleDays", code: "value.tooBig" });
  return problems;
}
