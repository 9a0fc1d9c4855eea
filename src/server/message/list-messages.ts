import { sql } from "kysely";
import { messageEndpoints } from "#contract/message.ts";
import { maySeeMessages } from "#domain/message/policy.ts";
import { may } from "#domain/user/rights.ts";
import { clientOwner, contactOwner, opportunityOwner, type MessageOwner } from "#server/message/message-owner.ts";
import { getMessage } from "#server/message/message-store.ts";
import { messageColumns, messageJoins, presentMessage, type MessageRow } from "#server/message/present-message.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { newestFirst, nextAfter } from "#server/platform/newest-first.ts";

type Query = { readonly limit: number; readonly cursor?: string | undefined };

export const listOpportunityMessages = handle(messageEndpoints.listOpportunityMessages, {
  subject: ({ tx, params }) => opportunityOwner(tx, params.id),
  allow: maySeeMessages,
  run: ({ tx, subject, query }) => pageOfMessages(tx, subject, query),
});
export const listClientMessages = handle(messageEndpoints.listClientMessages, {
  subject: ({ tx, params }) => clientOwner(tx, params.id),
  allow: maySeeMessages,
  run: ({ tx, subject, query }) => pageOfMessages(tx, subject, query),
});
export const listContactMessages = handle(messageEndpoints.listContactMessages, {
  subject: ({ tx, params }) => contactOwner(tx, params.id),
  allow: maySeeMessages,
  run: ({ tx, subject, query }) => pageOfMessages(tx, subject, query),
});

/** Newest first. The row policy leaves out what belongs to opportunities the reader may not see. */
async function pageOfMessages(tx: ReadTx, owner: MessageOwner, { limit, cursor }: Query) {
  const about = sql`m.workspace_id = ${tx.actor.workspaceId} and ${sql.ref(`m.${owner.column}`)} = ${owner.id}
    and m.deleted_at is null and not m.owner_deleted${may(tx.actor, "opportunities", "read") ? sql`` : sql` and m.opportunity_id is null`}`;
  const { rows } = await sql<MessageRow>`
    select ${messageColumns} from message m ${messageJoins} where ${about} and ${newestFirst(cursor, { at: "m.created_at", id: "m.id" })}
    order by m.created_at desc, m.id desc limit ${limit + 1}`.execute(tx.db);
  const pinned = await sql<MessageRow>`
    select ${messageColumns} from message m ${messageJoins} where ${about} and m.pinned_at is not null
    order by m.created_at desc, m.id desc limit 50`.execute(tx.db);
  const counted = await sql<{ count: string }>`select count(*) as count from message m where ${about}`.execute(tx.db);
  return {
    data: rows.slice(0, limit).map((row) => presentMessage(tx, row)),
    pinned: pinned.rows.map((row) => presentMessage(tx, row)),
    page: { nextCursor: nextAfter(rows, limit) },
    total: Number(counted.rows[0]?.count ?? 0),
  };
}

type Version = { version: number; body: string; at: Date; id: string; name: string };

export const showMessageHistory = handle(messageEndpoints.showMessageHistory, {
  subject: ({ tx, params }) => getMessage(tx, params.id),
  allow: maySeeMessages,
  run: async ({ tx, subject }) => {
    const { rows } = await sql<Version>`
      select v.version, v.body, v.at, u.id, u.name from message_version v
      join app_user u on u.workspace_id = v.workspace_id and u.id = v.by_id
      where v.workspace_id = ${tx.actor.workspaceId} and v.message_id = ${subject.id} order by v.version desc`.execute(tx.db);
    return { data: rows.map(({ version, body, at, id, name }) => ({ version, body, at: at.toISOString(), by: { id, name } })) };
  },
});
