import type { z } from "zod";
import { quoteRecordEndpoints } from "#contract/quote-endpoints.ts";
import { mayCreateQuotes } from "#domain/quote/policy.ts";
import type { LineUnit } from "#domain/product/product-line.ts";
import type { ProductCategory } from "#domain/product/product.ts";
import { inReadingOrder, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { renewedSheet, sheetFromNothing, sheetFromTrip, type SoldProduct } from "#domain/quote/sheet-from.ts";
import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { plainDecimal, type Destination } from "#server/opportunity/opportunity-derived.ts";
import { linksOf } from "#server/opportunity/opportunity-contacts.ts";
import { linesOfOpportunity } from "#server/opportunity/opportunity-products.ts";
import type { StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { visibleOpportunity } from "#server/opportunity/show-opportunity.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { insertQuote, pricesOf, sheetStart, type NewQuote } from "#server/quote/new-quote.ts";
import { showOneVersion } from "#server/quote/present-version.ts";
import { getQuote, getVersion } from "#server/quote/quote-store.ts";
import { getTemplate } from "#server/quote/template-store.ts";

export type NewQuoteBody = z.output<(typeof quoteRecordEndpoints)["createQuote"]["body"]>;

export const createQuote = handle(quoteRecordEndpoints.createQuote, {
  subject: nothing,
  allow: mayCreateQuotes,
  run: async ({ tx, body }) => showOneVersion(tx, await makeQuote(tx, body), 1),
});

/** By whichever way a quote begins; also the demo agency's begin here. */
export async function makeQuote(tx: WriteTx, body: NewQuoteBody) {
  const opportunityId = body.from.opportunityId ?? body.opportunityId;
  const opportunity = opportunityId === undefined ? undefined : await opportunityFor(tx, opportunityId);
  const made = await beginning(tx, body, opportunity);
  return insertQuote(tx, {
    ...made,
    opportunityId: opportunity?.id ?? null,
    name: body.name ?? made.name,
    language: body.language === undefined ? made.language : body.language,
  });
}

async function opportunityFor(tx: ReadTx, id: string): Promise<StoredOpportunity> {
  const opportunity = await visibleOpportunity(tx, id);
  if (!mayEditOpportunity(tx.actor, opportunity)) throw new Refusal("request.forbidden");
  return opportunity;
}

type Beginning = Omit<NewQuote, "opportunityId">;

async function beginning(tx: WriteTx, body: NewQuoteBody, opportunity: StoredOpportunity | undefined): Promise<Beginning> {
  const { from } = body;
  const place = { contactId: opportunity ? await mainContactOf(tx, opportunity.id) : null, language: null };
  const departsOn = body.departsOn === undefined ? (opportunity?.departs_on ?? null) : body.departsOn;
  if (from.quoteId !== undefined) {
    const source = await getQuote(tx, from.quoteId);
    const version = await getVersion(tx, source.id, from.version ?? source.newest_number);
    const day = body.departsOn === undefined && !opportunity ? version.sheet.departsOn : departsOn;
    return { ...place, name: source.name, language: source.language, sheet: await renewed(tx, version.sheet, day) };
  }
  if (from.templateId !== undefined) {
    const template = await getTemplate(tx, from.templateId);
    return { ...place, name: opportunity?.name ?? template.name, sheet: await renewed(tx, template.sheet, departsOn) };
  }
  const start = await sheetStart(tx, opportunity?.currency ?? tx.agency.currency);
  if (!opportunity) {
    if (body.name === undefined) throw refuseField("/name", "value.required");
    return { ...place, name: body.name, sheet: { ...sheetFromNothing(start), departsOn } };
  }
  const trip = {
    adults: opportunity.adults,
    children: opportunity.children,
    infants: opportunity.infants,
    freePlaces: opportunity.free_places,
    departsOn,
    returnsOn: opportunity.returns_on,
    destinations: opportunity.destinations as unknown as readonly Destination[],
  };
  // From nothing, on an opportunity: what is sold there is not copied.
  const products = from.opportunityId === undefined ? [] : await soldProducts(tx, opportunity.id);
  return { ...place, name: opportunity.name, sheet: inReadingOrder(sheetFromTrip(start, trip, products)) };
}

async function renewed(tx: ReadTx, sheet: QuoteSheet, departsOn: string | null): Promise<QuoteSheet> {
  const { exchangeRates } = await sheetStart(tx, sheet.currency);
  return renewedSheet(sheet, { today: tx.today, departsOn, exchangeRates, catalogue: await pricesOf(tx, sheet) });
}

async function mainContactOf(tx: ReadTx, opportunityId: string): Promise<string | null> {
  const links = await linksOf(tx, opportunityId);
  return (links.find(({ isMain }) => isMain) ?? links[0])?.contactId ?? null;
}

async function soldProducts(tx: ReadTx, opportunityId: string): Promise<SoldProduct[]> {
  const lines = await linesOfOpportunity(tx, opportunityId);
  const ids = lines.flatMap(({ product_id }) => (product_id === null ? [] : [product_id]));
  const products =
    ids.length === 0
      ? []
      : await tx.db
          .selectFrom("product")
          .select(["id", "category", "capacity"])
          .where("workspace_id", "=", tx.actor.workspaceId)
          .where("id", "in", ids)
          .execute();
  return lines.map((line) => {
    const product = products.find(({ id }) => id === line.product_id);
    return {
      name: line.name,
      productId: line.product_id,
      supplierId: line.supplier_id,
      unit: line.unit as LineUnit,
      quantity: plainDecimal(line.quantity),
      unitCost: line.unit_cost === null ? null : plainDecimal(line.unit_cost),
      isSupplement: line.is_supplement,
      category: (product?.category ?? null) as ProductCategory | null,
      capacity: product?.capacity ?? null,
    };
  });
}
