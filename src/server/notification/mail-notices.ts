import { sql } from "kysely";
import type { Notification } from "#contract/notification.ts";
import { findNotifications } from "#server/notification/find-notifications.ts";
import { now } from "#server/platform/clock.ts";
import type { Database } from "#server/platform/database.ts";
import type { NewMail, Outbox } from "#server/platform/outbox.ts";
import { loadWho } from "#server/user/identify.ts";
import { mailWords } from "#words/mail-words.ts";
import { noticeWords } from "#words/notice/notice-words.ts";
import { sentenceOf } from "#words/notice/sentence.ts";

export type NoticeJob = { readonly workspaceId: string; readonly actorId: string; readonly jobId: string };
export type NoticeMeans = { readonly database: Database; readonly outbox: Outbox; readonly publicUrl: () => string };

/** A process that was away for longer has other worries than the mails of that day. */
const LOOKED_BACK_MS = 24 * 3_600_000;
const AT_ONCE = 200;

/** The mails of what changes told: all that wait in an agency, a person's together. Returns whether more may wait. */
export async function mailNotices(means: NoticeMeans, workspaceId: string): Promise<boolean> {
  const since = new Date(now().getTime() - LOOKED_BACK_MS);
  // Asked by person, whose newest an index finds.
  const { rows } = await means.database.within(workspaceId, (db) =>
    sql<{ id: string; recipient_id: string }>`
      select n.id, n.recipient_id from app_user u
      join notification n on n.workspace_id = u.workspace_id and n.recipient_id = u.id and n.at > ${since}
      where u.workspace_id = ${workspaceId} and n.by_mail and n.mailed_at is null and n.change_id is not null
      order by n.at, n.id limit ${AT_ONCE}`.execute(db),
  );
  const waiting = Map.groupBy(rows, ({ recipient_id }) => recipient_id);
  for (const [recipientId, those] of waiting) await mailTo(means, { workspaceId, recipientId, ids: those.map(({ id }) => id) });
  return rows.length === AT_ONCE;
}

type One = { readonly workspaceId: string; readonly id: string; readonly recipientId: string };

export function mailNotice(means: NoticeMeans, { workspaceId, id, recipientId }: One): Promise<void> {
  return mailTo(means, { workspaceId, recipientId, ids: [id] });
}

type Some = { readonly workspaceId: string; readonly recipientId: string; readonly ids: readonly string[] };

/**
 * Written as their reader would see them: in their language, and not at all when they no longer may. Each is taken once: the
 * mail is put into the outbox in the transaction that marks it.
 */
async function mailTo({ database, outbox, publicUrl }: NoticeMeans, { workspaceId, recipientId, ids }: Some): Promise<void> {
  const who = await loadWho(database, workspaceId, recipientId);
  const found = who ? await database.read({ ...who, origin: "job" }, (tx) => findNotifications(tx, ids)) : [];
  await database.within(workspaceId, async (db) => {
    const { rows } = await sql<{ id: string; email: string }>`
      update notification n set mailed_at = clock_timestamp() from app_user u
      where n.workspace_id = ${workspaceId} and n.id = any (${[...ids]}::uuid[]) and n.mailed_at is null
        and u.workspace_id = n.workspace_id and u.id = n.recipient_id
      returning n.id, u.email`.execute(db);
    const addresses = new Map(rows.map(({ id, email }) => [id, email]));
    for (const { notification, reminder } of found) {
      const to = addresses.get(notification.id);
      if (to === undefined || !who) continue;
      const words = wordsOf(notification, { locale: who.actor.locale, address: publicUrl(), reminder });
      const mail: NewMail = { workspaceId, kind: notification.kind, to, userId: recipientId, notificationId: notification.id, ...words };
      await outbox.put(db, mail);
    }
  });
}

type About = {
  readonly locale: keyof typeof mailWords;
  readonly address: string;
  readonly reminder: { readonly dueOn: string; readonly dueTime: string | null } | null;
};

function wordsOf(told: Notification, { locale, address, reminder }: About): { subject: string; text: string } {
  const link = told.path === null ? "" : `${address}${told.path}`;
  const preferences = `${address}/settings/notifications`;
  if (reminder) return mailWords[locale].reminder({ title: told.text ?? "", about: told.name, ...reminder, link });
  const said = sentenceOf(told, noticeWords[locale]);
  return mailWords[locale].notice({ said, text: told.text ?? "", link, preferences });
}
