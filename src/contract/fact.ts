import { z } from "zod";
import { CUSTOM_TYPES } from "#domain/custom-field/custom-field.ts";
import { id, idParams, instant, searchText } from "#contract/common.ts";
import { activity } from "#contract/activity.ts";
import { document } from "#contract/document.ts";
import { message } from "#contract/message.ts";
import { TIMELINE_PARTS } from "#contract/timeline-part.ts";
import { endpoint } from "#contract/endpoint.ts";

export const factOut = z
  .object({
    id,
    changeId: id,
    at: instant,
    actor: z.object({ id: id.nullable(), name: z.string() }),
    origin: z.enum(["web", "key", "import", "job", "undo", "system"]),
    kind: z.string(),
    record: z.object({ type: z.string(), id, name: z.string() }),
    /** What changed, from and to, as words for a reader (names, not ids) and the raw values. */
    fields: z.array(
      z.object({
        field: z.string(),
        /** Of a custom field (`custom.key`): how the agency calls it. */
        label: z.string().nullable(),
        /** Of a custom field: how its values are written. */
        type: z.enum(CUSTOM_TYPES).nullable(),
        from: z.unknown(),
        to: z.unknown(),
        fromWords: z.string().nullable(),
        toWords: z.string().nullable(),
      }),
    ),
    /** What the fact is about, as it is now: null when it is none of these, or was deleted since. */
    activity: activity.nullable(),
    message: message.nullable(),
    document: document.nullable(),
    undone: z.object({ by: z.string(), at: instant }).nullable(),
    canUndo: z.boolean(),
    /** Its change touched no other record of its kind. */
    alone: z.boolean(),
  })
  .meta({ id: "Fact" });

const page = z.object({ data: z.array(factOut), page: z.object({ nextCursor: z.string().nullable() }) });
const pageQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(500).optional() });

/** show: one part alone; q: words of it; field: the story of one field. */
const timelineQuery = pageQuery.extend({
  show: z.enum(TIMELINE_PARTS).optional(),
  q: searchText.optional(),
  field: z
    .string()
    .regex(/^(custom\.[a-zA-Z0-9]{1,60}|[a-zA-Z]{1,40})$/)
    .optional(),
});

const ownChange = z.object({
  /** The token that takes it back. */
  changeId: id,
  at: instant,
  /** Of its first fact. */
  kind: z.string(),
  record: z.object({ type: z.string(), id, name: z.string() }),
  /** How many records it touched, counted up to 1000. */
  count: z.int(),
  undone: z.boolean(),
  canUndo: z.boolean(),
});

export const factEndpoints = {
  showOpportunityTimeline: endpoint({
    id: "showOpportunityTimeline",
    method: "GET",
    path: "/opportunities/{id}/timeline",
    tag: "timeline",
    access: "read",
    summary: "Everything that happened with an opportunity: changes, activities, messages; newest first.",
    params: idParams,
    query: timelineQuery,
    returns: page,
    refuses: ["request.notFound", "request.invalid"],
  }),
  showClientTimeline: endpoint({
    id: "showClientTimeline",
    method: "GET",
    path: "/clients/{id}/timeline",
    tag: "timeline",
    access: "read",
    summary: "Everything that happened with a client and its opportunities you may see, newest first.",
    params: idParams,
    query: timelineQuery,
    returns: page,
    refuses: ["request.notFound", "request.invalid"],
  }),
  showContactTimeline: endpoint({
    id: "showContactTimeline",
    method: "GET",
    path: "/contacts/{id}/timeline",
    tag: "timeline",
    access: "read",
    summary: "Everything that happened with a contact, newest first.",
    params: idParams,
    query: timelineQuery,
    returns: page,
    refuses: ["request.notFound", "request.invalid"],
  }),
  listMyChanges: endpoint({
    id: "listMyChanges",
    method: "GET",
    path: "/me/changes",
    tag: "timeline",
    access: "read",
    summary: "What you did in the last 30 days and can take back, newest first.",
    query: pageQuery,
    returns: z.object({ data: z.array(ownChange), page: z.object({ nextCursor: z.string().nullable() }) }),
    refuses: ["request.invalid"],
  }),
  listFacts: endpoint({
    id: "listFacts",
    method: "GET",
    path: "/facts",
    tag: "timeline",
    access: "read",
    summary: "The audit: every change in the workspace, newest first. For those who manage users.",
    query: pageQuery.extend({ kind: z.string().max(60).optional(), actorId: id.optional() }),
    returns: page,
    refuses: ["request.forbidden"],
  }),
};
