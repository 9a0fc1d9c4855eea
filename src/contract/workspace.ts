import { z } from "zod";
import { country, currency, language, text } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";

const workspace = z.object({
  name: z.string(),
  country: z.string(),
  language,
  currency,
  timezone: z.string(),
  defaultRatePercent: z.string(),
  defaultRateMode: z.enum(["markup", "margin"]),
  hasLogo: z.boolean(),
  version: z.int(),
});

export const workspaceEndpoints = {
  showWorkspace: endpoint({
    id: "showWorkspace",
    method: "GET",
    path: "/workspace",
    tag: "settings",
    access: "read",
    summary: "The agency.",
    returns: workspace,
    refuses: [],
  }),
  editWorkspace: endpoint({
    id: "editWorkspace",
    method: "PATCH",
    path: "/workspace",
    tag: "settings",
    access: "write",
    versioned: true,
    summary: "Changes the agency.",
    body: z
      .object({
        name: text(120),
        country,
        language,
        timezone: z.string().max(60),
        logo: z.string().max(700_000).nullable(),
        defaultRatePercent: z.string().regex(/^\d{1,3}(\.\d{1,4})?$/),
        defaultRateMode: z.enum(["markup", "margin"]),
      })
      .partial(),
    returns: workspace,
    refuses: ["request.forbidden", "request.invalid", "record.stale", "request.preconditionRequired"],
  }),
};
