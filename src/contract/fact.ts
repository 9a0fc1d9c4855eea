import { z } from "zod";
import { id, idParams, instant } from "#contract/common.ts";
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
      z.object({ field: z.string(), from: z.unknown(), to: z.unknown(), fromWords: z.string().nullable(), toWords: z.string().nullable() }),
    ),
    undone: z.object({ by: z.string(), at: instant }).nullable(),
    canUndo: z.boolean(),
  })
  .meta({ id: "Fact" });

const page = z.object({ data: z.array(factOut), page: z.object({ nextCursor: z.string().nullable() }) });
const pageQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(500).optional() });

export const factEndpoints = {
  showOpportunityTimeline: endpoint({
    id: "showOpportunityTimeline",
    method: "GET",
    path: "/opportunities/{id}/timeline",
    tag: "timeline",
    access: "read",
    summary: "Every change of an opportunity, newest first.",
    params: idParams,
    query: pageQuery,
    returns: page,
    refuses: ["request.notFound"],
  }),
  showClientTimeline: endpoint({
    id: "showClientTimeline",
    method: "GET",
    path: "/clients/{id}/timeline",
    tag: "timeline",
    access: "read",
    summary: "Every change of a client and of its opportunities you may see, newest first.",
    params: idParams,
    query: pageQuery,
    returns: page,
    refuses: ["request.notFound"],
  }),
  showContactTimeline: endpoint({
    id: "showContactTimeline",
    method: "GET",
    path: "/contacts/{id}/timeline",
    tag: "timeline",
    access: "read",
    summary: "Every change of a contact, newest first.",
    params: idParams,
    query: pageQuery,
    returns: page,
    refuses: ["request.notFound"],
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
