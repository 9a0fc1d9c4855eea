import { sql } from "kysely";
import { maySeeActivity } from "#domain/activity/policy.ts";
import { findActivity, type StoredActivity } from "#server/activity/activity-store.ts";
import type { Database } from "#server/platform/database.ts";
import type { Mailer } from "#server/platform/mailer.ts";
import { loadWho } from "#server/user/identify.ts";
import { mailWords } from "#words/mail-words.ts";

export type ReminderJob = { readonly workspaceId: string; readonly actorId: string; readonly jobId: string };
type Means = { readonly database: Database; readonly mailer: Mailer; readonly publicUrl: () => string };

/** The mail of a reminder whose moment has come: to the assignee, if the activity is still planned, meant for now and theirs to see. */
export async function sendReminder({ database, mailer, publicUrl }: Means, { workspaceId, actorId, jobId }: ReminderJob): Promise<void> {
  const who = await loadWho(database, workspaceId, actorId);
  if (!who || !mailer.isReady) return;
  const found = await database.read({ ...who, origin: "job" }, async (tx) => {
    const row = await findActivity(tx, jobId);
    if (!row || !isDue(row, { actorId, at: tx.at }) || !maySeeActivity(tx.actor, row)) return undefined;
    const { rows } = await sql<{ email: string; about: string | null }>`
      select u.email, coalesce(o.name, c.name) as about from app_user u
      left join opportunity o on o.workspace_id = u.workspace_id and o.id = ${row.opportunity_id}
      left join client c on c.workspace_id = u.workspace_id and c.id = ${row.client_id}
      where u.workspace_id = ${workspaceId} and u.id = ${actorId}`.execute(tx.db);
    return rows[0] && { ...rows[0], row };
  });
  if (!found) return;
  const { row, email, about } = found;
  const link = row.opportunity_id ? `${publicUrl()}/opportunities/${row.opportunity_id}?tab=activities` : `${publicUrl()}/activities`;
  const words = mailWords[who.actor.locale].reminder({
    title: row.title,
    about: about ?? "",
    dueOn: row.due_on,
    dueTime: row.due_time,
    link,
  });
  mailer.send({ to: email, ...words });
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
