import { z } from "zod";
import { id, idParams, optionalText, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

const refusesEdit = ["request.forbidden", "request.notFound", "record.stale", "request.preconditionRequired", "request.invalid"] as const;

const competitor = z
  .object({
    id,
    name: z.string(),
    notes: z.string().nullable(),
    /** Opportunities you may see that it competes for, or that were lost to it. */
    met: z.int(),
    version: z.int(),
  })
  .meta({ id: "Competitor" });

export const competitorEndpoints = {
  listCompetitors: endpoint({
    id: "listCompetitors",
    method: "GET",
    path: "/competitors",
    tag: "settings",
    access: "read",
    summary: "Companies that offer something similar.",
    returns: z.object({ data: z.array(competitor) }),
    refuses: ["request.forbidden"],
  }),
  createCompetitor: endpoint({
    id: "createCompetitor",
    method: "POST",
    path: "/competitors",
    tag: "settings",
    access: "write",
    status: 201,
    summary: "Adds a competitor.",
    body: z.object({ name: text(120), notes: optionalText(2000).optional() }),
    returns: competitor,
    refuses: ["request.forbidden", "request.invalid", "name.taken"],
  }),
  editCompetitor: endpoint({
    id: "editCompetitor",
    method: "PATCH",
    path: "/competitors/{id}",
    tag: "settings",
    access: "write",
    versioned: true,
    summary: "Changes a competitor (merge).",
    params: idParams,
    body: z.object({ name: text(120), notes: optionalText(2000) }).partial(),
    returns: competitor,
    refuses: [...refusesEdit, "name.taken"],
  }),
  deleteCompetitor: endpoint({
    id: "deleteCompetitor",
    method: "DELETE",
    path: "/competitors/{id}",
    tag: "settings",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Takes a competitor off the list; opportunities that name it keep it. Undoable.",
    params: idParams,
    refuses: refusesEdit,
  }),
};
