/** A price per payer is rounded by the quote's rule; "none" rounds to the minor unit and no step is finer; "up" is dearer. */
import type { Rounding } from "#domain/quote/costing.ts";
import { exactly } from "#domain/quote/pricing-rate.ts";
import { fraction, multiply, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";
import { minorDigits } from "#domain/shared/money.ts";

/** The step in minor units: 5 in EUR is 500, 0.01 in JPY is 1. */
export function stepMinor(rounding: Rounding, currency: string): bigint {
  if (rounding.to === "none") return 1n;
  const step = roundHalfAway(multiply(exactly(rounding.step), fraction(10n ** BigInt(minorDigits(currency)))));
  return step < 1n ? 1n : step;
}

/** Minor units in, minor units out: 1,203.60 up to 1 is 1,204; −36.59 up to 1 is −36. */
export function roundPrice(exactMinor: Fraction, rounding: Rounding, currency: string): bigint {
  const step = stepMinor(rounding, currency);
  const steps = { n: exactMinor.n, d: exactMinor.d * step };
  return step * (rounding.to === "up" ? ceiling(steps) : roundHalfAway(steps));
}

function ceiling({ n, d }: Fraction): bigint {
  const truncated = n / d;
  return n > 0n && n % d !== 0n ? truncated + 1n : truncated;
}
