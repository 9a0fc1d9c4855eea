import type { Selectable } from "kysely";
import { amountWhenQuoteChanges } from "#domain/opportunity/amount.ts";
import { convert, minorRate } from "#domain/opportunity/forecast.ts";
import type { WonFigures } from "#domain/opportunity/opportunity.ts";
import { inCurrencyOf, markOfMargin, type QuoteMark } from "#domain/quote/quote-mark.ts";
import { fraction, parseDecimal } from "#domain/shared/fraction.ts";
import type { OpportunityTable } from "#server/platform/db.gen.ts";

type OpportunityColumns = Selectable<OpportunityTable>;
type Marked = Pick<OpportunityColumns, "chosen_quote" | "accepted_quote">;

export const chosenOf = (row: Marked): QuoteMark | null => row.chosen_quote as unknown as QuoteMark | null;
export const acceptedOf = (row: Marked): QuoteMark | null => row.accepted_quote as unknown as QuoteMark | null;

/** What the amount becomes when it is won: the accepted quote with its own currency and rate, else the products. */
export function wonFiguresOf(row: Marked & Pick<OpportunityColumns, "products_minor">): WonFigures {
  const accepted = acceptedOf(row);
  return {
    acceptedQuoteMinor: accepted === null ? null : BigInt(accepted.totalMinor),
    acceptedQuoteIn: accepted,
    productsMinor: row.products_minor === null ? null : BigInt(row.products_minor),
  };
}

/** An open amount that follows the chosen quote has its total, in the opportunity's currency. */
export function withChosenQuote(row: OpportunityColumns): OpportunityColumns {
  const chosen = chosenOf(row);
  if (chosen === null) return row;
  const amount = amountWhenQuoteChanges(
    { minor: BigInt(row.amount_minor), source: row.amount_source as "quote" },
    inCurrencyOf(BigInt(chosen.totalMinor), chosen, row),
    row.outcome === "open",
  );
  return { ...row, amount_minor: amount.minor.toString() };
}

type QuoteMargin = { readonly minor: bigint; readonly homeMinor: bigint };

/** The margin of the accepted, else the chosen quote, for all periods: in the opportunity's currency, and at its own rate at home. */
export function quoteMarginOf(
  row: Marked & Pick<OpportunityColumns, "currency" | "rate" | "value_kind" | "periods">,
  homeCurrency: string,
): QuoteMargin | null {
  const mark = markOfMargin(chosenOf(row), acceptedOf(row));
  if (mark === null) return null;
  const periods = row.value_kind === "recurring" ? BigInt(row.periods ?? 1) : 1n;
  const whole = BigInt(mark.marginMinor) * periods;
  const rate = minorRate(parseDecimal(mark.rate) ?? fraction(1n), mark.currency, homeCurrency);
  return { minor: inCurrencyOf(whole, mark, row), homeMinor: convert(whole, rate) };
}
