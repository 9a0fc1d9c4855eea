import type { z } from "zod";
import type { sheetComparison } from "#contract/quote-record.ts";
import { compareSheets, priceEffects, type ChangedRecord, type PriceEffect } from "#domain/quote/compare-sheets.ts";
import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { withoutCosts, type SeenSheet } from "#domain/quote/seen-sheet.ts";
import { formatAmount } from "#domain/shared/money.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { presentSummary, type Marks, type VersionRow } from "#server/quote/present-version.ts";

type Comparison = z.input<typeof sheetComparison>;
type Currencies = { readonly before: string; readonly after: string };

/** Of two currencies there is no difference to tell. */
export function presentEffects(effects: readonly PriceEffect[], { before, after }: Currencies): Comparison["prices"] {
  const money = (minor: bigint | null, currency: string) => (minor === null ? null : { amount: formatAmount(minor, currency), currency });
  return effects.map(({ payers, beforeMinor, afterMinor }) => ({
    payers,
    before: money(beforeMinor, before),
    after: money(afterMinor, after),
    effect: beforeMinor === null || afterMinor === null || before !== after ? null : formatAmount(afterMinor - beforeMinor, after),
  }));
}

export function presentComparison(
  tx: ReadTx,
  { from, to, marks }: { readonly from: VersionRow; readonly to: VersionRow; readonly marks: Marks },
): Comparison {
  const seen = ({ sheet }: VersionRow): SeenSheet => (tx.actor.rights.costs ? sheet : withoutCosts(sheet));
  // What is hidden is alike in both: the comparison names no field of it.
  const { fields, days, lines } = compareSheets(seen(from) as QuoteSheet, seen(to) as QuoteSheet);
  const pricesOf = ({ bases, prices_minor }: VersionRow) => ({ bases, pricesMinor: prices_minor?.map(BigInt) ?? null });
  return {
    from: presentSummary(tx, from, marks),
    to: presentSummary(tx, to, marks),
    fields,
    days: days.map(plain),
    lines: lines.map(plain),
    prices: presentEffects(priceEffects(pricesOf(from), pricesOf(to)), { before: from.currency, after: to.currency }),
  };
}

const plain = <Kept>(one: ChangedRecord<Kept>): ChangedRecord<Kept> => ({ ...one });
