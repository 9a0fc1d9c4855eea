import { z } from "zod";
import { id } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

export const undoEndpoints = {
  undo: endpoint({
    id: "undo",
    method: "POST",
    path: "/undo",
    tag: "timeline",
    access: "write",
    summary:
      "Undoes a change by the token of its answer's Escale-Undo header (the change's id). 409 with the overtaken fields when a later change holds them; force overwrites. Above 200 facts the work goes on as a job: 202 with its id.",
    body: z.object({ token: id, force: z.boolean().optional() }),
    alsoAnswers: 202,
    returns: z.object({ undone: z.int(), changeId: id, jobId: id.nullable() }),
    refuses: ["request.forbidden", "request.notFound", "undo.overtaken", "undo.impossible", "undo.expired", "quote.frozen", "record.inUse"],
  }),
};
