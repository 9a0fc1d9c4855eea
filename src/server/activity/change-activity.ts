import { activityEndpoints } from "#contract/activity.ts";
import { finish, momentDone, refusePlanned } from "#domain/activity/activity.ts";
import { mayCreateActivities, mayDeleteActivity, mayEditActivity } from "#domain/activity/policy.ts";
import { columnsOfActivity, refuseUnknownLinks, type ActivityBody } from "#server/activity/activity-body.ts";
import { findActivity, getActivity, insertActivity, saveActivity, type ActivityChange } from "#server/activity/activity-store.ts";
import { showOneActivity } from "#server/activity/present-activity.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";

export const createActivity = handle(activityEndpoints.createActivity, {
  subject: nothing,
  allow: mayCreateActivities,
  run: async ({ tx, body }) => {
    const { done, doneAt, ...fields } = body;
    const isDone = done ?? doneAt !== undefined;
    return showOneActivity(
      tx,
      await planActivity(tx, {}, { ...fields, doneAt: isDone ? momentDone({ doneAt, now: tx.at.toISOString() }) : null }),
    );
  },
});

/** Due today and assigned to the one who plans it, unless said; `inherited` comes from an activity that may be seen. Returns its id. */
async function planActivity(
  tx: WriteTx,
  inherited: ActivityChange,
  { doneAt, ...fields }: ActivityBody & { readonly doneAt: string | null },
): Promise<string> {
  const id = newId();
  const typed = columnsOfActivity(fields);
  const columns = {
    due_on: tx.today,
    assignee_id: tx.actor.userId,
    ...inherited,
    ...typed,
    ...(doneAt === null ? {} : { done_at: new Date(doneAt), done_by: tx.actor.userId }),
  };
  await refuseUnknownLinks(tx, columns, typed);
  await insertActivity(tx, id, columns);
  return id;
}

export const editActivity = handle(activityEndpoints.editActivity, {
  subject: ({ tx, params }) => getActivity(tx, params.id),
  allow: mayEditActivity,
  current: (tx, subject) => showOneActivity(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const { client_id, ...others } = columnsOfActivity(body);
    const onOpportunity = others.opportunity_id === undefined ? subject.opportunity_id : others.opportunity_id;
    // With an opportunity the client is the opportunity's.
    const change = client_id === undefined || onOpportunity ? others : { ...others, client_id };
    await refuseUnknownLinks(tx, { ...subject, ...change }, change);
    await saveActivity(tx, subject, change, "activity.edited");
    return showOneActivity(tx, subject.id);
  },
});

export const deleteActivity = handle(activityEndpoints.deleteActivity, {
  subject: ({ tx, params }) => getActivity(tx, params.id),
  allow: mayDeleteActivity,
  current: (tx, subject) => showOneActivity(tx, subject.id),
  run: async ({ tx, subject }) => {
    await saveActivity(tx, subject, { deleted_at: tx.at, deleted_by: tx.actor.userId }, "activity.deleted");
  },
});

export const finishActivity = handle(activityEndpoints.finishActivity, {
  subject: ({ tx, params }) => getActivity(tx, params.id),
  allow: mayEditActivity,
  run: async ({ tx, subject, body }) => {
    const { doneAt } = finish({ isDone: subject.done_at !== null }, { doneAt: body.doneAt, now: tx.at.toISOString() });
    const change = {
      done_at: new Date(doneAt),
      done_by: tx.actor.userId,
      ...(body.outcome === undefined ? {} : { outcome: body.outcome }),
      ...(body.durationMinutes === undefined ? {} : { duration_minutes: body.durationMinutes }),
    };
    await saveActivity(tx, subject, change, "activity.done");
    const { opportunity_id, client_id, contact_id, assignee_id } = subject;
    const next = body.next
      ? await planActivity(tx, { opportunity_id, client_id, contact_id, assignee_id }, { ...body.next, doneAt: null })
      : null;
    return { ...(await showOneActivity(tx, subject.id)), next: next === null ? null : await showOneActivity(tx, next) };
  },
});

export const reopenActivity = handle(activityEndpoints.reopenActivity, {
  subject: ({ tx, params }) => getActivity(tx, params.id),
  allow: mayEditActivity,
  run: async ({ tx, subject }) => {
    refusePlanned({ isDone: subject.done_at !== null });
    await saveActivity(tx, subject, { done_at: null, done_by: null }, "activity.reopened");
    return showOneActivity(tx, subject.id);
  },
});

export const postponeActivities = handle(activityEndpoints.postponeActivities, {
  subject: nothing,
  allow: mayCreateActivities,
  run: async ({ tx, body }) => {
    let changed = 0;
    for (const id of new Set(body.ids)) {
      // The writing role sees the whole workspace: each one is asked for.
      const row = await findActivity(tx, id);
      if (!row || row.done_at || row.deleted_at || row.owner_deleted || !mayEditActivity(tx.actor, row)) continue;
      await saveActivity(tx, row, { due_on: body.dueOn }, "activity.edited");
      changed += 1;
    }
    return { changed, skipped: new Set(body.ids).size - changed };
  },
});
