import type { BaseFigures } from "#web/quote/cell-texts.ts";
import type { QuoteVersion } from "#web/quote/use-quote.ts";

/** What somebody without the right to costs may read: prices, and nothing they were made of. */
export function seenBases({ priceTable }: Pick<QuoteVersion, "priceTable">): readonly BaseFigures[] {
  return priceTable.map(({ payers, freePlaces, price, extras }) => ({
    payers,
    parts: new Map(),
    freePlaces: null,
    exact: null,
    price,
    extras: new Map(extras.map(({ lineId, price: extra }) => [lineId, extra])),
    marginPercent: null,
    freePlacesCount: freePlaces,
    leaders: 0,
    drivers: 0,
  }));
}
