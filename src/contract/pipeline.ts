import { z } from "zod";
import { currency, id, idParams, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { refusesEdit } from "#contract/problem.ts";

const refuses = ["request.forbidden", "request.invalid", "name.taken"] as const;

const stage = z
  .object({
    id,
    pipelineId: id,
    name: z.string(),
    position: z.int(),
    probabilityPercent: z.int(),
    staleDays: z.int(),
    openOpportunities: z.int(),
    version: z.int(),
  })
  .meta({ id: "Stage" });
export const pipeline = z
  .object({ id, name: z.string(), position: z.int(), stages: z.array(stage), version: z.int() })
  .meta({ id: "Pipeline" });
const newStage = z.object({
  name: text(60),
  probabilityPercent: z.int().min(1).max(99),
  staleDays: z.int().min(1).max(365),
  position: z.int().min(0).max(1000).optional(),
});

export const pipelineEndpoints = {
  listPipelines: endpoint({
    id: "listPipelines",
    method: "GET",
    path: "/pipelines",
    tag: "settings",
    access: "read",
    summary: "Pipelines with their stages in order.",
    returns: z.object({ data: z.array(pipeline) }),
    refuses: [],
  }),
  createPipeline: endpoint({
    id: "createPipeline",
    method: "POST",
    path: "/pipelines",
    tag: "settings",
    access: "write",
    status: 201,
    summary: "Adds a pipeline with its stages.",
    body: z.object({ name: text(60), stages: z.array(newStage).min(1).max(20) }),
    returns: pipeline,
    refuses,
  }),
  editPipeline: endpoint({
    id: "editPipeline",
    method: "PATCH",
    path: "/pipelines/{id}",
    tag: "settings",
    access: "write",
    versioned: true,
    summary: "Renames a pipeline, or orders its stages.",
    params: idParams,
    body: z.object({ name: text(60), position: z.int().min(0).max(10_000), stageIds: z.array(id).max(50) }).partial(),
    returns: pipeline,
    refuses: [...refusesEdit, "name.taken"],
  }),
  deletePipeline: endpoint({
    id: "deletePipeline",
    method: "DELETE",
    path: "/pipelines/{id}",
    tag: "settings",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Removes a pipeline that holds no open opportunity and is not the last one.",
    params: idParams,
    refuses: [...refusesEdit, "name.taken", "record.inUse", "stage.lastOne"],
  }),
  createStage: endpoint({
    id: "createStage",
    method: "POST",
    path: "/pipelines/{id}/stages",
    tag: "settings",
    access: "write",
    status: 201,
    summary: "Adds a stage to a pipeline.",
    params: idParams,
    body: newStage,
    returns: stage,
    refuses: [...refuses, "request.notFound"],
  }),
  editStage: endpoint({
    id: "editStage",
    method: "PATCH",
    path: "/stages/{id}",
    tag: "settings",
    access: "write",
    versioned: true,
    summary: "Changes a stage. A new probability applies to its open opportunities that are not pinned.",
    params: idParams,
    body: newStage.omit({ position: true }).partial(),
    returns: stage.extend({ opportunitiesChanged: z.int() }),
    refuses: [...refusesEdit, "name.taken"],
  }),
  previewStageProbability: endpoint({
    id: "previewStageProbability",
    method: "GET",
    path: "/stages/{id}/probability-effect",
    tag: "settings",
    access: "read",
    summary: "How many open opportunities a new probability of a stage would touch, and how the likely revenue would move.",
    params: idParams,
    query: z.object({ probabilityPercent: z.coerce.number().int().min(1).max(99) }),
    returns: z.object({ opportunities: z.int(), likelyBefore: z.string(), likelyAfter: z.string(), currency }),
    refuses: ["request.forbidden", "request.notFound"],
  }),
  deleteStage: endpoint({
    id: "deleteStage",
    method: "DELETE",
    path: "/stages/{id}",
    tag: "settings",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Removes a stage that holds no open opportunity and is not the last one.",
    params: idParams,
    refuses: [...refusesEdit, "name.taken", "record.inUse", "stage.lastOne"],
  }),
};
