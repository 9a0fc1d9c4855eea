/**
 * The marks of an opportunity (RULES 1.2): chosen is the version and number of payers the seller works with, accepted the
 * one the client said yes to; of each there is at most one. A mark keeps the figures it came to: its version is frozen.
 */
import { convert, minorRate } from "#domain/opportunity/forecast.ts";
import type { FrozenRate } from "#domain/opportunity/opportunity.ts";
import type { Taken } from "#domain/quote/group-total.ts";
import { divide, parseDecimal, fraction, type Fraction } from "#domain/shared/fraction.ts";

/** Minor units are of the quote's currency; the rate leads to the workspace's. Amounts are text: they are kept as JSON. */
export type QuoteMark = FrozenRate & {
  readonly quoteId: string;
  readonly versionId: string;
  readonly number: number;
  readonly payers: number;
  readonly taken: readonly Taken[];
  readonly totalMinor: string;
  /** M of the Total, before VAT. */
  readonly marginMinor: string;
};

/** The accepted quote, else the chosen one: whose margin is expected. */
export function markOfMargin(chosen: QuoteMark | null, accepted: QuoteMark | null): QuoteMark | null {
  return accepted ?? chosen;
}

const rateOf = (rate: string): Fraction => parseDecimal(rate) ?? fraction(1n);

/** A figure of a quote in the opportunity's currency, at both frozen rates, rounded once; in its own currency it is itself. */
export function inCurrencyOf(minor: bigint, mark: Pick<QuoteMark, "currency" | "rate">, to: Pick<FrozenRate, "currency" | "rate">): bigint {
  if (mark.currency === to.currency) return minor;
  return convert(minor, minorRate(divide(rateOf(mark.rate), rateOf(to.rate)), mark.currency, to.currency));
}
