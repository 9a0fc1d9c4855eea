import { sql, type RawBuilder } from "kysely";
import type { Message } from "#contract/message.ts";
import { mayEditMessage, mayWriteMessages } from "#domain/message/policy.ts";
import type { ReadTx } from "#server/platform/database.ts";

type Person = { readonly id: string; readonly name: string };

export type MessageRow = {
  readonly id: string;
  readonly author_id: string;
  readonly author_name: string;
  readonly body: string;
  readonly mentions: readonly Person[];
  readonly pinned_at: Date | null;
  readonly pinned_by: string | null;
  readonly pinned_by_name: string | null;
  readonly edited_at: Date | null;
  readonly opportunity: Message["opportunity"];
  readonly opportunity_id: string | null;
  readonly opportunity_manager_id: string | null;
  readonly opportunity_team_id: string | null;
  readonly client_id: string | null;
  readonly client_name: string | null;
  readonly contact_id: string | null;
  readonly created_at: Date;
  readonly exact_at: string;
  readonly version: number;
};

export const messageColumns: RawBuilder<unknown> = sql`m.*, m.created_at::text as exact_at, u.name as author_name, p.name as pinned_by_name, c.name as client_name,
  case when o.id is null then null else json_build_object('id', o.id, 'name', o.name, 'number', o.number) end as opportunity,
  (select coalesce(json_agg(json_build_object('id', w.id, 'name', w.name)), '[]') from message_mention x
    join app_user w on w.workspace_id = x.workspace_id and w.id = x.user_id
    where x.workspace_id = m.workspace_id and x.message_id = m.id) as mentions`;

export const messageJoins: RawBuilder<unknown> = sql`
  join app_user u on u.workspace_id = m.workspace_id and u.id = m.author_id
  left join app_user p on p.workspace_id = m.workspace_id and p.id = m.pinned_by
  left join opportunity o on o.workspace_id = m.workspace_id and o.id = m.opportunity_id
  left join client c on c.workspace_id = m.workspace_id and c.id = m.client_id`;

export function presentMessage(tx: ReadTx, row: MessageRow): Message {
  const placed = {
    managerId: row.opportunity_manager_id,
    teamId: row.opportunity_team_id,
    opportunityId: row.opportunity_id,
    clientId: row.client_id,
    authorId: row.author_id,
  };
  return {
    id: row.id,
    author: { id: row.author_id, name: row.author_name },
    body: row.body,
    mentions: [...row.mentions],
    pinned: row.pinned_at && {
      at: row.pinned_at.toISOString(),
      by: { id: row.pinned_by ?? row.author_id, name: row.pinned_by_name ?? "" },
    },
    editedAt: row.edited_at?.toISOString() ?? null,
    opportunity: row.opportunity,
    client: row.client_id === null || row.client_name === null ? null : { id: row.client_id, name: row.client_name },
    contactId: row.contact_id,
    can: { edit: mayEditMessage(tx.actor, placed), pin: mayWriteMessages(tx.actor, placed) },
    createdAt: row.created_at.toISOString(),
    version: row.version,
  };
}

export async function showOneMessage(tx: ReadTx, id: string): Promise<Message> {
  const { rows } = await sql<MessageRow>`select ${messageColumns} from message m ${messageJoins}
    where m.workspace_id = ${tx.actor.workspaceId} and m.id = ${id}`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error("a message that was just loaded is gone");
  return presentMessage(tx, row);
}
