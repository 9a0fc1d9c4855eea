import { z } from "zod";
import { currency, id, language, reference, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { rights } from "#contract/rights.ts";
import { ROLES } from "#domain/shared/actor.ts";

const preferences = {
  language,
  theme: z.enum(["system", "light", "dark"]),
  density: z.enum(["standard", "compact"]),
  singleKeys: z.boolean(),
};

export const me = z
  .object({
    id,
    name: z.string(),
    email: z.string(),
    role: z.enum(ROLES),
    rights,
    teams: z.array(reference),
    ...preferences,
    workspace: z.object({
      id,
      name: z.string(),
      country: z.string(),
      language,
      currency,
      timezone: z.string(),
      today: z.string(),
      hasLogo: z.boolean(),
      isDemo: z.boolean(),
      version: z.int(),
    }),
    administrators: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: "Me" });

/** The answer of every way to come in. */
export const signedIn = z.object({ me });
export const password = z.string().max(1024);

export const meEndpoints = {
  showMe: endpoint({
    id: "showMe",
    method: "GET",
    path: "/me",
    tag: "me",
    access: "read",
    summary: "Who you are, what you may do, your agency.",
    returns: me,
    refuses: [],
  }),
  editMe: endpoint({
    id: "editMe",
    method: "PATCH",
    path: "/me",
    tag: "me",
    access: "write",
    summary: "Changes your name and preferences.",
    body: z.object({ name: text(120), ...preferences }).partial(),
    returns: me,
    refuses: ["request.invalid"],
  }),
  changePassword: endpoint({
    id: "changePassword",
    method: "PUT",
    path: "/me/password",
    tag: "me",
    access: "write",
    status: 204,
    summary: "Changes your password; ends your other sessions.",
    body: z.object({ current: password, password }),
    refuses: ["credentials.wrong", "credentials.weak", "request.tooMany"],
  }),
};

export type Me = z.output<typeof me>;
