import { z } from "zod";
import { endpoint } from "#contract/endpoint.ts";
import { me } from "#contract/me.ts";
import { pipeline } from "#contract/pipeline.ts";

export const startEndpoints = {
  showStart: endpoint({
    id: "showStart",
    method: "GET",
    path: "/start",
    tag: "me",
    access: "read",
    summary:
      "What a screen begins with, in one answer: who you are (as at /me), the pipelines, how many opportunities are open, and how many of your activities are due today or late. A count you have no right to is null.",
    returns: z.object({
      me,
      pipelines: z.array(pipeline),
      counts: z.object({ openOpportunities: z.int().nullable(), waitingActivities: z.int().nullable(), unreadNotifications: z.int() }),
    }),
    refuses: [],
  }),
};
