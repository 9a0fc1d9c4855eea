import { z } from "zod";
import { id, idParams } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

/** The lists whose rows are changed many at once. */
export const bulkList = z.enum(["opportunities", "clients", "contacts"]);
export type BulkList = z.output<typeof bulkList>;

const job = z
  .object({
    id,
    kind: z.string(),
    /** Of a change of many: what is changed. */
    list: bulkList.nullable(),
    state: z.enum(["queued", "running", "done", "failed", "cancelled"]),
    done: z.int(),
    total: z.int().nullable(),
    /** Done: what a change of many came to (`changed`, `skipped`, `refused`), with `undo`, the token that takes it back. Failed: the code. */
    result: z.unknown(),
  })
  .meta({ id: "Job" });

export const jobEndpoints = {
  showJob: endpoint({
    id: "showJob",
    method: "GET",
    path: "/jobs/{id}",
    tag: "jobs",
    access: "read",
    summary: "A piece of background work of yours.",
    params: idParams,
    returns: job,
    refuses: ["request.notFound"],
  }),
  cancelJob: endpoint({
    id: "cancelJob",
    method: "POST",
    path: "/jobs/{id}/cancel",
    tag: "jobs",
    access: "write",
    summary: "Cancels a piece of background work of yours: it is one transaction, so nothing of it is left. 409 when it is over.",
    params: idParams,
    body: z.object({}).default({}),
    returns: job,
    refuses: ["request.notFound", "job.ended"],
  }),
};
