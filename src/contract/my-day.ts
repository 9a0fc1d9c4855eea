import { z } from "zod";
import { day, id, instant, reference } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { opportunity } from "#contract/opportunity.ts";
import { WATCH_REASONS } from "#domain/opportunity/hygiene.ts";

const watched = z
  .object({
    id,
    number: z.string(),
    name: z.string(),
    client: reference,
    /** The first that applies, in the order of the reasons. */
    reason: z.enum(WATCH_REASONS),
    stale: opportunity.shape.stale,
    lastTouchOn: day,
    expectedCloseOn: day.nullable(),
    missing: opportunity.shape.missing,
    /** Labels of the important custom fields that hold nothing. */
    missingImportant: z.array(z.string()),
  })
  .meta({ id: "Watched" });

const mention = z
  .object({
    id,
    author: reference,
    /** The beginning of the message; a mention reads as the name, Markdown as its words. */
    text: z.string(),
    at: instant,
    record: z.object({ type: z.enum(["opportunity", "client", "contact"]), id, name: z.string() }),
  })
  .meta({ id: "Mention" });

export const myDayEndpoints = {
  showMyDay: endpoint({
    id: "showMyDay",
    method: "GET",
    path: "/my-day",
    tag: "my day",
    access: "read",
    summary:
      "What asks for your attention beside your activities (those are at /activities): your open opportunities that are stale, past their expected close, without a next activity, not complete or missing an important custom field, the first five of them once each, and how many there are of each with the filter of /opportunities that lists them; and the last three messages in which somebody mentions you. A part you have no right to is null.",
    returns: z
      .object({
        toWatch: z
          .object({
            /** Each opportunity once, whatever the number of its reasons. */
            total: z.int(),
            reasons: z.array(
              z.object({
                reason: z.enum(WATCH_REASONS),
                total: z.int(),
                /** Of GET /opportunities. */
                filter: z.record(z.string(), z.string()),
              }),
            ),
            data: z.array(watched),
          })
          .nullable(),
        mentions: z.array(mention).nullable(),
      })
      .meta({ id: "MyDay" }),
    refuses: [],
  }),
};

export type MyDay = z.output<typeof myDayEndpoints.showMyDay.returns>;
export type Watched = z.output<typeof watched>;
export type Mention = z.output<typeof mention>;
