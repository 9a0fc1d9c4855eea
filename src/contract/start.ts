import { z } from "zod";
import { customField } from "#contract/custom-field.ts";
import { endpoint } from "#contract/endpoint.ts";
import { me } from "#contract/me.ts";
import { view, viewCount } from "#contract/view.ts";
import { pipeline } from "#contract/pipeline.ts";

export const startEndpoints = {
  showStart: endpoint({
    id: "showStart",
    method: "GET",
    path: "/start",
    tag: "me",
    access: "read",
    summary:
      "What a screen begins with, in one answer: who you are (as at /me), the pipelines, how many opportunities are open, how many of your activities are due today or late, your views and how many the pinned ones show. A count you have no right to is null.",
    returns: z.object({
      me,
      pipelines: z.array(pipeline),
      counts: z.object({ openOpportunities: z.int().nullable(), waitingActivities: z.int().nullable(), unreadNotifications: z.int() }),
      /** Of opportunities, as at /custom-fields. */
      customFields: z.array(customField),
      /** Of every list you may read, with how many those that are pinned show. */
      views: z.array(view),
      pinnedCounts: z.array(viewCount),
    }),
    refuses: [],
  }),
};
