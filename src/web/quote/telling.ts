import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { Telling } from "#web/quote/explanation-text.ts";

export function tellingOf(sheet: Pick<QuoteSheet, "currency" | "lines">, locale: string): Telling {
  return {
    locale,
    currency: sheet.currency,
    currencyOf: (lineId) => sheet.lines.find(({ id }) => id === lineId)?.currency ?? sheet.currency,
  };
}
