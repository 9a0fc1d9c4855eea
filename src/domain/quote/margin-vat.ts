/**
 * VAT on the margin (RULES 2.6): an estimate, labelled as such, never tax advice. The margin including VAT is split by the
 * exact costs of each treatment: the EU's part is taxed, the rest of the world's is not; standard-rate lines are outside
 * the scheme and bear the VAT of their share of R in full. Each VAT is rounded once, none is below zero.
 */
import type { Costing, VatTreatment } from "#domain/quote/costing.ts";
import { exactly } from "#domain/quote/pricing-rate.ts";
import { add, divide, fraction, multiply, roundHalfAway, ZERO, type Fraction } from "#domain/shared/fraction.ts";

/** Exact costs by treatment, in any one unit. */
export type TreatedCosts = Readonly<Record<VatTreatment, Fraction>>;

export type Vat = {
  readonly onMarginMinor: bigint;
  readonly standardMinor: bigint;
  readonly totalMinor: bigint;
  /** The part of the margin that is taxed, and of the revenue outside the scheme. */
  readonly euShare: Fraction;
  readonly standardShare: Fraction;
};

type Sold = { readonly revenueMinor: bigint; readonly marginMinor: bigint; readonly costs: TreatedCosts };

export function vatOf({ regime, percent }: Costing["vat"], { revenueMinor, marginMinor, costs }: Sold): Vat {
  const { euShare, standardShare } = sharesOf(costs);
  if (regime === "none") return { onMarginMinor: 0n, standardMinor: 0n, totalMinor: 0n, euShare, standardShare };
  const included = vatIncluded(percent);
  const onMarginMinor = vatIn(marginMinor, multiply(euShare, included));
  const standardMinor = vatIn(revenueMinor, multiply(standardShare, included));
  return { onMarginMinor, standardMinor, totalMinor: onMarginMinor + standardMinor, euShare, standardShare };
}

/** r ÷ (100 + r): the part of a price including VAT that is VAT. */
export function vatIncluded(percent: string): Fraction {
  const rate = exactly(percent);
  return divide(rate, add(fraction(100n), rate));
}

function vatIn(minor: bigint, part: Fraction): bigint {
  const vat = roundHalfAway(multiply(fraction(minor), part));
  return vat < 0n ? 0n : vat;
}

/** Without costs all is EU. */
function sharesOf({ eu, nonEu, standard }: TreatedCosts): { euShare: Fraction; standardShare: Fraction } {
  const all = add(add(eu, nonEu), standard);
  if (all.n === 0n) return { euShare: fraction(1n), standardShare: ZERO };
  return { euShare: divide(eu, all), standardShare: divide(standard, all) };
}
