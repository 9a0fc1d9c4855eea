import { z } from "zod";
import { id, optionalText, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

export const competitorEndpoints = {
  listCompetitors: endpoint({
    id: "listCompetitors",
    method: "GET",
    path: "/competitors",
    tag: "settings",
    access: "read",
    summary: "Companies that offer something similar.",
    returns: z.object({ data: z.array(z.object({ id, name: z.string(), version: z.int() })) }),
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
    returns: z.object({ id, name: z.string(), version: z.int() }),
    refuses: ["request.forbidden", "request.invalid", "name.taken"],
  }),
};
