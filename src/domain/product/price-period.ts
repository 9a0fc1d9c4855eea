/**
 * Price periods of a product: from one day to another, both held, on every weekday or on some, with figures of their own
 * and, where they differ from the product's, a currency, a way of counting and a word about the allotment.
 *
 * Periods may lie over each other, as price lists do (a season, in it the weekends, in it the days of a fair). Of those that
 * hold a day the most specific counts: the one of fewest days from first to last; of those the one of fewest weekdays; of
 * those the one that begins last. Two that this cannot tell apart are refused, so the order they are written in never counts.
 * Outside every period the product's plain figures count, and whoever uses them is told.
 */
import type { QuantityType } from "#domain/product/product.ts";
import { daysBetween, weekdayOf, type Day } from "#domain/shared/day.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

/** Cost and price are decimal strings in the period's currency; null is not known. */
export type PricePeriod = {
  readonly from: Day;
  readonly until: Day;
  /** 1 Monday … 7 Sunday; null is every day. */
  readonly weekdays: readonly number[] | null;
  readonly cost: string | null;
  readonly price: string | null;
  /** Null is the product's. */
  readonly currency: string | null;
  readonly quantityType: QuantityType | null;
  /** What was agreed about places: "20 rooms until 60 days before". */
  readonly allotment: string | null;
};

export type PriceOnDay = {
  readonly cost: string | null;
  readonly price: string | null;
  readonly currency: string;
  readonly quantityType: QuantityType;
  readonly allotment: string | null;
  /** The last day of the period the figures come from. */
  readonly until: Day | null;
  /** "none": the product has periods and none holds the day. */
  readonly period: "held" | "none" | "unneeded";
};

export type Priced = {
  readonly cost: string | null;
  readonly price: string | null;
  readonly currency: string;
  readonly quantityType: QuantityType;
  readonly periods: readonly PricePeriod[];
};

const EVERY_DAY = 7;

const holds = ({ from, until, weekdays }: PricePeriod, day: Day): boolean =>
  from <= day && day <= until && (weekdays === null || weekdays.includes(weekdayOf(day)));

/** The more specific first. */
function bySpecificity(one: PricePeriod, other: PricePeriod): number {
  const days = (period: PricePeriod): number => daysBetween(period.from, period.until);
  const weekdays = (period: PricePeriod): number => period.weekdays?.length ?? EVERY_DAY;
  return days(one) - days(other) || weekdays(one) - weekdays(other) || other.from.localeCompare(one.from);
}

export function periodOn(periods: readonly PricePeriod[], day: Day): PricePeriod | undefined {
  return periods.filter((period) => holds(period, day)).toSorted(bySpecificity)[0];
}

/** The product has periods and none holds the day: its figures are to be looked at. */
export function isOutsidePeriods(periods: readonly PricePeriod[], day: Day | null): boolean {
  return periods.length > 0 && (day === null || periodOn(periods, day) === undefined);
}

/** What a product costs and is sold for on a day; a day that is not known is held by no period. */
export function priceOn(product: Priced, day: Day | null): PriceOnDay {
  const { cost, price, currency, quantityType, periods } = product;
  const held = day === null ? undefined : periodOn(periods, day);
  if (!held) {
    const period = isOutsidePeriods(periods, day) ? "none" : "unneeded";
    return { cost, price, currency, quantityType, allotment: null, until: null, period };
  }
  return {
    cost: held.cost,
    price: held.price,
    currency: held.currency ?? currency,
    quantityType: held.quantityType ?? quantityType,
    allotment: held.allotment,
    until: held.until,
    period: "held",
  };
}

/** A period ends after it begins, holds at least one day, and no day has two prices of one rank. */
export function periodProblems(periods: readonly PricePeriod[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [index, period] of periods.entries()) {
    if (period.until < period.from) problems.push({ pointer: `/periods/${index}/until`, code: "dates.order" });
    else if (!hasItsWeekday(period)) problems.push({ pointer: `/periods/${index}/weekdays`, code: "periods.noDay" });
    const clash = periods.slice(0, index).some((other) => isOfOneRank(period, other));
    if (clash) problems.push({ pointer: `/periods/${index}/from`, code: "periods.overlap" });
  }
  return problems;
}

/** A Saturday is named between Monday and Thursday: no day would ever be held. */
function hasItsWeekday({ from, until, weekdays }: PricePeriod): boolean {
  const days = daysBetween(from, until);
  if (weekdays === null || days >= EVERY_DAY - 1) return true;
  return Array.from({ length: days + 1 }, (_, step) => ((weekdayOf(from) - 1 + step) % EVERY_DAY) + 1).some((day) =>
    weekdays.includes(day),
  );
}

function isOfOneRank(one: PricePeriod, other: PricePeriod): boolean {
  if (bySpecificity(one, other) !== 0) return false;
  const { weekdays } = other;
  return one.weekdays === null || weekdays === null || one.weekdays.some((day) => weekdays.includes(day));
}

/** As they are kept: weekdays in their order and once, all seven as every day, the product's own currency and counting unnamed. */
export function keptPeriods(
  periods: readonly PricePeriod[],
  product: { readonly currency: string; readonly quantityType: QuantityType },
): PricePeriod[] {
  return periods.map((period) => {
    const weekdays = period.weekdays === null ? null : [...new Set(period.weekdays)].toSorted((one, other) => one - other);
    return {
      ...period,
      weekdays: weekdays === null || weekdays.length === EVERY_DAY ? null : weekdays,
      currency: period.currency === product.currency ? null : period.currency,
      quantityType: period.quantityType === product.quantityType ? null : period.quantityType,
    };
  });
}

const PLAIN = { weekdays: null, currency: null, quantityType: null, allotment: null };

/** Those written when a period was two days and two figures are read as such. */
export function readPeriods(stored: unknown): PricePeriod[] {
  return (stored as Omit<PricePeriod, keyof typeof PLAIN>[]).map((period) => ({ ...PLAIN, ...period }));
}
