import { sql, type RawBuilder } from "kysely";
import type { Mention } from "#contract/my-day.ts";
import { messageInBrief } from "#domain/message/message.ts";
import { may } from "#domain/user/rights.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { PREPARED } from "#server/platform/preparing-client.ts";

const SHOWN = 3;
const TEXT = 280;
const LOOKED_AT = 40;

type MentionRow = {
  readonly id: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly body: string;
  readonly created_at: Date;
  readonly record: Mention["record"];
};

/**
 * The last messages in which somebody else mentions the reader. Ids follow the time of writing, so the index of mentions is walked
 * from its end and never whole; of what it finds the time itself says which are last.
 */
export async function lastMentions(tx: ReadTx): Promise<Mention[]> {
  const last = sql`select m.* from message_mention x
    join message m on m.workspace_id = x.workspace_id and m.id = x.message_id
    where x.workspace_id = ${tx.actor.workspaceId} and x.user_id = ${tx.actor.userId} and m.author_id <> ${tx.actor.userId}
      and m.deleted_at is null and not m.owner_deleted and ${seenBy(tx)}
    order by x.message_id desc limit ${LOOKED_AT}`;
  const { rows } = await sql<MentionRow>`${PREPARED} select m.id, m.author_id, u.name as author_name, m.body, m.created_at,
      case when o.id is not null then json_build_object('type', 'opportunity', 'id', o.id, 'name', o.name)
        when c.id is not null then json_build_object('type', 'client', 'id', c.id, 'name', c.name)
        else json_build_object('type', 'contact', 'id', p.id, 'name', p.name) end as record
    from (select * from (${last}) found order by created_at desc, id desc limit ${SHOWN}) m
    join app_user u on u.workspace_id = m.workspace_id and u.id = m.author_id
    left join opportunity o on o.workspace_id = m.workspace_id and o.id = m.opportunity_id
    left join client c on c.workspace_id = m.workspace_id and c.id = m.client_id
    left join contact p on p.workspace_id = m.workspace_id and p.id = m.contact_id
    order by m.created_at desc, m.id desc`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    author: { id: row.author_id, name: row.author_name },
    text: messageInBrief(row.body, TEXT),
    at: row.created_at.toISOString(),
    record: row.record,
  }));
}

/** Workspace and visibility are the row policy's; what the modules' rights hide is left out here. */
function seenBy(tx: ReadTx): RawBuilder<boolean> {
  const parts: RawBuilder<boolean>[] = [sql<boolean>`true`];
  if (!may(tx.actor, "opportunities", "read")) parts.push(sql<boolean>`m.opportunity_id is null`);
  if (!may(tx.actor, "clients", "read")) parts.push(sql<boolean>`(m.opportunity_id is not null or m.client_id is null)`);
  if (!may(tx.actor, "contacts", "read")) parts.push(sql<boolean>`(m.opportunity_id is not null or m.client_id is not null)`);
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
