/**
 * The price per payer of one base (RULES 2.4). A line contributes its cost without the free places; theirs is one more
 * line, C less C at F = 0, at the quote's rate unless overridden. p comes from the exact C and is rounded once.
 */
import { costsFor, type Costs } from "#domain/quote/line-cost.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";
import { roundPrice } from "#domain/quote/price-rounding.ts";
import { roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";

export type GroupPrice = {
  readonly costs: Costs;
  /** The same group without its free places. */
  readonly bare: Costs;
  /** Each line's part of p, in minor units, exact; what is shown in the grid's cells. */
  readonly parts: ReadonlyMap<string, Fraction>;
  readonly freePlacesPart: Fraction;
  readonly exact: Fraction;
  readonly minor: bigint;
  /** (p − exact p) × P, before discounts. */
  readonly roundingGainMinor: bigint;
};

export function groupPrice(prepared: Prepared, payers: number): GroupPrice {
  const costs = costsFor(prepared, payers);
  const bare = costs.group.freePlaces === 0 ? costs : costsFor(prepared, payers, 0);
  const d = prepared.scale * prepared.factorScale * BigInt(payers);
  const parts = new Map(prepared.base.map(({ line, factor }) => [line.id, { n: (bare.byLine.get(line.id) ?? 0n) * factor, d }] as const));
  const freePlacesPart = { n: (costs.total - bare.total) * prepared.freePlacesFactor, d };
  const exact = { n: [...parts.values()].reduce((sum, { n }) => sum + n, freePlacesPart.n), d };
  const minor = roundPrice(exact, prepared.costing.rounding, prepared.costing.currency);
  return { costs, bare, parts, freePlacesPart, exact, minor, roundingGainMinor: gain(exact, minor, BigInt(payers)) };
}

function gain({ n, d }: Fraction, minor: bigint, payers: bigint): bigint {
  return roundHalfAway({ n: (minor * d - n) * payers, d });
}

/** C as printed: rounded once, from the exact sum. */
export function printedCost({ scale }: Prepared, total: bigint): bigint {
  return roundHalfAway({ n: total, d: scale });
}
