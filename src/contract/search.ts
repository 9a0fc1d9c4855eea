import { z } from "zod";
import { day, id, money, searchText } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { ACTIVITY_KINDS } from "#domain/activity/activity.ts";

export const SEARCH_KINDS = [
  "opportunity",
  "client",
  "contact",
  "activity",
  "message",
  "document",
  "quote",
  "supplier",
  "product",
  "step",
  "tripTemplate",
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

const MATCHES = ["name", "number", "client", "contact", "place", "email", "phone", "website", "text"] as const;
export type SearchMatch = (typeof MATCHES)[number];

const found = z
  .object({
    type: z.enum(SEARCH_KINDS),
    id,
    name: z.string(),
    /** An opportunity's, or a quote's. */
    number: z.string().nullable(),
    /** What an activity or message hangs on. */
    opportunity: z.string().nullable(),
    /** Of a message, whose name is a piece of its text. */
    author: z.string().nullable(),
    /** The client an opportunity or activity is for, or a contact works for; the supplier of a product. */
    client: z.string().nullable(),
    place: z.string().nullable(),
    /** An opportunity's departure, the day of an activity or message. */
    day: day.nullable(),
    outcome: z.enum(["open", "won", "lost"]).nullable(),
    stageId: id.nullable(),
    /** The stage of an open opportunity, why a lost one was lost: in the reader's language. */
    state: z.string().nullable(),
    /** Of a client. */
    status: z.enum(["prospect", "client"]).nullable(),
    activityKind: z.enum(ACTIVITY_KINDS).nullable(),
    isDone: z.boolean().nullable(),
    amount: money.nullable(),
    matched: z.enum(MATCHES),
    /** Where what was asked stands, when it is not in the name. */
    matchedText: z.string().nullable(),
    /** The record whose page shows it: itself, or what an activity or message hangs on. */
    opens: z.object({ type: z.enum(SEARCH_KINDS), id }),
  })
  .meta({ id: "Found" });

export const searchEndpoints = {
  search: endpoint({
    id: "search",
    method: "GET",
    path: "/search",
    tag: "search",
    access: "read",
    summary:
      "Records of every kind you may see that hold each word of q, or come near it when none does: accents, case and a wrong letter do not matter; telephone numbers by their figures. Groups stand in a fixed order with their first four: open before closed, yours before others', recent first. A word for an opportunity (lead, deal, affaire, trattativa) finds opportunities.",
    query: z.object({ q: searchText.min(1) }),
    returns: z
      .object({
        /** Nothing holds every word: these come near. */
        near: z.boolean(),
        groups: z.array(
          z.object({
            type: z.enum(SEARCH_KINDS),
            total: z.int(),
            /** False: there are more than the total says. */
            isTotalExact: z.boolean(),
            data: z.array(found),
          }),
        ),
      })
      .meta({ id: "SearchAnswer" }),
    refuses: ["request.invalid"],
  }),
};

export type SearchAnswer = z.output<typeof searchEndpoints.search.returns>;
export type Found = z.output<typeof found>;
