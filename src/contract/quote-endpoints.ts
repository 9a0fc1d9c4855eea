import { z } from "zod";
import { day, decimal, flag, id, idParams, language, listQuery, money, pageOf, several, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { purchaseList, quote, quoteStatus, quoteVersion, quoteVersionSummary, sheetComparison } from "#contract/quote-record.ts";
import { sheetEdits } from "#contract/quote-sheet.ts";

export const QUOTE_SORTS = ["updatedAt", "number", "name", "departsOn", "validUntil"] as const;

const number = z.coerce.number().int().min(1).max(100_000);
export const versionParams = z.object({ id, number });
export const VERSION_PATH = "/quotes/{id}/versions/{number}" as const;

/** Exactly one of them, or none: from nothing. */
const from = z
  .object({ opportunityId: id, quoteId: id, version: z.int().min(1), templateId: id })
  .partial()
  .refine(({ opportunityId, quoteId, templateId }) => [opportunityId, quoteId, templateId].filter(Boolean).length <= 1, {
    error: "value.choice",
  })
  .meta({
    description:
      "opportunityId: its client, main contact, dates, destinations, participants, and its product lines copied. quoteId: a copy, of its newest version unless one is named. templateId: a template, dates shifted to the departure. Nothing: an empty sheet.",
  });

export const quoteRecordEndpoints = {
  listQuotes: endpoint({
    id: "listQuotes",
    method: "GET",
    path: "/quotes",
    tag: "quotes",
    access: "read",
    summary: `Quotes with the figures of their newest version. Sort by one of: ${QUOTE_SORTS.join(", ")}.`,
    query: z.object({
      ...listQuery,
      sort: z.string().max(100).default("-updatedAt"),
      status: several(quoteStatus).optional(),
      opportunityId: several(id).optional(),
      clientId: several(id).optional(),
      managerId: several(id).optional(),
      chosen: flag.optional(),
      "departsOn[gte]": day.optional(),
      "departsOn[lte]": day.optional(),
    }),
    returns: pageOf(quote),
    refuses: ["request.forbidden", "cursor.mismatch", "request.invalid"],
  }),
  createQuote: endpoint({
    id: "createQuote",
    method: "POST",
    path: "/quotes",
    tag: "quotes",
    access: "write",
    status: 201,
    summary: "A new quote with its first version: from an opportunity, another quote, a template, or nothing.",
    body: z
      .object({
        from: from.default({}),
        opportunityId: id.optional(),
        name: text(200).optional(),
        language: language.nullable().optional(),
        departsOn: day.nullable().optional(),
      })
      .meta({ id: "NewQuote" }),
    returns: quoteVersion,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid"],
  }),
  showQuote: endpoint({
    id: "showQuote",
    method: "GET",
    path: "/quotes/{id}",
    tag: "quotes",
    access: "read",
    summary: "One quote, without its sheets.",
    params: idParams,
    returns: quote,
    refuses: ["request.notFound", "record.deleted"],
  }),
  editQuote: endpoint({
    id: "editQuote",
    method: "PATCH",
    path: "/quotes/{id}",
    tag: "quotes",
    access: "write",
    versioned: true,
    summary: "Changes the name, the contact or the language, or puts a quote that hangs on no opportunity on one (merge).",
    params: idParams,
    body: z
      .object({ name: text(200), contactId: id.nullable(), language: language.nullable(), opportunityId: id })
      .partial()
      .meta({ id: "QuoteChange" }),
    returns: quote,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "record.stale", "request.preconditionRequired", "request.invalid"],
  }),
  deleteQuote: endpoint({
    id: "deleteQuote",
    method: "DELETE",
    path: "/quotes/{id}",
    tag: "quotes",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a quote with its versions; refused while one of them is chosen or accepted. Undoable.",
    params: idParams,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "record.stale", "request.preconditionRequired", "record.inUse"],
  }),
  restoreQuote: endpoint({
    id: "restoreQuote",
    method: "POST",
    path: "/quotes/{id}/restore",
    tag: "quotes",
    access: "write",
    summary: "Brings a deleted quote back.",
    params: idParams,
    returns: quote,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  listQuoteVersions: endpoint({
    id: "listQuoteVersions",
    method: "GET",
    path: "/quotes/{id}/versions",
    tag: "quotes",
    access: "read",
    summary: "The versions of a quote, the newest first, without their sheets.",
    params: idParams,
    returns: z.object({ data: z.array(quoteVersionSummary) }),
    refuses: ["request.notFound", "record.deleted"],
  }),
  addQuoteVersion: endpoint({
    id: "addQuoteVersion",
    method: "POST",
    path: "/quotes/{id}/versions",
    tag: "quotes",
    access: "write",
    status: 201,
    summary: "A new version, a draft, that starts from another (the newest unless one is named). Frozen exchange rates come along.",
    params: idParams,
    body: z.object({ from: z.int().min(1).max(1_000_000).optional() }).default({}),
    returns: quoteVersion,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid"],
  }),
  showQuoteVersion: endpoint({
    id: "showQuoteVersion",
    method: "GET",
    path: VERSION_PATH,
    tag: "quotes",
    access: "read",
    summary: "One version: its sheet, the price table, what cannot be reckoned, what is to be checked.",
    params: versionParams,
    returns: quoteVersion,
    refuses: ["request.notFound", "record.deleted", "request.invalid"],
  }),
  editQuoteVersion: endpoint({
    id: "editQuoteVersion",
    method: "PATCH",
    path: VERSION_PATH,
    tag: "quotes",
    access: "write",
    summary:
      "Edits the sheet of a draft. Edits merge with what others did meanwhile; where both touched one field nothing is written, and the answer (409) names every conflict and carries the present version.",
    params: versionParams,
    body: z.object({ edits: sheetEdits }).meta({ id: "SheetEdits" }),
    returns: quoteVersion,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid", "quote.frozen", "quote.conflict"],
  }),
  compareQuoteVersions: endpoint({
    id: "compareQuoteVersions",
    method: "GET",
    path: `${VERSION_PATH}/compare`,
    tag: "quotes",
    access: "read",
    summary: "What this version has that another (`with`) has not: lines and days added, removed, changed, and the effect on every price.",
    params: versionParams,
    query: z.object({ with: number }),
    returns: sheetComparison,
    refuses: ["request.notFound", "record.deleted", "request.invalid"],
  }),
  refreshQuoteRates: endpoint({
    id: "refreshQuoteRates",
    method: "POST",
    path: `${VERSION_PATH}/refresh-rates`,
    tag: "quotes",
    access: "write",
    summary: "Takes the newest exchange rates; `dry` writes nothing and shows the effect on every price.",
    params: versionParams,
    body: z.object({ dry: z.boolean().default(false) }).default({ dry: false }),
    returns: z.object({
      rates: z.array(z.object({ currency: z.string(), before: z.string().nullable(), after: z.string(), onDay: day, source: z.string() })),
      prices: z.array(z.object({ payers: z.int(), before: money.nullable(), after: money.nullable(), effect: decimal.nullable() })),
      version: z.int(),
    }),
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid", "quote.frozen"],
  }),
  showPurchases: endpoint({
    id: "showPurchases",
    method: "GET",
    path: `${VERSION_PATH}/purchases`,
    tag: "quotes",
    access: "read",
    summary: "What is to be bought for a group of so many payers, by supplier, with quantities and totals.",
    params: versionParams,
    query: z.object({ payers: z.coerce.number().int().min(1).max(500).optional() }),
    returns: purchaseList,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid"],
  }),
  exportCosting: endpoint({
    id: "exportCosting",
    method: "GET",
    path: `${VERSION_PATH}/export`,
    tag: "quotes",
    access: "read",
    raw: "text/csv",
    summary:
      "The costing as a file, CSV or XLSX: every line with its cost and price at every base. For those who may see costs and export.",
    params: versionParams,
    query: z.object({ format: z.enum(["csv", "xlsx"]).default("csv") }),
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid"],
  }),
};
