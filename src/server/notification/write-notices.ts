import { sql } from "kysely";
import { DEFAULT_WAYS, type Notice } from "#domain/notification/notification.ts";
import type { Writer } from "#server/platform/change.ts";
import { newId } from "#server/platform/new-id.ts";

type Writing = { readonly notices: readonly Notice[]; readonly changeId: string | null; readonly actorId: string | null };

/** A live event names so many people; for more, everybody asks again. */
const NAMED = 150;

/**
 * Each person's own choice says where they are told; who chose nowhere, or left, is not. Rings the bells of those told. The
 * same event, heard after the commit, has the mails written (`NoticePost`).
 */
export async function writeNotices(tx: Writer, { notices, changeId, actorId }: Writing): Promise<void> {
  if (notices.length === 0) return;
  const { workspaceId } = tx.actor;
  const rows = notices.map(({ kind, recipientId, record, count }) => ({
    id: newId(),
    recipient_id: recipientId,
    kind,
    record_type: record?.type ?? null,
    record_id: record?.id ?? null,
    record_name: record?.name ?? "",
    count,
    in_app: DEFAULT_WAYS[kind].inApp,
    by_mail: DEFAULT_WAYS[kind].byMail,
  }));
  await sql`
    with made as (
      insert into notification (workspace_id, id, recipient_id, kind, actor_id, change_id, record_type, record_id, record_name, count, at, in_app, by_mail)
      select ${workspaceId}, w.id, w.recipient_id, w.kind, ${actorId}, ${changeId}, w.record_type, w.record_id, w.record_name, w.count, ${tx.at},
        coalesce(p.in_app, w.in_app), coalesce(p.by_mail, w.by_mail)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as w(id uuid, recipient_id uuid, kind text, record_type text, record_id uuid, record_name text, count integer, in_app boolean, by_mail boolean)
      join app_user u on u.workspace_id = ${workspaceId} and u.id = w.recipient_id and u.disabled_at is null
      left join notification_preference p on p.workspace_id = u.workspace_id and p.user_id = u.id and p.kind = w.kind
      where coalesce(p.in_app, w.in_app) or coalesce(p.by_mail, w.by_mail)
      returning recipient_id, in_app
    )
    select ${ring(workspaceId, changeId, sql`coalesce(array_agg(distinct recipient_id) filter (where in_app), '{}')`)} from made having count(*) > 0`.execute(
    tx.db,
  );
}

/** The live event of somebody's bell: nobody else hears it. */
export function ring(workspaceId: string, changeId: string | null, recipients: ReturnType<typeof sql>) {
  return sql`pg_notify('escale_events', json_build_object('workspaceId', ${workspaceId}::text, 'changeId', coalesce(${changeId}::text, ''), 'kind', 'notification',
    'type', 'notification', 'for', case when cardinality(${recipients}) <= ${NAMED} then ${recipients} end)::text)`;
}
