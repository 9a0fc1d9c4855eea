/** How a price comes from a cost: a mark-up on the cost or a margin on the price, and whose rate counts. */
import type { Costing, CostingLine, PricingMode } from "#domain/quote/costing.ts";
import { add, divide, fraction, multiply, parseDecimal, roundHalfAway, subtract, type Fraction } from "#domain/shared/fraction.ts";

const ONE = fraction(1n);

/** "0.9213", "18": a decimal string that was checked before. */
export function exactly(text: string): Fraction {
  const parsed = parseDecimal(text);
  if (!parsed) throw new RangeError(`not a decimal number: ${text}`);
  return parsed;
}

/** "18" → 18/100. */
export function shareOf(percent: string): Fraction {
  return multiply(exactly(percent), fraction(1n, 100n));
}

/** What a cost is multiplied with: 1 + u, or 1 ÷ (1 − m). */
export function priceFactor(mode: PricingMode, rate: Fraction): Fraction {
  return mode === "markup" ? add(ONE, rate) : divide(ONE, subtract(ONE, rate));
}

/** m = u ÷ (1 + u), u = m ÷ (1 − m); exact. */
export function rateIn(mode: PricingMode, from: PricingMode, rate: Fraction): Fraction {
  if (mode === from) return rate;
  return mode === "margin" ? divide(rate, add(ONE, rate)) : divide(rate, subtract(ONE, rate));
}

/** Where a rate was found: shown grey when inherited, bold when it is the line's own. */
export type RateOrigin = "line" | "day" | "quote" | "workspace";
export type FoundRate = { readonly rate: Fraction; readonly origin: RateOrigin };

/** The quote's own rate, else the workspace's equal one in the quote's mode. */
export function quoteRate({ mode, ratePercent, workspaceRate }: Costing): FoundRate | undefined {
  if (ratePercent !== null) return { rate: shareOf(ratePercent), origin: "quote" };
  if (workspaceRate === null) return undefined;
  return { rate: rateIn(mode, workspaceRate.mode, shareOf(workspaceRate.percent)), origin: "workspace" };
}

/** Line, else day, else quote, else workspace. */
export function rateOfLine(costing: Costing, line: CostingLine): FoundRate | undefined {
  if (line.ratePercent !== null) return { rate: shareOf(line.ratePercent), origin: "line" };
  const day = line.dayId === null ? undefined : costing.days.find(({ id }) => id === line.dayId);
  if (day && day.ratePercent !== null) return { rate: shareOf(day.ratePercent), origin: "day" };
  return quoteRate(costing);
}

/** The rate of what the client's free places cost: their own, else the quote's. */
export function rateOfFreePlaces(costing: Costing): FoundRate | undefined {
  const { freePlacesRatePercent } = costing;
  if (freePlacesRatePercent !== null) return { rate: shareOf(freePlacesRatePercent), origin: "line" };
  return quoteRate(costing);
}

/** Changing the mode converts every typed rate to two decimals; the workspace's stays what it is and counts as its equal. */
export function withMode(costing: Costing, mode: PricingMode): Costing {
  if (mode === costing.mode) return costing;
  const converted = (percent: string | null): string | null =>
    percent === null ? null : percentText(rateIn(mode, costing.mode, shareOf(percent)));
  return {
    ...costing,
    mode,
    ratePercent: converted(costing.ratePercent),
    freePlacesRatePercent: converted(costing.freePlacesRatePercent),
    days: costing.days.map((day) => ({ ...day, ratePercent: converted(day.ratePercent) })),
    lines: costing.lines.map((line) => ({ ...line, ratePercent: converted(line.ratePercent) })),
  };
}

/** A share as percents with at most so many decimals, without idle zeros: 1/5 → "20", 9/41 → "21.95". */
export function percentText(rate: Fraction, decimals = 2): string {
  return decimalText(multiply(rate, fraction(100n)), decimals);
}

/** The nearest decimal of at most so many digits, without idle zeros. */
export function decimalText(value: Fraction, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const rounded = roundHalfAway(multiply(value, fraction(scale)));
  const magnitude = (rounded < 0n ? -rounded : rounded).toString().padStart(decimals + 1, "0");
  const whole = magnitude.slice(0, magnitude.length - decimals);
  const rest = magnitude.slice(magnitude.length - decimals).replace(/0+$/, "");
  return `${rounded < 0n ? "-" : ""}${whole}${rest === "" ? "" : `.${rest}`}`;
}
