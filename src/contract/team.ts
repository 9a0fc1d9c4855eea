import { z } from "zod";
import { id, idParams, reference, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { refusesEdit } from "#contract/problem.ts";

const team = z.object({ id, name: z.string(), members: z.array(reference), version: z.int() }).meta({ id: "Team" });
export const teamEndpoints = {
  listTeams: endpoint({
    id: "listTeams",
    method: "GET",
    path: "/teams",
    tag: "people",
    access: "read",
    summary: "Teams with their members.",
    returns: z.object({ data: z.array(team) }),
    refuses: [],
  }),
  createTeam: endpoint({
    id: "createTeam",
    method: "POST",
    path: "/teams",
    tag: "people",
    access: "write",
    status: 201,
    summary: "Creates a team.",
    body: z.object({ name: text(80), memberIds: z.array(id).max(500).optional() }),
    returns: team,
    refuses: ["request.forbidden", "request.invalid", "name.taken"],
  }),
  editTeam: endpoint({
    id: "editTeam",
    method: "PATCH",
    path: "/teams/{id}",
    tag: "people",
    access: "write",
    versioned: true,
    summary: "Renames a team or sets its members.",
    params: idParams,
    body: z.object({ name: text(80), memberIds: z.array(id).max(500) }).partial(),
    returns: team,
    refuses: [...refusesEdit, "name.taken"],
  }),
  deleteTeam: endpoint({
    id: "deleteTeam",
    method: "DELETE",
    path: "/teams/{id}",
    tag: "people",
    access: "write",
    versioned: true,
    status: 204,
    summary: "Deletes a team; its opportunities keep their manager and lose the team.",
    params: idParams,
    refuses: refusesEdit,
  }),
};
