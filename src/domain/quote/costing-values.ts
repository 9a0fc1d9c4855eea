/** Single figures of a costing: whole numbers, percentages, amounts, rates. */
import type { PricingMode } from "#domain/quote/costing.ts";
import { exactly } from "#domain/quote/pricing-rate.ts";
import { compare, fraction, parseDecimal } from "#domain/shared/fraction.ts";
import { parseAmount } from "#domain/shared/money.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

export const problem = (pointer: string, code: string, about?: string): FieldProblem => ({ pointer, code, ...(about ? { about } : {}) });

export const isWhole = (figure: number, atLeast: number): boolean => Number.isSafeInteger(figure) && figure >= atLeast;

/** A decimal number, and with a currency no finer than its minor unit. */
export function isAmount(text: string, currency?: string): boolean {
  if (parseDecimal(text) === undefined) return false;
  return currency === undefined || parseAmount(text, currency) !== undefined;
}

export function isPercentage(text: string): boolean {
  const figure = parseDecimal(text);
  return figure !== undefined && figure.n >= 0n && compare(figure, fraction(100n)) <= 0;
}

/** A margin of 100 % would need an endless price, a mark-up of −100 % sells for nothing. */
export function rateProblem(pointer: string, mode: PricingMode, percent: string | null): FieldProblem[] {
  if (percent === null) return [];
  if (!isAmount(percent)) return [problem(pointer, "rate.invalid")];
  if (mode === "margin") return compare(exactly(percent), fraction(100n)) >= 0 ? [problem(pointer, "pricing.marginTooHigh")] : [];
  return compare(exactly(percent), fraction(-100n)) <= 0 ? [problem(pointer, "pricing.markupTooLow")] : [];
}
