import type { Selectable } from "kysely";
import { convert, estimatedMargin, likelyOf, minorRate, totalOf, type Period, type Value } from "#domain/opportunity/forecast.ts";
import { paxOf } from "#domain/opportunity/participants.ts";
import { fraction, parseDecimal } from "#domain/shared/fraction.ts";
import { foldText } from "#domain/shared/text.ts";
import { quoteMarginOf } from "#server/opportunity/opportunity-quotes.ts";
import type { Agency } from "#server/platform/database.ts";
import type { OpportunityTable } from "#server/platform/db.gen.ts";

export type OpportunityColumns = Selectable<OpportunityTable>;
export type Destination = { readonly country: string | null; readonly place: string };

type Derived = Pick<
  OpportunityColumns,
  | "total_minor"
  | "likely_minor"
  | "margin_minor"
  | "margin_source"
  | "total_home_minor"
  | "likely_home_minor"
  | "margin_home_minor"
  | "pax"
  | "destination_keys"
>;

/** What follows from the other columns, written with them: SQL only adds it up. */
export function derivedOf(row: Omit<OpportunityColumns, keyof Derived>, agency: Agency): Derived {
  const total = totalOf(valueOf(row));
  const rate = minorRate(parseDecimal(plainDecimal(row.rate)) ?? fraction(1n), row.currency, agency.currency);
  const productsMargin = row.products_margin_minor === null ? null : BigInt(row.products_margin_minor);
  const quoteMargin = quoteMarginOf(row, agency.currency);
  const margin = estimatedMargin({
    quoteMinor: quoteMargin?.minor ?? null,
    // The products stand for one period.
    productsMinor: productsMargin === null ? null : totalOf({ ...valueOf(row), amountMinor: productsMargin }),
    totalMinor: total,
    rate: { mode: agency.defaultRateMode, percent: parseDecimal(plainDecimal(agency.defaultRatePercent)) ?? fraction(0n) },
  });
  return {
    total_minor: total.toString(),
    likely_minor: likelyOf(total, row.probability_percent).toString(),
    margin_minor: margin.minor.toString(),
    margin_source: margin.source,
    total_home_minor: convert(total, rate).toString(),
    likely_home_minor: likelyOf(total, row.probability_percent, rate).toString(),
    margin_home_minor: (margin.source === "quote" && quoteMargin ? quoteMargin.homeMinor : convert(margin.minor, rate)).toString(),
    pax: paxOf(row),
    destination_keys: keysOf(row.destinations as unknown as readonly Destination[]),
  };
}

function valueOf(row: Pick<OpportunityColumns, "value_kind" | "amount_minor" | "period" | "periods">): Value {
  const amountMinor = BigInt(row.amount_minor);
  if (row.value_kind !== "recurring") return { kind: "fixed", amountMinor };
  return { kind: "recurring", amountMinor, period: (row.period ?? "month") as Period, periods: row.periods ?? 1 };
}

/** A destination is found by its country's code and by its place's name. */
function keysOf(destinations: readonly Destination[]): string[] {
  return [...new Set(destinations.flatMap((one) => [...(one.country ? [one.country] : []), foldText(one.place)]))];
}

/** numeric comes back with its zeros: 1.0000000000 → 1 */
export function plainDecimal(text: string): string {
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}
