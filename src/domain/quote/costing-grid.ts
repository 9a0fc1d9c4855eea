/** The live grid: every base with its prices, its cost, its margin and its VAT; one costing in, all figures out. */
import { extraPrice, extrasOf, type ExtraPrice } from "#domain/quote/extras.ts";
import { groupPrice, type GroupPrice } from "#domain/quote/group-price.ts";
import { totalAt, type GroupTotal } from "#domain/quote/group-total.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";

export type GridColumn = {
  readonly price: GroupPrice;
  /** Without anybody taking a supplement or an option. */
  readonly total: GroupTotal;
  readonly extras: readonly ExtraPrice[];
};

/** In the order of the costing's bases. Prices need not fall with the size of the group: a second coach may make them rise. */
export function costingGrid(prepared: Prepared): readonly GridColumn[] {
  return prepared.costing.bases.map((base) => {
    const price = groupPrice(prepared, base);
    return {
      price,
      total: totalAt(prepared, price, { payers: base, taken: [] }),
      extras: extrasOf(prepared).map((extra) => extraPrice(prepared, extra, price.costs)),
    };
  });
}
