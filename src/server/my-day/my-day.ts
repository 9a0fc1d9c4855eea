import { myDayEndpoints } from "#contract/my-day.ts";
import { mayReadActivities } from "#domain/activity/policy.ts";
import { mayReadOpportunities } from "#domain/opportunity/policy.ts";
import { lastMentions } from "#server/my-day/mentions.ts";
import { toWatch } from "#server/my-day/to-watch.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";

/** Everyone may ask; a part one has no right to is null. */
export const showMyDay = handle(myDayEndpoints.showMyDay, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => ({
    toWatch: mayReadOpportunities(tx.actor) ? await toWatch(tx) : null,
    mentions: mayReadActivities(tx.actor) ? await lastMentions(tx) : null,
  }),
});
