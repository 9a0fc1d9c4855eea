import { z } from "zod";
import { id, idParams } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

export const jobEndpoints = {
  showJob: endpoint({
    id: "showJob",
    method: "GET",
    path: "/jobs/{id}",
    tag: "jobs",
    access: "read",
    summary: "A piece of background work of yours.",
    params: idParams,
    returns: z.object({
      id,
      kind: z.string(),
      state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
      done: z.int(),
      total: z.int().nullable(),
      result: z.unknown(),
    }),
    refuses: ["request.notFound"],
  }),
};
