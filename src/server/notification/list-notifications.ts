import { sql } from "kysely";
import { notificationEndpoints } from "#contract/notification.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { countUnread, notificationsOf, presentNotification, type NotificationRow } from "#server/notification/find-notifications.ts";
import { ring } from "#server/notification/write-notices.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { newestFirst, nextAfter } from "#server/platform/newest-first.ts";

export const listNotifications = handle(notificationEndpoints.listNotifications, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, query }) => {
    const state = query.unread === undefined ? sql`true` : query.unread ? sql`n.read_at is null` : sql`n.read_at is not null`;
    const condition = sql`n.in_app and ${state} and ${newestFirst(query.cursor, { at: "n.at", id: "n.id" })}`;
    const { rows } =
      await sql<NotificationRow>`${notificationsOf(tx, condition)} order by n.at desc, n.id desc limit ${query.limit + 1}`.execute(tx.db);
    return {
      data: rows.slice(0, query.limit).map((row) => presentNotification(tx, row)),
      page: { nextCursor: nextAfter(rows, query.limit) },
      unread: await countUnread(tx),
    };
  },
});

export const readNotifications = handle(notificationEndpoints.readNotifications, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, body }) => ({ unread: await markRead(tx, body) }),
});

export const readNotification = handle(notificationEndpoints.readNotification, {
  subject: async ({ tx, params }) => {
    const row = await tx.db
      .selectFrom("notification")
      .select("id")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("recipient_id", "=", tx.actor.userId)
      .where("id", "=", params.id)
      .executeTakeFirst();
    if (!row) throw new Refusal("request.notFound");
    return row;
  },
  allow: signedIn,
  run: async ({ tx, subject }) => ({ unread: await markRead(tx, { ids: [subject.id] }) }),
});

type Which = { readonly ids?: readonly string[] | undefined; readonly recordId?: string | undefined };

/** One's own mark on one's own notifications: nothing of the agency changes, so no fact is told. The other tabs hear of it. */
async function markRead(tx: WriteTx, { ids, recordId }: Which): Promise<number> {
  const { workspaceId, userId } = tx.actor;
  const { numUpdatedRows } = await tx.db
    .updateTable("notification")
    .set({ read_at: tx.at })
    .where("workspace_id", "=", workspaceId)
    .where("recipient_id", "=", userId)
    .where("read_at", "is", null)
    .$if(ids !== undefined, (query) => query.where("id", "in", ids?.length ? ids : [userId]))
    .$if(recordId !== undefined, (query) => query.where("record_id", "=", recordId ?? null))
    .executeTakeFirst();
  if (numUpdatedRows > 0n) await sql`select ${ring(workspaceId, tx.change.id, sql`array[${userId}::uuid]`)}`.execute(tx.db);
  // Counted as the reader sees: the writing role sees the whole workspace, and would count what is hidden.
  return countUnreadAs(tx);
}

async function countUnreadAs(tx: WriteTx): Promise<number> {
  const isAll = tx.actor.rights.scope === "all";
  if (!isAll) await sql.raw("set local role escale_app").execute(tx.db);
  const unread = await countUnread(tx);
  if (!isAll) await sql.raw("set local role escale_app_all").execute(tx.db);
  return unread;
}
