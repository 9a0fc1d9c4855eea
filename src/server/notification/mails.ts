import { sql } from "kysely";
import { notificationEndpoints, type MailOut } from "#contract/notification.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { mayManageUsers } from "#domain/user/policy.ts";
import type { Database, ReadTx } from "#server/platform/database.ts";
import { now } from "#server/platform/clock.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { newestFirst, nextAfter } from "#server/platform/newest-first.ts";
import type { Outbox } from "#server/platform/outbox.ts";
import type { RawBuilder } from "kysely";

type MailRow = {
  readonly id: string;
  readonly exact_at: string;
  readonly kind: string;
  readonly address: string;
  readonly user_id: string | null;
  readonly user_name: string | null;
  readonly subject: string;
  readonly body: string;
  readonly is_secret: boolean;
  readonly state: MailOut["state"];
  readonly tries: number;
  readonly next_try_at: Date | null;
  readonly error: string | null;
  readonly created_at: Date;
  readonly sent_at: Date | null;
};

/** A person may send again what did not go; a link that lets in is asked for anew. */
const isSendable = ({ state, is_secret }: Pick<MailRow, "state" | "is_secret">): boolean =>
  !is_secret && (state === "held" || state === "failed" || state === "unsure");

async function find(tx: ReadTx, condition: RawBuilder<unknown>, limit: number): Promise<MailRow[]> {
  const { rows } = await sql<MailRow>`
    select l.*, l.created_at::text as exact_at, u.name as user_name from mail l
    left join app_user u on u.workspace_id = l.workspace_id and u.id = l.user_id
    where l.workspace_id = ${tx.actor.workspaceId} and ${condition} order by l.created_at desc, l.id desc limit ${limit}`.execute(tx.db);
  return rows;
}

function present(row: MailRow, outbox: Outbox): MailOut {
  return {
    id: row.id,
    kind: row.kind,
    to: row.address,
    user: row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? "" },
    subject: row.subject,
    text: row.body,
    state: row.state,
    tries: row.tries,
    nextTryAt: row.state === "queued" && row.tries > 0 ? (row.next_try_at?.toISOString() ?? null) : null,
    error: row.error,
    createdAt: row.created_at.toISOString(),
    sentAt: row.sent_at?.toISOString() ?? null,
    can: { send: outbox.isReady && isSendable(row) },
  };
}

export const listMailsWith = (outbox: Outbox) =>
  handle(notificationEndpoints.listMails, {
    subject: nothing,
    allow: mayManageUsers,
    run: async ({ tx, query }) => {
      const state = query.state === undefined ? sql`true` : sql`l.state = ${query.state}`;
      const rows = await find(tx, sql`${state} and ${newestFirst(query.cursor, { at: "l.created_at", id: "l.id" })}`, query.limit + 1);
      return {
        data: rows.slice(0, query.limit).map((row) => present(row, outbox)),
        page: { nextCursor: nextAfter(rows, query.limit) },
        mailReady: outbox.isReady,
      };
    },
  });

async function getMail(tx: ReadTx, id: string): Promise<MailRow> {
  const [row] = await find(tx, sql`l.id = ${id}`, 1);
  if (!row) throw new Refusal("request.notFound");
  return row;
}

export const sendMailWith = (outbox: Outbox) =>
  handle(notificationEndpoints.sendMail, {
    subject: ({ tx, params }) => getMail(tx, params.id),
    allow: mayManageUsers,
    run: async ({ tx, subject }) => {
      if (!outbox.isReady || !isSendable(subject)) throw new Refusal("mail.notSendable", { state: subject.state });
      await outbox.again(tx.db, { workspaceId: tx.actor.workspaceId, id: subject.id });
      tx.change.tell({ kind: "mail.sentAgain", type: "mail", id: subject.id, name: subject.subject, fields: {} });
      return present(await getMail(tx, subject.id), outbox);
    },
  });

const MAIL_DAYS = 90;
const NOTIFICATION_DAYS = 180;
const daysAgo = (days: number): Date => new Date(now().getTime() - days * 86_400_000);

/** The outbox is kept for a quarter, what was told for half a year. */
export async function clearOldNotifications(database: Database, workspaceId: string): Promise<void> {
  await database.within(workspaceId, async (db) => {
    await db.deleteFrom("mail").where("workspace_id", "=", workspaceId).where("created_at", "<", daysAgo(MAIL_DAYS)).execute();
    await db.deleteFrom("notification").where("workspace_id", "=", workspaceId).where("at", "<", daysAgo(NOTIFICATION_DAYS)).execute();
  });
}
