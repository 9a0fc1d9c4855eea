import { baseFor } from "#domain/quote/group-total.ts";
import { payersOfSheet, type QuoteSheet } from "#domain/quote/quote-sheet.ts";

/** The base whose prices count for the payers the seller works with; undefined below the smallest. */
export function chosenBase(sheet: Pick<QuoteSheet, "payers" | "bases">): number | undefined {
  const payers = payersOfSheet(sheet);
  return payers === null ? undefined : baseFor(sheet.bases, payers);
}
