import { z } from "zod";
import { id, idParams, instant, language, reference, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { refusesEdit } from "#contract/problem.ts";
import { rightOverrides, rights } from "#contract/rights.ts";
import { ROLES } from "#domain/shared/actor.ts";

const user = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    overrides: rightOverrides,
    rights,
    defaults: rights,
    teams: z.array(reference),
    language,
    active: z.boolean(),
    lastSeenAt: instant.nullable(),
    createdAt: instant,
    openOpportunities: z.int(),
    openSeen: z
      .int()
      .nullable()
      .meta({ description: "Open opportunities this user may see now. Null in lists, and for who does not see all of them." }),
    version: z.int(),
  })
  .meta({ id: "User" });
const person = z.object({ id, name: z.string(), active: z.boolean(), teamIds: z.array(id) }).meta({ id: "Person" });
export const userEndpoints = {
  listPeople: endpoint({
    id: "listPeople",
    method: "GET",
    path: "/people",
    tag: "people",
    access: "read",
    summary: "Names of the members, to choose a manager from.",
    returns: z.object({ data: z.array(person) }),
    refuses: [],
  }),
  listUsers: endpoint({
    id: "listUsers",
    method: "GET",
    path: "/users",
    tag: "people",
    access: "read",
    summary: "Users with role and rights. For those who manage users.",
    returns: z.object({ data: z.array(user) }),
    refuses: ["request.forbidden"],
  }),
  showUser: endpoint({
    id: "showUser",
    method: "GET",
    path: "/users/{id}",
    tag: "people",
    access: "read",
    summary: "One user.",
    params: idParams,
    returns: user,
    refuses: ["request.forbidden", "request.notFound"],
  }),
  editUser: endpoint({
    id: "editUser",
    method: "PATCH",
    path: "/users/{id}",
    tag: "people",
    access: "write",
    versioned: true,
    summary: "Changes role, overrides, teams, name; disables or enables. Disabling ends the user's sessions.",
    params: idParams,
    body: z
      .object({
        name: text(120),
        role: z.enum(ROLES),
        overrides: rightOverrides,
        teamIds: z.array(id).max(50),
        active: z.boolean(),
        giveOpportunitiesTo: id.nullable(),
      })
      .partial(),
    returns: user,
    refuses: [...refusesEdit, "user.lastAdministrator"],
  }),
  endUserSessions: endpoint({
    id: "endUserSessions",
    method: "DELETE",
    path: "/users/{id}/sessions",
    tag: "people",
    access: "write",
    status: 204,
    summary: "Ends every session of a user.",
    params: idParams,
    refuses: ["request.forbidden", "request.notFound"],
  }),
};

export type User = z.output<typeof user>;
