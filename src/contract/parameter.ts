import { z } from "zod";
import { currency, day, id, idParams, instant, optionalText, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

/** An entry of a configurable list: client kinds, sources, lost reasons. `name` is in the reader's language until a person renames it. */
export const parameter = z.object({ id, name: z.string(), position: z.int(), inUse: z.int(), version: z.int() }).meta({ id: "Parameter" });

const change = z.object({ name: text(100), position: z.int().min(0).max(10_000) }).partial();
const refuses = ["request.forbidden", "request.invalid", "name.taken"] as const;
const refusesEdit = [...refuses, "request.notFound", "record.stale", "request.preconditionRequired"] as const;

export const parameterEndpoints = {
  listClientKinds: endpoint({ id: "listClientKinds", method: "GET", path: "/client-kinds", tag: "settings", access: "read", summary: "Kinds of client.", returns: z.object({ data: z.array(parameter) }), refuses: [] }),
  createClientKind: endpoint({ id: "createClientKind", method: "POST", path: "/client-kinds", tag: "settings", access: "write", status: 201, summary: "Adds a kind of client.", body: z.object({ name: text(100) }), returns: parameter, refuses }),
  editClientKind: endpoint({ id: "editClientKind", method: "PATCH", path: "/client-kinds/{id}", tag: "settings", access: "write", versioned: true, summary: "Renames or moves a kind of client.", params: idParams, body: change, returns: parameter, refuses: refusesEdit }),
  deleteClientKind: endpoint({ id: "deleteClientKind", method: "DELETE", path: "/client-kinds/{id}", tag: "settings", access: "write", versioned: true, status: 204, summary: "Removes a kind of client from the list; clients keep it.", params: idParams, refuses: refusesEdit }),
  listSources: endpoint({ id: "listSources", method: "GET", path: "/sources", tag: "settings", access: "read", summary: "Where opportunities come from.", returns: z.object({ data: z.array(parameter) }), refuses: [] }),
  createSource: endpoint({ id: "createSource", method: "POST", path: "/sources", tag: "settings", access: "write", status: 201, summary: "Adds a source.", body: z.object({ name: text(100) }), returns: parameter, refuses }),
  editSource: endpoint({ id: "editSource", method: "PATCH", path: "/sources/{id}", tag: "settings", access: "write", versioned: true, summary: "Renames or moves a source.", params: idParams, body: change, returns: parameter, refuses: refusesEdit }),
  deleteSource: endpoint({ id: "deleteSource", method: "DELETE", path: "/sources/{id}", tag: "settings", access: "write", versioned: true, status: 204, summary: "Removes a source from the list; opportunities keep it.", params: idParams, refuses: refusesEdit }),
  listLostReasons: endpoint({ id: "listLostReasons", method: "GET", path: "/lost-reasons", tag: "settings", access: "read", summary: "Reasons for which opportunities are lost.", returns: z.object({ data: z.array(parameter) }), refuses: [] }),
  createLostReason: endpoint({ id: "createLostReason", method: "POST", path: "/lost-reasons", tag: "settings", access: "write", status: 201, summary: "Adds a lost reason.", body: z.object({ name: text(100) }), returns: parameter, refuses }),
  editLostReason: endpoint({ id: "editLostReason", method: "PATCH", path: "/lost-reasons/{id}", tag: "settings", access: "write", versioned: true, summary: "Renames or moves a lost reason.", params: idParams, body: change, returns: parameter, refuses: refusesEdit }),
  deleteLostReason: endpoint({ id: "deleteLostReason", method: "DELETE", path: "/lost-reasons/{id}", tag: "settings", access: "write", versioned: true, status: 204, summary: "Removes a lost reason from the list; opportunities keep it.", params: idParams, refuses: refusesEdit }),
  listCompetitors: endpoint({ id: "listCompetitors", method: "GET", path: "/competitors", tag: "settings", access: "read", summary: "Companies that offer something similar.", returns: z.object({ data: z.array(z.object({ id, name: z.string(), version: z.int() })) }), refuses: ["request.forbidden"] }),
  createCompetitor: endpoint({ id: "createCompetitor", method: "POST", path: "/competitors", tag: "settings", access: "write", status: 201, summary: "Adds a competitor.", body: z.object({ name: text(120), notes: optionalText(2000).optional() }), returns: z.object({ id, name: z.string(), version: z.int() }), refuses }),
  listExchangeRates: endpoint({ id: "listExchangeRates", method: "GET", path: "/exchange-rates", tag: "settings", access: "read", summary: "The newest rate of each currency to the workspace's.", returns: z.object({ currency, data: z.array(z.object({ currency, rate: z.string(), onDay: day, source: z.string() })) }), refuses: [] }),
  setExchangeRate: endpoint({ id: "setExchangeRate", method: "PUT", path: "/exchange-rates/{currency}", tag: "settings", access: "write", summary: "Sets today's rate of a currency (units of the workspace's currency per unit). No existing record moves.", params: z.object({ currency }), body: z.object({ rate: z.string().regex(/^\d{1,9}(\.\d{1,10})?$/, { error: "rate.invalid" }), source: optionalText(100).optional() }), returns: z.object({ currency, rate: z.string(), onDay: day, source: z.string() }), refuses: ["request.forbidden", "request.invalid"] }),
};

const stage = z
  .object({ id, pipelineId: id, name: z.string(), position: z.int(), probabilityPercent: z.int(), staleDays: z.int(), openOpportunities: z.int(), version: z.int() })
  .meta({ id: "Stage" });
const pipeline = z.object({ id, name: z.string(), position: z.int(), stages: z.array(stage), version: z.int() }).meta({ id: "Pipeline" });
const newStage = z.object({ name: text(60), probabilityPercent: z.int().min(1).max(99), staleDays: z.int().min(1).max(365), position: z.int().min(0).max(1000).optional() });

export const pipelineEndpoints = {
  listPipelines: endpoint({ id: "listPipelines", method: "GET", path: "/pipelines", tag: "settings", access: "read", summary: "Pipelines with their stages in order.", returns: z.object({ data: z.array(pipeline) }), refuses: [] }),
  createPipeline: endpoint({ id: "createPipeline", method: "POST", path: "/pipelines", tag: "settings", access: "write", status: 201, summary: "Adds a pipeline with its stages.", body: z.object({ name: text(60), stages: z.array(newStage).min(1).max(20) }), returns: pipeline, refuses }),
  editPipeline: endpoint({ id: "editPipeline", method: "PATCH", path: "/pipelines/{id}", tag: "settings", access: "write", versioned: true, summary: "Renames a pipeline, or orders its stages.", params: idParams, body: z.object({ name: text(60), position: z.int().min(0), stageIds: z.array(id).max(50) }).partial(), returns: pipeline, refuses: refusesEdit }),
  deletePipeline: endpoint({ id: "deletePipeline", method: "DELETE", path: "/pipelines/{id}", tag: "settings", access: "write", versioned: true, status: 204, summary: "Removes a pipeline that holds no open opportunity and is not the last one.", params: idParams, refuses: [...refusesEdit, "record.inUse", "stage.lastOne"] }),
  createStage: endpoint({ id: "createStage", method: "POST", path: "/pipelines/{id}/stages", tag: "settings", access: "write", status: 201, summary: "Adds a stage to a pipeline.", params: idParams, body: newStage, returns: stage, refuses: [...refuses, "request.notFound"] }),
  editStage: endpoint({
    id: "editStage", method: "PATCH", path: "/stages/{id}", tag: "settings", access: "write", versioned: true,
    summary: "Changes a stage. A new probability applies to its open opportunities that are not pinned.",
    params: idParams, body: newStage.partial(), returns: stage.extend({ opportunitiesChanged: z.int() }), refuses: refusesEdit,
  }),
  previewStageProbability: endpoint({
    id: "previewStageProbability", method: "GET", path: "/stages/{id}/probability-effect", tag: "settings", access: "read",
    summary: "How many open opportunities a new probability of a stage would touch, and how the likely revenue would move.",
    params: idParams, query: z.object({ probabilityPercent: z.coerce.number().int().min(1).max(99) }),
    returns: z.object({ opportunities: z.int(), likelyBefore: z.string(), likelyAfter: z.string(), currency }), refuses: ["request.forbidden", "request.notFound"],
  }),
  deleteStage: endpoint({ id: "deleteStage", method: "DELETE", path: "/stages/{id}", tag: "settings", access: "write", versioned: true, status: 204, summary: "Removes a stage that holds no open opportunity and is not the last one.", params: idParams, refuses: [...refusesEdit, "record.inUse", "stage.lastOne"] }),
};

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
    fields: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown(), fromWords: z.string().nullable(), toWords: z.string().nullable() })),
    undone: z.object({ by: z.string(), at: instant }).nullable(),
    canUndo: z.boolean(),
  })
  .meta({ id: "Fact" });

const page = z.object({ data: z.array(factOut), page: z.object({ nextCursor: z.string().nullable() }) });
const pageQuery = z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.string().max(500).optional() });

export const factEndpoints = {
  showOpportunityTimeline: endpoint({ id: "showOpportunityTimeline", method: "GET", path: "/opportunities/{id}/timeline", tag: "timeline", access: "read", summary: "Every change of an opportunity, newest first.", params: idParams, query: pageQuery, returns: page, refuses: ["request.notFound"] }),
  showClientTimeline: endpoint({ id: "showClientTimeline", method: "GET", path: "/clients/{id}/timeline", tag: "timeline", access: "read", summary: "Every change of a client and of its opportunities you may see, newest first.", params: idParams, query: pageQuery, returns: page, refuses: ["request.notFound"] }),
  showContactTimeline: endpoint({ id: "showContactTimeline", method: "GET", path: "/contacts/{id}/timeline", tag: "timeline", access: "read", summary: "Every change of a contact, newest first.", params: idParams, query: pageQuery, returns: page, refuses: ["request.notFound"] }),
  listFacts: endpoint({ id: "listFacts", method: "GET", path: "/facts", tag: "timeline", access: "read", summary: "The audit: every change in the workspace, newest first. For those who manage users.", query: pageQuery.extend({ kind: z.string().max(60).optional(), actorId: id.optional() }), returns: page, refuses: ["request.forbidden"] }),
  undo: endpoint({ id: "undo", method: "POST", path: "/undo", tag: "timeline", access: "write", summary: "Undoes a change by the token of its answer's Escale-Undo header (the change's id). 409 with the overtaken fields when a later change holds them; force overwrites.", body: z.object({ token: id, force: z.boolean().optional() }), returns: z.object({ undone: z.int(), changeId: id }), refuses: ["request.forbidden", "request.notFound", "undo.overtaken", "undo.impossible", "undo.expired"] }),
  showJob: endpoint({ id: "showJob", method: "GET", path: "/jobs/{id}", tag: "jobs", access: "read", summary: "A piece of background work of yours.", params: idParams, returns: z.object({ id, kind: z.string(), state: z.enum(["queued", "running", "done", "failed", "cancelled"]), done: z.int(), total: z.int().nullable(), result: z.unknown() }), refuses: ["request.notFound"] }),
};
