/**
 * What a group of n payers pays, costs and leaves (RULES 2.4, *Total*): prices of the greatest base ≤ n, C of n, and what is
 * taken. Every printed difference is that of printed figures: M = R − printed C, net = M − printed VAT.
 */
import { discounted } from "#domain/quote/discounts.ts";
import { extraCost, extraPrice, extrasOf } from "#domain/quote/extras.ts";
import { groupPrice, type GroupPrice } from "#domain/quote/group-price.ts";
import { costsFor, type Costs } from "#domain/quote/line-cost.ts";
import { vatOf, type TreatedCosts, type Vat } from "#domain/quote/margin-vat.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";
import { add, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";

/** How many take which supplement or option. */
export type Taken = { readonly lineId: string; readonly takers: number };
export type TakenExtra = Taken & { readonly priceMinor: bigint; readonly cost: Fraction };

export type GroupTotal = {
  readonly payers: number;
  /** Whose prices count. */
  readonly base: number;
  readonly costs: Costs;
  readonly priceMinor: bigint;
  readonly extras: readonly TakenExtra[];
  readonly beforeDiscountsMinor: bigint;
  readonly deductionsMinor: readonly bigint[];
  /** R: what remains. */
  readonly revenueMinor: bigint;
  /** C, printed. */
  readonly costMinor: bigint;
  /** M. */
  readonly marginMinor: bigint;
  readonly vat: Vat;
  readonly netMarginMinor: bigint;
};

/** The greatest base a group of n payers fills; undefined: below the minimum, to be quoted again. */
export function baseFor(bases: readonly number[], payers: number): number | undefined {
  return bases.filter((base) => base <= payers).sort((a, b) => b - a)[0];
}

/** Undefined below the smallest base. */
export function groupTotal(prepared: Prepared, payers: number, taken: readonly Taken[] = []): GroupTotal | undefined {
  const base = baseFor(prepared.costing.bases, payers);
  if (base === undefined) return undefined;
  return totalAt(prepared, groupPrice(prepared, base), { payers, taken });
}

/** With the price of a base that is known already. */
export function totalAt(prepared: Prepared, price: GroupPrice, { payers, taken }: { payers: number; taken: readonly Taken[] }): GroupTotal {
  const { costing, scale } = prepared;
  const isBase = price.costs.group.payers === payers;
  const costs = isBase ? price.costs : costsFor(prepared, payers);
  const extras = takenExtras(prepared, price, { taken, costs });
  const beforeDiscountsMinor = price.minor * BigInt(payers) + sumMinor(extras.map((one) => one.priceMinor * BigInt(one.takers)));
  const { deductionsMinor, leftMinor } = discounted(beforeDiscountsMinor, costing.discounts, { payers, currency: costing.currency });
  const cost = extras.reduce((sum, one) => add(sum, one.cost), { n: costs.total, d: scale });
  const costMinor = roundHalfAway(cost);
  const marginMinor = leftMinor - costMinor;
  const vat = vatOf(costing.vat, { revenueMinor: leftMinor, marginMinor, costs: treatedCosts(prepared, costs, extras) });
  return {
    payers,
    base: price.costs.group.payers,
    costs,
    priceMinor: price.minor,
    extras,
    beforeDiscountsMinor,
    deductionsMinor,
    revenueMinor: leftMinor,
    costMinor,
    marginMinor,
    vat,
    netMarginMinor: marginMinor - vat.totalMinor,
  };
}

function takenExtras(prepared: Prepared, price: GroupPrice, { taken, costs }: { taken: readonly Taken[]; costs: Costs }): TakenExtra[] {
  return extrasOf(prepared).flatMap((extra) => {
    const takers = taken.find(({ lineId }) => lineId === extra.line.id)?.takers ?? 0;
    if (takers === 0) return [];
    const priceMinor = extraPrice(prepared, extra, price.costs).minor;
    return [{ lineId: extra.line.id, takers, priceMinor, cost: extraCost(prepared, extra, { takers, costs }) }];
  });
}

function treatedCosts({ base, byId, scale }: Prepared, costs: Costs, extras: readonly TakenExtra[]): TreatedCosts {
  const sums = { eu: 0n, nonEu: 0n, standard: 0n };
  for (const { line } of base) sums[line.vatTreatment] += costs.byLine.get(line.id) ?? 0n;
  const withExtras = (treatment: keyof TreatedCosts): Fraction =>
    extras
      .filter(({ lineId }) => byId.get(lineId)?.line.vatTreatment === treatment)
      .reduce((sum, { cost }) => add(sum, cost), { n: sums[treatment], d: scale });
  return { eu: withExtras("eu"), nonEu: withExtras("nonEu"), standard: withExtras("standard") };
}

function sumMinor(amounts: readonly bigint[]): bigint {
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}
