import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { lockRecords } from "#server/platform/lock-records.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { nextNumber } from "#server/platform/next-number.ts";
import { readPeriods, type Priced } from "#domain/product/price-period.ts";
import type { QuantityType } from "#domain/product/product.ts";
import type { FrozenRate } from "#domain/quote/quote-sheet.ts";
import { plainDecimal } from "#server/opportunity/opportunity-derived.ts";
import {
  agencyOf,
  placedQuote,
  readVersion,
  sheetColumns,
  tellQuote,
  touchBy,
  type StoredQuote,
  type StoredVersion,
} from "#server/quote/quote-store.ts";
import { newestRates } from "#server/settings/exchange-rates.ts";

export type NewQuote = {
  readonly name: string;
  readonly opportunityId: string | null;
  readonly contactId: string | null;
  readonly language: string | null;
  readonly sheet: QuoteSheet;
};

/** The quote and its first version. */
export async function insertQuote(tx: WriteTx, { name, opportunityId, contactId, language, sheet }: NewQuote): Promise<StoredQuote> {
  const version = versionRow(tx, { quoteId: newId(), number: 1, madeFrom: null, sheet });
  const { currency, payers, price_minor, total_minor, margin_minor, departs_on, valid_until } = version;
  const row = await tx.db
    .insertInto("quote")
    .values({
      workspace_id: tx.actor.workspaceId,
      id: version.quote_id,
      number: await nextNumber(tx, "D"),
      name,
      opportunity_id: opportunityId,
      contact_id: contactId,
      language,
      owner_id: tx.actor.userId,
      newest_number: 1,
      status: "draft",
      currency,
      payers,
      price_minor,
      total_minor,
      margin_minor,
      departs_on,
      valid_until,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await tx.db.insertInto("quote_version").values(version).execute();
  const quote = placedQuote(row);
  tellQuote(tx, quote, {
    kind: "quote.created",
    fields: { name: { from: null, to: name }, opportunity_id: { from: null, to: opportunityId } },
  });
  await touchBy(tx, quote);
  return quote;
}

type NewVersion = { readonly quoteId: string; readonly number: number; readonly madeFrom: number | null; readonly sheet: QuoteSheet };

export function versionRow(tx: WriteTx, { quoteId, number, madeFrom, sheet }: NewVersion) {
  return {
    workspace_id: tx.actor.workspaceId,
    quote_id: quoteId,
    id: newId(),
    number,
    made_from: madeFrom,
    ...sheetColumns(tx, sheet),
    created_at: tx.at,
    created_by: tx.actor.userId,
    updated_at: tx.at,
    updated_by: tx.actor.userId,
  };
}

/** The next version, a draft that the quote shows from now on. */
export async function insertVersion(tx: WriteTx, quote: StoredQuote, from: StoredVersion): Promise<StoredVersion> {
  await lockRecords(tx, [quote.id]);
  const number = quote.newest_number + 1;
  const made = versionRow(tx, { quoteId: quote.id, number, madeFrom: from.number, sheet: from.sheet });
  const row = await tx.db.insertInto("quote_version").values(made).returningAll().executeTakeFirstOrThrow();
  const { currency, payers, price_minor, total_minor, margin_minor, departs_on, valid_until } = row;
  await tx.db
    .updateTable("quote")
    .set({
      newest_number: number,
      status: "draft",
      currency,
      payers,
      price_minor,
      total_minor,
      margin_minor,
      departs_on,
      valid_until,
      updated_at: tx.at,
    })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", quote.id)
    .execute();
  return readVersion(row);
}

/** Every currency's newest rate, to be frozen with a version. */
export async function frozenRates(tx: ReadTx): Promise<FrozenRate[]> {
  const rows = await newestRates(tx);
  return rows.map(({ currency, rate, on_day, source }) => ({ currency, rate: plainDecimal(rate), onDay: on_day, source }));
}

/** Prices of the catalogue's products that a sheet's lines came from. */
export async function pricesOf(tx: ReadTx, { lines }: QuoteSheet): Promise<Map<string, Priced>> {
  const ids = [...new Set(lines.flatMap(({ productId }) => (productId === null ? [] : [productId])))];
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("product")
    .select(["id", "unit_cost", "unit_price", "currency", "quantity_type", "periods"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", ids)
    .execute();
  const plain = (figure: string | null): string | null => (figure === null ? null : plainDecimal(figure));
  return new Map(
    rows.map((row) => [
      row.id,
      {
        cost: plain(row.unit_cost),
        price: plain(row.unit_price),
        currency: row.currency,
        quantityType: row.quantity_type as QuantityType,
        periods: readPeriods(row.periods),
      },
    ]),
  );
}

/** What a new sheet begins with, whatever it is made from. */
export async function sheetStart(tx: ReadTx, currency: string) {
  return { currency, mode: agencyOf(tx).rate.mode, exchangeRates: await frozenRates(tx), today: tx.today, makeId: newId };
}
