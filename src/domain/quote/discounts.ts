/**
 * Discounts in their order, on the running total of the group after rounding p; an amount is for the group, or per payer
 * × P. Each deduction is rounded once; what remains is never clamped. 1,000.00 − 10 % − 50.00 = 850.00.
 */
import type { Discount } from "#domain/quote/costing.ts";
import { exactly, shareOf } from "#domain/quote/pricing-rate.ts";
import { fraction, multiply, roundHalfAway } from "#domain/shared/fraction.ts";
import { minorDigits } from "#domain/shared/money.ts";

export type Discounted = { readonly deductionsMinor: readonly bigint[]; readonly leftMinor: bigint };

type Of = { readonly payers: number; readonly currency: string };

export function discounted(totalMinor: bigint, discounts: readonly Discount[], of: Of): Discounted {
  let leftMinor = totalMinor;
  const deductionsMinor = discounts.map((discount) => {
    const deduction = deductionOf(leftMinor, discount, of);
    leftMinor -= deduction;
    return deduction;
  });
  return { deductionsMinor, leftMinor };
}

function deductionOf(leftMinor: bigint, { kind, value }: Discount, { payers, currency }: Of): bigint {
  if (kind === "percent") return roundHalfAway(multiply(fraction(leftMinor), shareOf(value)));
  const amount = multiply(exactly(value), fraction(10n ** BigInt(minorDigits(currency))));
  return roundHalfAway(kind === "perPayer" ? multiply(amount, fraction(payers)) : amount);
}
