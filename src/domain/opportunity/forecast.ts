/**
 * Value over time. Fixed: total = amount. Recurring: amount per period × number of periods. Likely = total × probability,
 * rounded once per record; sums add rounded records; instalments add up to the rounded total, the last carries the rest.
 */
import { addDays, addMonths, type Day } from "#domain/shared/day.ts";
import { add, divide, fraction, multiply, percent, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";
import { minorDigits } from "#domain/shared/money.ts";

export const PERIOD_NAMES = ["hour", "day", "week", "month", "quarter", "year"] as const;
export type Period = (typeof PERIOD_NAMES)[number];

export type Value =
  | { readonly kind: "fixed"; readonly amountMinor: bigint }
  | { readonly kind: "recurring"; readonly amountMinor: bigint; readonly period: Period; readonly periods: number };

export function totalOf(value: Value): bigint {
  return value.kind === "fixed" ? value.amountMinor : value.amountMinor * BigInt(value.periods);
}

/** total × probability × rate, rounded once. The rate leads to another currency, whose minor units the result has. */
export function likelyOf(totalMinor: bigint, probabilityPercent: number, rate: Fraction = fraction(1n)): bigint {
  return roundHalfAway(multiply(multiply(fraction(totalMinor), percent(probabilityPercent)), rate));
}

export function convert(minor: bigint, rate: Fraction): bigint {
  return roundHalfAway(multiply(fraction(minor), rate));
}

/** A rate between units becomes one between minor units: JPY has none, EUR has a hundred. */
export function minorRate(rate: Fraction, from: string, to: string): Fraction {
  const [there, here] = [10n ** BigInt(minorDigits(to)), 10n ** BigInt(minorDigits(from))];
  return multiply(rate, fraction(there, here));
}

export type DefaultRate = { readonly mode: "markup" | "margin"; readonly percent: Fraction };

/** A default mark-up u counts as u / (1 + u) of the price. */
export function defaultMargin(totalMinor: bigint, rate: DefaultRate): bigint {
  return roundHalfAway(multiply(fraction(totalMinor), shareOfPrice(rate)));
}

export function shareOfPrice({ mode, percent: figure }: DefaultRate): Fraction {
  const share = divide(figure, fraction(100n));
  return mode === "margin" ? share : divide(share, add(fraction(1n), share));
}

type Margins = {
  readonly quoteMinor: bigint | null;
  readonly productsMinor: bigint | null;
  readonly totalMinor: bigint;
  readonly rate: DefaultRate;
};

/** The margin of the quote if there is one, else of the products when their costs are known, else by the default rate. */
export function estimatedMargin({ quoteMinor, productsMinor, totalMinor, rate }: Margins): {
  minor: bigint;
  source: "quote" | "products" | "default";
} {
  if (quoteMinor !== null) return { minor: quoteMinor, source: "quote" };
  if (productsMinor !== null) return { minor: productsMinor, source: "products" };
  return { minor: defaultMargin(totalMinor, rate), source: "default" };
}

export type Instalment = { readonly on: Day; readonly minor: bigint };

/** One instalment a period, the first on the given day, counted from it (never from a clamped one); they add up exactly. */
export function instalmentsOf(value: Value, first: Day, probabilityPercent: number, rate: Fraction = fraction(1n)): Instalment[] {
  const whole = likelyOf(totalOf(value), probabilityPercent, rate);
  if (value.kind === "fixed") return [{ on: first, minor: whole }];
  const each = likelyOf(value.amountMinor, probabilityPercent, rate);
  const last = value.periods - 1;
  return Array.from({ length: value.periods }, (_, index) => ({
    on: periodStart(first, value.period, index),
    minor: index === last ? whole - each * BigInt(last) : each,
  }));
}

/** 24 hours make a day; quarters step by 3 months, years by 12. */
export function periodStart(first: Day, period: Period, index: number): Day {
  switch (period) {
    case "hour":
      return addDays(first, Math.floor(index / 24));
    case "day":
      return addDays(first, index);
    case "week":
      return addDays(first, index * 7);
    case "month":
      return addMonths(first, index);
    case "quarter":
      return addMonths(first, index * 3);
    case "year":
      return addMonths(first, index * 12);
  }
}
