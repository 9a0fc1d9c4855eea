import { z } from "zod";
import { id, idParams, money, optionalText, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { quote, quoteTemplate, quoteVersion, taken } from "#contract/quote-record.ts";
import { VERSION_PATH, versionParams } from "#contract/quote-endpoints.ts";

const refusesVerb = [
  "request.forbidden",
  "request.notFound",
  "record.deleted",
  "record.stale",
  "request.preconditionRequired",
  "request.invalid",
  "quote.wrongStatus",
] as const;
const group = z.object({ payers: z.int().min(1).max(500).optional(), taken: taken.optional() });

/** How a version stands, the marks of its opportunity, and templates. */
export const quoteMarkEndpoints = {
  sendQuote: endpoint({
    id: "sendQuote",
    method: "POST",
    path: `${VERSION_PATH}/send`,
    tag: "quotes",
    access: "write",
    versioned: true,
    summary: "Marks a draft as sent to the client: frozen from then on. Earlier versions that were sent are superseded.",
    params: versionParams,
    returns: quoteVersion,
    refuses: refusesVerb,
  }),
  acceptQuote: endpoint({
    id: "acceptQuote",
    method: "POST",
    path: `${VERSION_PATH}/accept`,
    tag: "quotes",
    access: "write",
    versioned: true,
    summary:
      "The client said yes, for so many payers: this version becomes the accepted and the chosen one. Where another is accepted, `replace` says that this one takes its place. A won opportunity takes its total.",
    params: versionParams,
    body: group.extend({ replace: z.boolean().default(false) }).default({ replace: false }),
    returns: quoteVersion,
    refuses: [...refusesVerb, "quote.otherAccepted"],
  }),
  unacceptQuote: endpoint({
    id: "unacceptQuote",
    method: "POST",
    path: `${VERSION_PATH}/unaccept`,
    tag: "quotes",
    access: "write",
    summary: "Takes the client's yes back; a won opportunity goes back to its products' total, or what stood before.",
    params: versionParams,
    returns: quoteVersion,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid", "quote.notMarked"],
  }),
  declineQuote: endpoint({
    id: "declineQuote",
    method: "POST",
    path: `${VERSION_PATH}/decline`,
    tag: "quotes",
    access: "write",
    summary: "The client said no to a version that was sent.",
    params: versionParams,
    body: z.object({ reason: optionalText(1000).optional() }).default({}),
    returns: quoteVersion,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "quote.wrongStatus", "request.invalid"],
  }),
  chooseQuote: endpoint({
    id: "chooseQuote",
    method: "POST",
    path: `${VERSION_PATH}/choose`,
    tag: "quotes",
    access: "write",
    versioned: true,
    summary:
      "The version and number of payers the seller works with: frozen, it gives the opportunity its expected margin, and its amount while that follows the chosen quote.",
    params: versionParams,
    body: group.default({}),
    returns: quoteVersion,
    refuses: refusesVerb,
  }),
  unchooseQuote: endpoint({
    id: "unchooseQuote",
    method: "POST",
    path: `${VERSION_PATH}/unchoose`,
    tag: "quotes",
    access: "write",
    summary: "Takes the mark off; a draft can be edited again.",
    params: versionParams,
    returns: quoteVersion,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid", "quote.notMarked"],
  }),
  listOpportunityQuotes: endpoint({
    id: "listOpportunityQuotes",
    method: "GET",
    path: "/opportunities/{id}/quotes",
    tag: "opportunities",
    access: "read",
    summary: "The quotes of an opportunity, the newest first, with what the amount would be by the chosen and the accepted one.",
    params: idParams,
    returns: z.object({
      data: z.array(quote),
      /** The totals of the marks, and by how much the amount differs from them (in the opportunity's currency). */
      chosen: z.object({ quoteId: id, version: z.int(), payers: z.int(), total: money, difference: money.nullable() }).nullable(),
      accepted: z.object({ quoteId: id, version: z.int(), payers: z.int(), total: money, difference: money.nullable() }).nullable(),
      can: z.object({ create: z.boolean(), follow: z.boolean() }),
    }),
    refuses: ["request.notFound", "request.forbidden"],
  }),
  followChosenQuote: endpoint({
    id: "followChosenQuote",
    method: "POST",
    path: "/opportunities/{id}/follow-quote",
    tag: "opportunities",
    access: "write",
    summary: "The amount of an open opportunity follows its chosen quote from now on.",
    params: idParams,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "opportunity.closed", "quote.notMarked"],
    status: 204,
  }),
  listQuoteTemplates: endpoint({
    id: "listQuoteTemplates",
    method: "GET",
    path: "/quotes/templates",
    tag: "quotes",
    access: "read",
    summary: "What a new quote can begin with, by name.",
    returns: z.object({ data: z.array(quoteTemplate) }),
    refuses: ["request.forbidden"],
  }),
  createQuoteTemplate: endpoint({
    id: "createQuoteTemplate",
    method: "POST",
    path: "/quotes/templates",
    tag: "quotes",
    access: "write",
    status: 201,
    summary: "Keeps a version of a quote as a template: without what belongs to that client and those dates.",
    body: z
      .object({
        name: text(200),
        description: optionalText(2000).optional(),
        quoteId: id,
        number: z.int().min(1).max(1_000_000).optional(),
      })
      .meta({ id: "NewQuoteTemplate" }),
    returns: quoteTemplate,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "request.invalid"],
  }),
  editQuoteTemplate: endpoint({
    id: "editQuoteTemplate",
    method: "PATCH",
    path: "/quotes/templates/{id}",
    tag: "quotes",
    access: "write",
    versioned: true,
    summary: "Changes the name or the description of a template, or takes its sheet from another version of a quote.",
    params: idParams,
    body: z
      .object({ name: text(200), description: optionalText(2000), quoteId: id, number: z.int().min(1).max(1_000_000) })
      .partial()
      .meta({ id: "QuoteTemplateChange" }),
    returns: quoteTemplate,
    refuses: ["request.forbidden", "request.notFound", "record.deleted", "record.stale", "request.preconditionRequired", "request.invalid"],
  }),
  deleteQuoteTemplate: endpoint({
    id: "deleteQuoteTemplate",
    method: "DELETE",
    path: "/quotes/templates/{id}",
    tag: "quotes",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Takes a template away; quotes made from it stay. Undoable.",
    params: idParams,
    refuses: ["request.forbidden", "request.notFound", "record.stale", "request.preconditionRequired"],
  }),
};
