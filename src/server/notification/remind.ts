import { sql } from "kysely";
import { maySeeActivity } from "#domain/activity/policy.ts";
import { findActivity, type StoredActivity } from "#server/activity/activity-store.ts";
import { mailNotice, type NoticeJob, type NoticeMeans } from "#server/notification/mail-notices.ts";
import { writeNotices } from "#server/notification/write-notices.ts";
import { loadWho } from "#server/user/identify.ts";

/** A reminder whose moment has come: to the assignee, if the activity is still planned, meant for now and theirs to see. */
export async function sendReminder(means: NoticeMeans, { workspaceId, actorId, jobId }: NoticeJob): Promise<void> {
  const { database } = means;
  const who = await loadWho(database, workspaceId, actorId);
  if (!who) return;
  const due = await database.read({ ...who, origin: "job" }, async (tx) => {
    const row = await findActivity(tx, jobId);
    return row && isDue(row, { actorId, at: tx.at }) && maySeeActivity(tx.actor, row) ? { row, at: tx.at } : undefined;
  });
  if (!due) return;
  const { row, at } = due;
  await database.within(workspaceId, async (db) => {
    // A job that is run once more rings once.
    const { rows } = await sql`select 1 from notification where workspace_id = ${workspaceId} and recipient_id = ${actorId}
      and record_id = ${row.id} and kind = 'reminder' and at >= ${row.remind_at}`.execute(db);
    if (rows.length > 0) return;
    const record = { type: "activity", id: row.id, name: row.title };
    const notices = [{ kind: "reminder" as const, recipientId: actorId, record, count: 1 }];
    await writeNotices({ db, actor: { workspaceId, userId: actorId }, at }, { notices, changeId: null, actorId: null });
  });
  const { rows } = await database.within(workspaceId, (db) =>
    sql<{ id: string }>`select id from notification where workspace_id = ${workspaceId} and recipient_id = ${actorId}
      and record_id = ${row.id} and kind = 'reminder' and by_mail and mailed_at is null`.execute(db),
  );
  for (const { id } of rows) await mailNotice(means, { workspaceId, id, recipientId: actorId });
}

/** Moved, done, deleted or given away meanwhile: nobody is reminded. */
function isDue(row: StoredActivity, { actorId, at }: { readonly actorId: string; readonly at: Date }): boolean {
  return (
    row.remind_at !== null &&
    row.remind_at <= at &&
    row.done_at === null &&
    row.deleted_at === null &&
    !row.owner_deleted &&
    row.assignee_id === actorId
  );
}
