/** Quotes and their versions on the wire. Costs, margins and rates are null without the right to costs. */
import { z } from "zod";
import { can, currency, day, decimal, id, instant, language, money, reference } from "#contract/common.ts";
import { quoteSheet, sheetDay, sheetLine } from "#contract/quote-sheet.ts";
import { PRICING_MODES } from "#domain/quote/costing.ts";
import { QUOTE_STATUSES } from "#domain/quote/quote-status.ts";

export const quoteStatus = z.enum(QUOTE_STATUSES);
export const taken = z.array(z.object({ lineId: z.string().min(1).max(60), takers: z.int().min(0).max(500) })).max(300);

/** Figures are those of the newest version, for the number of payers it is worked on with. */
export const quote = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    opportunity: z.object({ id, name: z.string(), number: z.string() }).nullable(),
    client: reference.nullable(),
    /** Null too without the right to contacts. */
    contact: reference.nullable(),
    manager: reference.nullable(),
    language: language.nullable(),
    newestVersion: z.int(),
    status: quoteStatus,
    currency,
    payers: z.int().nullable(),
    /** Per payer. */
    price: money.nullable(),
    total: money.nullable(),
    margin: money.nullable(),
    marginPercent: z.string().nullable(),
    departsOn: day.nullable(),
    validUntil: day.nullable(),
    /** The version the seller works with, and the one the client said yes to. */
    chosenVersion: z.int().nullable(),
    acceptedVersion: z.int().nullable(),
    can,
    createdAt: instant,
    updatedAt: instant,
    deletedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: "Quote" });

const mark = z.object({ payers: z.int(), taken: taken.readonly(), total: money, margin: money.nullable() });

const versionFields = {
  number: z.int(),
  status: quoteStatus,
  /** Sent, chosen or accepted: nobody edits it, a new version starts from it. */
  isFrozen: z.boolean(),
  currency,
  prices: z.array(z.object({ payers: z.int(), price: money.nullable() })),
  payers: z.int().nullable(),
  price: money.nullable(),
  total: money.nullable(),
  cost: money.nullable(),
  margin: money.nullable(),
  marginPercent: z.string().nullable(),
  netMargin: money.nullable(),
  departsOn: day.nullable(),
  validUntil: day.nullable(),
  linesCount: z.int(),
  /** The version this one started from. */
  madeFrom: z.int().nullable(),
  chosen: mark.nullable(),
  accepted: mark.nullable(),
  sentAt: instant.nullable(),
  acceptedAt: instant.nullable(),
  declinedAt: instant.nullable(),
  declineReason: z.string().nullable(),
  createdAt: instant,
  createdBy: reference,
  updatedAt: instant,
  updatedBy: reference,
  version: z.int(),
};

export const quoteVersionSummary = z.object(versionFields).meta({ id: "QuoteVersionSummary" });

const problem = z.object({ pointer: z.string(), code: z.string(), detail: z.string(), about: z.string().nullable() });

const lineIds = z.array(z.string()).readonly();

const toCheck = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("priceEnds"), lineIds, on: day, isOver: z.boolean() }),
    z.object({ kind: z.enum(["priceOutside", "withoutSupplier", "withoutCost"]), lineIds }),
    z.object({ kind: z.enum(["oldRates", "validityOver"]), on: day }),
    z.object({ kind: z.literal("rateMissing"), currencies: z.array(z.string()).readonly() }),
    z.object({ kind: z.literal("aboveCapacity"), lineIds, holds: z.int(), heads: z.int(), payers: z.int() }),
    z.object({ kind: z.literal("belowMinimum"), payers: z.int() }),
    z.object({ kind: z.literal("negativeMargin"), payers: z.array(z.int()).readonly() }),
  ])
  .meta({ id: "ToCheck", description: "What to look at before a quote is sent; it hinders nothing." });

export const quoteVersion = z
  .object({
    ...versionFields,
    /** Of the record. */
    id,
    quote,
    sheet: quoteSheet,
    /** What a quote without a rate of its own inherits; the rate is null without the right to costs. */
    agency: z.object({ currency, rate: z.object({ mode: z.enum(PRICING_MODES), percent: z.string() }).nullable() }),
    /** What one payer pays at each base, and each supplement and option: what the client may be told. */
    priceTable: z.array(
      z.object({ payers: z.int(), freePlaces: z.int(), price: decimal, extras: z.array(z.object({ lineId: z.string(), price: decimal })) }),
    ),
    /** Why it cannot be reckoned; empty when it can. */
    problems: z.array(problem),
    toCheck: z.array(toCheck),
    /** Names of what lines and days point at. */
    suppliers: z.array(reference),
    products: z.array(reference),
    can: z.object({
      edit: z.boolean(),
      /** Figures too, not words alone. */
      price: z.boolean(),
      seeCosts: z.boolean(),
      export: z.boolean(),
      send: z.boolean(),
      accept: z.boolean(),
      unaccept: z.boolean(),
      decline: z.boolean(),
      choose: z.boolean(),
      unchoose: z.boolean(),
      newVersion: z.boolean(),
    }),
  })
  .meta({ id: "QuoteVersion" });

const fieldChange = z.object({ field: z.string(), from: z.unknown(), to: z.unknown() });
const changed = <Record extends z.ZodType>(record: Record) =>
  z.object({
    id: z.string(),
    change: z.enum(["added", "removed", "changed"]),
    before: record.nullable(),
    after: record.nullable(),
    fields: z.array(fieldChange).readonly(),
  });

/** Figures somebody may not see are null, and no field that differs in them alone is named. */
export const sheetComparison = z
  .object({
    from: quoteVersionSummary,
    to: quoteVersionSummary,
    fields: z.array(fieldChange).readonly(),
    days: z.array(changed(sheetDay)).readonly(),
    lines: z.array(changed(sheetLine.extend({ unitCost: decimal.nullable() }))).readonly(),
    /** Of every base of either: null where that version has no such base. The effect is null when the currencies differ. */
    prices: z.array(z.object({ payers: z.int(), before: money.nullable(), after: money.nullable(), effect: decimal.nullable() })),
  })
  .meta({ id: "SheetComparison" });

const purchase = z.object({
  lineId: z.string(),
  day: day.nullable(),
  name: z.string(),
  product: reference.nullable(),
  units: z.int().nullable(),
  heads: z.int().nullable(),
  free: z.int(),
  repetitions: z.int(),
  unitCost: money.nullable(),
  /** In the supplier's own currency, without the safety buffer. */
  own: money.nullable(),
  cost: money,
});

export const purchaseList = z
  .object({
    payers: z.int(),
    currency,
    suppliers: z.array(
      z.object({
        /** Null: lines of no supplier. */
        supplier: reference.nullable(),
        lines: z.array(purchase),
        /** What is due in each currency; a percentage or a difference has none of its own. */
        own: z.array(money),
        cost: money,
      }),
    ),
    cost: money,
  })
  .meta({ id: "PurchaseList" });

export const quoteTemplate = z
  .object({
    id,
    name: z.string(),
    description: z.string().nullable(),
    daysCount: z.int(),
    linesCount: z.int(),
    currency,
    can,
    createdAt: instant,
    createdBy: reference,
    updatedAt: instant,
    version: z.int(),
  })
  .meta({ id: "QuoteTemplate" });

export type Quote = z.output<typeof quote>;
export type QuoteVersion = z.output<typeof quoteVersion>;
export type QuoteVersionSummary = z.output<typeof quoteVersionSummary>;
export type PurchaseList = z.output<typeof purchaseList>;
export type QuoteTemplate = z.output<typeof quoteTemplate>;
