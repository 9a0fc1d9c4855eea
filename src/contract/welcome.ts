import { z } from "zod";
import { country, currency, email, language, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { password, signedIn } from "#contract/me.ts";
import { SALES } from "#domain/pipeline/pipeline.ts";

export const welcomeEndpoints = {
  showWelcome: endpoint({
    id: "showWelcome",
    method: "GET",
    path: "/welcome/{token}",
    tag: "sessions",
    access: "read",
    session: "none",
    summary: "Whether the one-time welcome link still works, and whether database and mail are ready.",
    params: z.object({ token: z.string().max(200) }),
    returns: z.object({ database: z.boolean(), mail: z.boolean() }),
    refuses: ["link.unusable", "request.tooMany"],
  }),
  createAgency: endpoint({
    id: "createAgency",
    method: "POST",
    path: "/welcome/{token}",
    tag: "sessions",
    access: "write",
    session: "none",
    status: 201,
    summary: "Creates the agency and its administrator, empty or with the demo agency; signs in. Works once.",
    params: z.object({ token: z.string().max(200) }),
    body: z.object({
      agency: z.object({
        name: text(120),
        country,
        language,
        currency,
        timezone: z.string().max(60),
        logo: z.string().max(700_000).nullable().optional(),
        /** Puts the kinds of client in the order in which they are proposed. */
        sells: z.array(z.enum(SALES)).max(SALES.length).optional(),
      }),
      administrator: z.object({ name: text(120), email, password }),
      start: z.enum(["empty", "demo"]).default("empty"),
    }),
    returns: signedIn,
    refuses: ["link.unusable", "credentials.weak", "email.taken", "request.invalid", "request.tooMany"],
  }),
};
