import { quoteRecordEndpoints } from "#contract/quote-endpoints.ts";
import type { PurchaseList } from "#contract/quote-record.ts";
import { mayPrice, maySeeQuote } from "#domain/quote/policy.ts";
import { takenProblems } from "#domain/quote/costing-problems.ts";
import { figuresOf, preparedSheet } from "#domain/quote/quote-figures.ts";
import { purchasesFor, type Purchase } from "#domain/quote/purchases.ts";
import { costingOf, dateOfLine, inReadingOrder, payersOfSheet, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { formatAmount, parseAmount } from "#domain/shared/money.ts";
import { handle } from "#server/platform/handle.ts";
import { namesOf } from "#server/quote/present-version.ts";
import { agencyOf, getQuote, getVersion } from "#server/quote/quote-store.ts";

export const showPurchases = handle(quoteRecordEndpoints.showPurchases, {
  subject: async ({ tx, params }) => {
    const quote = await getQuote(tx, params.id);
    return { ...quote, sheetVersion: await getVersion(tx, quote.id, params.number) };
  },
  allow: (actor, subject) => maySeeQuote(actor, subject) && mayPrice(actor),
  run: async ({ tx, subject: { sheetVersion }, query }) => {
    const sheet = inReadingOrder(sheetVersion.sheet);
    const agency = agencyOf(tx, sheetVersion);
    const prepared = preparedSheet(sheet, agency);
    if (!prepared) throw new Refusal("request.invalid", {}, figuresOf(sheet, agency).problems);
    const payers = query.payers ?? payersOfSheet(sheet) ?? 1;
    // Who takes what was said for the sheet's own group; a smaller one has fewer takers at most.
    const taken = sheet.taken.map(({ lineId, takers }) => ({ lineId, takers: Math.min(takers, payers) }));
    const problems = takenProblems(costingOf(sheet, agency), payers, taken);
    if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
    return presentPurchases(sheet, { payers, bought: purchasesFor(prepared, payers, taken), names: await namesOf(tx, sheet) });
  },
});

type Named = { readonly id: string; readonly name: string };
type Bought = {
  readonly payers: number;
  readonly bought: readonly Purchase[];
  readonly names: { readonly suppliers: readonly Named[]; readonly products: readonly Named[] };
};

/** Suppliers by name, each with its lines in the order of the sheet; lines of nobody last. */
function presentPurchases(sheet: QuoteSheet, { payers, bought, names }: Bought): PurchaseList {
  const lines = bought.flatMap((purchase) => {
    const line = sheet.lines.find(({ id }) => id === purchase.lineId);
    return line ? [{ line, purchase }] : [];
  });
  const suppliers = [...new Set(lines.map(({ line }) => line.supplierId))].map(
    (id) => names.suppliers.find((one) => one.id === id) ?? null,
  );
  const sorted = [...new Set(suppliers)].toSorted(
    (a, b) => Number(a === null) - Number(b === null) || (a?.name ?? "").localeCompare(b?.name ?? ""),
  );
  const money = (minor: bigint, currency = sheet.currency) => ({ amount: formatAmount(minor, currency), currency });
  const costOf = (some: readonly { readonly purchase: Purchase }[]): bigint =>
    some.reduce((sum, { purchase }) => sum + purchase.costMinor, 0n);
  return {
    payers,
    currency: sheet.currency,
    suppliers: sorted.map((supplier) => {
      const own = lines.filter(({ line }) => (names.suppliers.find(({ id }) => id === line.supplierId) ?? null) === supplier);
      return {
        supplier,
        lines: own.map(({ line, purchase }) => presentPurchase(sheet, line, { purchase, products: names.products })),
        own: ownTotals(own).map(({ currency, minor }) => money(minor, currency)),
        cost: money(costOf(own)),
      };
    }),
    cost: money(costOf(lines)),
  };
}

type Line = { readonly line: SheetLine; readonly purchase: Purchase };

function ownTotals(lines: readonly Line[]): { currency: string; minor: bigint }[] {
  const sums = new Map<string, bigint>();
  for (const { line, purchase } of lines)
    if (purchase.ownMinor !== null) sums.set(line.currency, (sums.get(line.currency) ?? 0n) + purchase.ownMinor);
  return [...sums].map(([currency, minor]) => ({ currency, minor }));
}

function presentPurchase(
  sheet: QuoteSheet,
  line: SheetLine,
  { purchase, products }: { readonly purchase: Purchase; readonly products: readonly Named[] },
): PurchaseList["suppliers"][number]["lines"][number] {
  const { units, heads, free, repetitions, ownMinor, costMinor } = purchase;
  const unit = line.quantityType === "percentage" ? undefined : parseAmount(line.unitCost, line.currency);
  return {
    lineId: line.id,
    day: dateOfLine(sheet, line),
    name: line.name,
    product: products.find(({ id }) => id === line.productId) ?? null,
    units,
    heads,
    free,
    repetitions,
    unitCost: unit === undefined ? null : { amount: formatAmount(unit, line.currency), currency: line.currency },
    own: ownMinor === null ? null : { amount: formatAmount(ownMinor, line.currency), currency: line.currency },
    cost: { amount: formatAmount(costMinor, sheet.currency), currency: sheet.currency },
  };
}
