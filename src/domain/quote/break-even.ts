/**
 * Margin by group size for a price that is sold (RULES 2.4): R = p·P less discounts, C printed, from one payer to the
 * largest base + 10. Break-even is the first P with M ≥ 0; sizes above it where the margin is negative again are listed.
 */
import { discounted } from "#domain/quote/discounts.ts";
import { printedCost } from "#domain/quote/group-price.ts";
import { costsFor } from "#domain/quote/line-cost.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";

export type SizeMargin = { readonly payers: number; readonly marginMinor: bigint };

export type BreakEven = {
  /** Undefined: none up to the last size. */
  readonly payers: number | undefined;
  readonly upTo: number;
  readonly negativeAgain: readonly number[];
  readonly sizes: readonly SizeMargin[];
};

export function breakEven(prepared: Prepared, soldMinor: bigint): BreakEven {
  const upTo = Math.max(...prepared.costing.bases) + 10;
  const sizes = Array.from({ length: upTo }, (_, index) => ({
    payers: index + 1,
    marginMinor: marginAt(prepared, { payers: index + 1, soldMinor }),
  }));
  const first = sizes.find(({ marginMinor }) => marginMinor >= 0n)?.payers;
  const above = first === undefined ? [] : sizes.slice(first);
  return { payers: first, upTo, negativeAgain: above.filter(({ marginMinor }) => marginMinor < 0n).map(({ payers }) => payers), sizes };
}

function marginAt(prepared: Prepared, { payers, soldMinor }: { payers: number; soldMinor: bigint }): bigint {
  const { currency, discounts } = prepared.costing;
  const { leftMinor } = discounted(soldMinor * BigInt(payers), discounts, { payers, currency });
  return leftMinor - printedCost(prepared, costsFor(prepared, payers).total);
}
