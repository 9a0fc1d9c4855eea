import { sql } from "kysely";
import type { Notification } from "#contract/notification.ts";
import { findNotification } from "#server/notification/find-notifications.ts";
import type { Database } from "#server/platform/database.ts";
import type { NewMail, Outbox } from "#server/platform/outbox.ts";
import { loadWho } from "#server/user/identify.ts";
import { mailWords } from "#words/mail-words.ts";
import { noticeWords } from "#words/notice/notice-words.ts";
import { sentenceOf } from "#words/notice/sentence.ts";

export type NoticeJob = { readonly workspaceId: string; readonly actorId: string; readonly jobId: string };
export type NoticeMeans = { readonly database: Database; readonly outbox: Outbox; readonly publicUrl: () => string };

/** The mails of what one change told. */
export async function mailNotices(means: NoticeMeans, { workspaceId, jobId }: NoticeJob): Promise<void> {
  const waiting = await means.database.within(workspaceId, (db) =>
    db
      .selectFrom("notification")
      .select(["id", "recipient_id"])
      .where("workspace_id", "=", workspaceId)
      .where("change_id", "=", jobId)
      .where("by_mail", "=", true)
      .where("mailed_at", "is", null)
      .execute(),
  );
  for (const one of waiting) await mailNotice(means, { workspaceId, id: one.id, recipientId: one.recipient_id });
}

type One = { readonly workspaceId: string; readonly id: string; readonly recipientId: string };

/**
 * Written as its reader would see it: in their language, and not at all when they no longer may. Taken once: the mail is put
 * into the outbox in the transaction that marks it.
 */
export async function mailNotice({ database, outbox, publicUrl }: NoticeMeans, { workspaceId, id, recipientId }: One): Promise<void> {
  const who = await loadWho(database, workspaceId, recipientId);
  const found = who && (await database.read({ ...who, origin: "job" }, (tx) => findNotification(tx, id)));
  await database.within(workspaceId, async (db) => {
    const { rows } = await sql<{ email: string }>`
      update notification n set mailed_at = clock_timestamp() from app_user u
      where n.workspace_id = ${workspaceId} and n.id = ${id} and n.mailed_at is null and u.workspace_id = n.workspace_id and u.id = n.recipient_id
      returning u.email`.execute(db);
    const [to] = rows;
    if (!to || !found || !who) return;
    const words = wordsOf(found.notification, { locale: who.actor.locale, address: publicUrl(), reminder: found.reminder });
    const mail: NewMail = { workspaceId, kind: found.notification.kind, to: to.email, userId: recipientId, notificationId: id, ...words };
    await outbox.put(db, mail);
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
