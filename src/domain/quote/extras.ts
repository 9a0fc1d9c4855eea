/**
 * Supplements and options (RULES 2.4): outside C, R, grid and chart. One taker pays the cost as if all P took it, ÷ P, at
 * its own rate, rounded like p; in a total, those who really take it cost what so many heads cost.
 */
import { isRoomSupplement, type CostingLine } from "#domain/quote/costing.ts";
import { countOfHeads, namedBy, percentageOf, type Costs } from "#domain/quote/line-cost.ts";
import type { Prepared, PreparedLine } from "#domain/quote/prepared-costing.ts";
import { roundPrice } from "#domain/quote/price-rounding.ts";
import type { Fraction } from "#domain/shared/fraction.ts";

export function extrasOf({ lines }: Prepared): readonly PreparedLine[] {
  return lines.filter(({ line }) => line.part !== "base");
}

/** In minor units, exact. Nobody takes it: nothing. A percentage costs its part: k of n. */
export function extraCost(prepared: Prepared, extra: PreparedLine, { takers, costs }: { takers: number; costs: Costs }): Fraction {
  if (takers === 0) return { n: 0n, d: 1n };
  const { line, unit } = extra;
  if (line.quantityType !== "percentage") return { n: unit * BigInt(timesTaken(prepared, line, { takers, costs })), d: prepared.scale };
  const named = namedBy(prepared, extra).map((one) => costs.byLine.get(one.line.id) ?? 0n);
  return { n: percentageOf(extra, named) * BigInt(takers), d: prepared.scale * BigInt(costs.group.payers) };
}

function timesTaken(prepared: Prepared, line: CostingLine, { takers, costs }: { takers: number; costs: Costs }): number {
  if (isRoomSupplement(line)) return takers;
  return countOfHeads(prepared, line, { group: costs.group, heads: takers }).times;
}

/** What one taker pays at a base: exact, and rounded like p. */
export type ExtraPrice = { readonly lineId: string; readonly exact: Fraction; readonly minor: bigint };

export function extraPrice(prepared: Prepared, extra: PreparedLine, costs: Costs): ExtraPrice {
  const { costing, factorScale } = prepared;
  const cost = extraCost(prepared, extra, { takers: costs.group.payers, costs });
  const exact = { n: cost.n * extra.factor, d: cost.d * factorScale * BigInt(costs.group.payers) };
  return { lineId: extra.line.id, exact, minor: roundPrice(exact, costing.rounding, costing.currency) };
}
