import { quoteRecordEndpoints } from "#contract/quote-endpoints.ts";
import { mayEditQuote, mayPriceQuote } from "#domain/quote/policy.ts";
import type { FrozenRate, QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { priceEffects } from "#domain/quote/compare-sheets.ts";
import { figuresOf } from "#domain/quote/quote-figures.ts";
import { refuseFrozen, type StoredStatus } from "#domain/quote/quote-status.ts";
import { isOfWords } from "#domain/quote/seen-sheet.ts";
import { applyEdits, type SheetEdit } from "#domain/quote/sheet-edit.ts";
import type { FactKind } from "#domain/shared/fact.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { frozenRates } from "#server/quote/new-quote.ts";
import { presentEffects } from "#server/quote/present-comparison.ts";
import { showOneVersion } from "#server/quote/present-version.ts";
import {
  agencyOf,
  getQuote,
  getVersion,
  saveVersion,
  tellQuote,
  touchBy,
  type StoredQuote,
  type StoredVersion,
} from "#server/quote/quote-store.ts";
import { MAX_DAYS, MAX_LINES } from "#contract/costing.ts";

export const editQuoteVersion = handle(quoteRecordEndpoints.editQuoteVersion, {
  subject: async ({ tx, params }) => {
    const quote = await getQuote(tx, params.id);
    return { ...quote, sheetVersion: await getVersion(tx, quote.id, params.number) };
  },
  allow: mayEditQuote,
  run: async ({ tx, subject: { sheetVersion, ...quote }, body }) => {
    // Figures one may not see are not written blindly either.
    if (!mayPriceQuote(tx.actor, quote) && !body.edits.every(isOfWords)) throw new Refusal("request.forbidden");
    await editSheet(tx, { quote, version: sheetVersion, edits: body.edits, kind: "quote.priced" });
    return showOneVersion(tx, quote, sheetVersion.number);
  },
});

type Editing = {
  readonly quote: StoredQuote;
  readonly version: StoredVersion;
  readonly edits: readonly SheetEdit[];
  readonly kind: Extract<FactKind, "quote.priced" | "quote.ratesRefreshed">;
};

/** All of a batch or none of it: what fights with somebody else's is told by line and field, with the sheet as it is now. */
export async function editSheet(tx: WriteTx, { quote, version, edits, kind }: Editing): Promise<void> {
  refuseFrozen({ status: version.status as StoredStatus, isFrozen: version.frozen_at !== null });
  const { sheet, inverse, conflicts } = applyEdits(version.sheet, edits);
  if (conflicts.length > 0) throw new Refusal("quote.conflict", { conflicts, current: await showOneVersion(tx, quote, version.number) });
  if (inverse.length === 0) return;
  refuseOversized(sheet);
  await refuseUnknownReferences(tx, version.sheet, sheet);
  const isQuiet = isWorkedOn(tx, version);
  const after = await saveVersion(tx, version, { sheet });
  tellQuote(tx, quote, {
    kind,
    fields: { version_number: { from: version.number, to: version.number }, edits: { from: inverse, to: edits } },
    version: after.version,
    isQuiet: isQuiet && kind === "quote.priced",
  });
  if (!isQuiet) await touchBy(tx, quote);
}

const AN_HOUR = 3_600_000;

/** Saved as one types: of an hour's work by one person the opportunity is told once. */
function isWorkedOn(tx: ReadTx, { version, updated_by, updated_at }: StoredVersion): boolean {
  return version > 1 && updated_by === tx.actor.userId && tx.at.getTime() - updated_at.getTime() < AN_HOUR;
}

function refuseOversized({ lines, days }: QuoteSheet): void {
  if (lines.length > MAX_LINES) throw refuseField("/edits", "value.tooMany");
  if (days.length > MAX_DAYS) throw refuseField("/edits", "value.tooMany");
}

/** A supplier or product that came with these edits is one of the agency's. */
async function refuseUnknownReferences(tx: ReadTx, before: QuoteSheet, after: QuoteSheet): Promise<void> {
  const pointed = (sheet: QuoteSheet, field: "supplierId" | "productId"): Set<string> =>
    new Set(sheet.lines.flatMap((line) => line[field] ?? []));
  for (const [field, table] of [
    ["supplierId", "supplier"],
    ["productId", "product"],
  ] as const) {
    const known = pointed(before, field);
    const added = [...pointed(after, field)].filter((id) => !known.has(id));
    if (added.length === 0) continue;
    const found = await tx.db
      .selectFrom(table as "supplier")
      .select("id")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "in", added)
      .execute();
    const missing = added.find((id) => !found.some((row) => row.id === id));
    const index = after.lines.findIndex((line) => line[field] === missing);
    if (missing !== undefined) throw refuseField(`/lines/${index}/${field}`, "reference.unknown");
  }
}

export const refreshQuoteRates = handle(quoteRecordEndpoints.refreshQuoteRates, {
  subject: async ({ tx, params }) => {
    const quote = await getQuote(tx, params.id);
    return { ...quote, sheetVersion: await getVersion(tx, quote.id, params.number) };
  },
  allow: mayPriceQuote,
  run: async ({ tx, subject: { sheetVersion: version, ...quote }, body }) => {
    refuseFrozen({ status: version.status as StoredStatus, isFrozen: version.frozen_at !== null });
    const before = version.sheet;
    const after = { ...before, exchangeRates: await newerRates(tx, before) };
    const edit: SheetEdit = { kind: "setSheet", field: "exchangeRates", was: before.exchangeRates, to: after.exchangeRates };
    if (!body.dry) await editSheet(tx, { quote, version, edits: [edit], kind: "quote.ratesRefreshed" });
    const agency = agencyOf(tx, version);
    const [was, is] = [before, after].map((sheet) => ({ bases: sheet.bases, pricesMinor: figuresOf(sheet, agency).pricesMinor }));
    const currencies = { before: before.currency, after: before.currency };
    return {
      rates: after.exchangeRates.map(({ currency, rate, onDay, source }) => ({
        currency,
        before: before.exchangeRates.find((old) => old.currency === currency)?.rate ?? null,
        after: rate,
        onDay,
        source,
      })),
      prices: was && is ? presentEffects(priceEffects(was, is), currencies) : [],
      version: (await getVersion(tx, quote.id, version.number)).version,
    };
  },
});

/** A rate somebody typed for a currency the agency has none of stays. */
async function newerRates(tx: ReadTx, { exchangeRates }: QuoteSheet): Promise<FrozenRate[]> {
  const newest = await frozenRates(tx);
  return [...newest, ...exchangeRates.filter(({ currency }) => !newest.some((rate) => rate.currency === currency))];
}
