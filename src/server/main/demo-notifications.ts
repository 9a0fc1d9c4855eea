import { sql } from "kysely";
import type { NotificationKind } from "#domain/notification/notification.ts";
import { writeNotices } from "#server/notification/write-notices.ts";
import type { WriteTx } from "#server/platform/database.ts";

type Told = {
  readonly recipient_id: string;
  readonly actor_id: string;
  readonly kind: NotificationKind;
  readonly type: string;
  readonly id: string;
  readonly name: string;
  readonly at: Date;
};

const EACH = 4;
const HOUR = 3_600_000;

/** What the administrator and the sellers find in the bell: mentions as they were written, and what colleagues gave them since. */
export async function tellDemoNotifications(tx: WriteTx): Promise<void> {
  const { rows } = await sql<Told>`
    with mentioned as (
      select x.user_id as recipient_id, m.author_id as actor_id, 'mention' as kind, 'message' as type, m.id, '' as name, m.created_at as at,
        row_number() over (partition by x.user_id order by m.created_at desc) as nth
      from message_mention x join message m on m.workspace_id = x.workspace_id and m.id = x.message_id and m.author_id <> x.user_id
      where x.workspace_id = ${tx.actor.workspaceId}
    ), mine as (
      select o.manager_id as recipient_id, o.id, o.name, o.outcome, o.team_id, row_number() over (partition by o.manager_id, o.outcome order by o.number desc) as nth
      from opportunity o join app_user u on u.workspace_id = o.workspace_id and u.id = o.manager_id and u.role in ('administrator', 'manager', 'seller')
      where o.workspace_id = ${tx.actor.workspaceId}
    ), planned as (
      select a.assignee_id as recipient_id, a.id, a.title, row_number() over (partition by a.assignee_id order by a.due_on, a.id) as nth,
        (select u.id from app_user u where u.workspace_id = a.workspace_id and u.role <> 'reader' and u.id <> a.assignee_id order by u.name limit 1) as colleague_id
      from activity a where a.workspace_id = ${tx.actor.workspaceId} and a.done_at is null and a.assignee_id is not null
    )
    select recipient_id, actor_id, kind, type, id, name, at from mentioned where nth <= ${EACH}
    union all
    select m.recipient_id, ${tx.actor.userId}, 'given', 'opportunity', m.id, m.name, ${tx.at}::timestamptz - m.nth * interval '26 hours'
    from mine m where m.outcome = 'open' and m.nth <= 2 and m.recipient_id <> ${tx.actor.userId}
    union all
    select ${tx.actor.userId}, m.recipient_id, 'won', 'opportunity', m.id, m.name, ${tx.at}::timestamptz - m.nth * interval '19 hours'
    from (select * from mine where outcome = 'won' and nth = 1 and recipient_id <> ${tx.actor.userId} order by name limit 2) m
    union all
    select recipient_id, colleague_id, 'assigned', 'activity', id, title, ${tx.at}::timestamptz - interval '3 hours' from planned where nth = 1
    order by at`.execute(tx.db);
  for (const { recipient_id: recipientId, actor_id: actorId, kind, type, id, name, at } of rows) {
    const notices = [{ kind, recipientId, record: { type, id, name }, count: 1 }];
    await writeNotices(
      { db: tx.db, actor: tx.actor, at: new Date(Math.min(at.getTime(), tx.at.getTime())) },
      { notices, changeId: null, actorId },
    );
  }
  // What is older than two days was read.
  await sql`update notification set read_at = at + interval '1 hour', mailed_at = at where workspace_id = ${tx.actor.workspaceId}
    and at < ${new Date(tx.at.getTime() - 48 * HOUR)}`.execute(tx.db);
}
