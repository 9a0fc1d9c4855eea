import { startEndpoints } from "#contract/start.ts";
import { mayReadActivities } from "#domain/activity/policy.ts";
import { mayReadOpportunities } from "#domain/opportunity/policy.ts";
import { countActivities } from "#server/activity/list-activities.ts";
import { countOpportunities } from "#server/opportunity/list-opportunities.ts";
import { customFieldsInUse } from "#server/custom-field/custom-fields.ts";
import { countUnread } from "#server/notification/find-notifications.ts";
import { pipelinesOf } from "#server/pipeline/pipelines.ts";
import { todayIn } from "#server/platform/clock.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { findViews } from "#server/view/view-store.ts";
import { countsOf } from "#server/view/views.ts";
import { readMe } from "#server/session/show-me.ts";

/** Everyone may ask; a count one has no right to is null. */
export const showStart = handle(startEndpoints.showStart, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => {
    const { workspaceId, userId } = tx.actor;
    const me = await readMe(tx.db, workspaceId, userId);
    const due = { assigneeId: [userId], status: "planned" as const, "dueOn[lte]": todayIn(me.workspace.timezone) };
    const views = await findViews(tx, undefined);
    return {
      me,
      pipelines: await pipelinesOf(tx),
      counts: {
        openOpportunities: mayReadOpportunities(tx.actor) ? await countOpportunities(tx, { outcome: ["open"] }) : null,
        unreadNotifications: await countUnread(tx),
        waitingActivities: mayReadActivities(tx.actor) ? await countActivities(tx, due) : null,
      },
      customFields: await customFieldsInUse(tx, "opportunity"),
      views,
      pinnedCounts: await countsOf(
        tx,
        views.filter((view) => view.pinned),
      ),
    };
  },
});
