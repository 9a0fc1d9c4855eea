/**
 * What is to be bought for a group of so many payers: the lines with how many units of what, what they come to in the
 * supplier's own currency, and in the quote's as they are reckoned there. Supplements and options count as often as they
 * are taken.
 */
import { isRoom, isRoomSupplement, type CostingLine } from "#domain/quote/costing.ts";
import { extraCost, extrasOf } from "#domain/quote/extras.ts";
import type { Taken } from "#domain/quote/group-total.ts";
import { costsFor, countFor, countOfHeads, type Count } from "#domain/quote/line-cost.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";
import { exactly } from "#domain/quote/pricing-rate.ts";
import { fraction, multiply, roundHalfAway } from "#domain/shared/fraction.ts";
import { minorDigits } from "#domain/shared/money.ts";

export type Purchase = {
  readonly lineId: string;
  /** Heads, rooms, vehicles or services to book; null for a percentage, which counts nothing. */
  readonly units: number | null;
  readonly heads: number | null;
  /** Places the supplier gives. */
  readonly free: number;
  readonly repetitions: number;
  /** In the line's currency, without the safety buffer; null where it is only a difference or a share. */
  readonly ownMinor: bigint | null;
  /** In the quote's currency, rounded once. */
  readonly costMinor: bigint;
};

/** In the order of the sheet; what nobody takes is left out. */
export function purchasesFor(prepared: Prepared, payers: number, taken: readonly Taken[]): Purchase[] {
  const costs = costsFor(prepared, payers);
  const bought = new Map<string, Purchase>();
  for (const { line } of prepared.base) {
    const costMinor = roundHalfAway({ n: costs.byLine.get(line.id) ?? 0n, d: prepared.scale });
    bought.set(line.id, purchaseOf(line, countFor(prepared, line, costs.group), costMinor));
  }
  for (const extra of extrasOf(prepared)) {
    const { line } = extra;
    const takers = taken.find(({ lineId }) => lineId === line.id)?.takers ?? 0;
    if (takers === 0) continue;
    const costMinor = roundHalfAway(extraCost(prepared, extra, { takers, costs }));
    const count = countOfHeads(prepared, line, { group: costs.group, heads: takers });
    bought.set(line.id, isRoomSupplement(line) ? differenceOf(line, takers, costMinor) : purchaseOf(line, count, costMinor));
  }
  return prepared.lines.flatMap(({ line }) => bought.get(line.id) ?? []);
}

function purchaseOf(line: CostingLine, { units, heads, free, times }: Count, costMinor: bigint): Purchase {
  const { id: lineId, repetitions } = line;
  if (line.quantityType === "percentage") return { lineId, units: null, heads: null, free: 0, repetitions, ownMinor: null, costMinor };
  return { lineId, units, heads, free, repetitions, ownMinor: ownCost(line, times), costMinor };
}

function differenceOf({ id, repetitions }: CostingLine, takers: number, costMinor: bigint): Purchase {
  return { lineId: id, units: takers, heads: takers, free: 0, repetitions, ownMinor: null, costMinor };
}

/** Where rooms are counted, what is multiplied is a place. */
function ownCost(line: CostingLine, times: number): bigint {
  const places = isRoom(line.quantityType) ? (line.capacity ?? 1) : 1;
  const units = fraction(BigInt(times) * BigInt(line.repetitions) * 10n ** BigInt(minorDigits(line.currency)), BigInt(places));
  return roundHalfAway(multiply(exactly(line.unitCost), units));
}
