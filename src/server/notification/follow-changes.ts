import { sql } from "kysely";
import { foldNotices, isWriting, noticesOf, type Notice, type NotificationKind } from "#domain/notification/notification.ts";
import { writeNotices } from "#server/notification/write-notices.ts";
import type { Follow, Telling, Writer } from "#server/platform/change.ts";

const SILENT: ReturnType<Follow> = { hear: () => undefined, end: async () => undefined };
/** An import gives many: they are counted as they come. */
const FOLDED_AT = 1000;

/** Who is told of a change, worked out from what it tells: no verb can forget to, and none has to know. */
export const followChanges: Follow = (tx, origin) => {
  if (origin === "system") return SILENT;
  const { userId } = tx.actor;
  const [written, won]: [Telling[], Telling[]] = [[], []];
  let notices: Notice[] = [];
  const hear = (fact: Telling): void => {
    notices.push(...noticesOf(fact, userId));
    if (notices.length > FOLDED_AT) notices = foldNotices(notices);
    if (isWriting(fact)) written.push(fact);
    if (fact.kind === "opportunity.won" && origin !== "import") won.push(fact);
    // The one who started it may be elsewhere by now.
    if (fact.kind === "import.done" && origin === "import")
      notices.push({ kind: "finished", recipientId: userId, record: { type: fact.type, id: fact.id, name: fact.name }, count: 1 });
  };
  const end: ReturnType<Follow>["end"] = async ({ id, undoes }) => {
    const reassured = undoes === null ? new Set<string>() : await withdraw(tx, undoes);
    for (const fact of written) notices.push(...(await readersOf(tx, fact)));
    if (undoes === null) for (const fact of won) notices.push(...(await colleaguesOf(tx, fact)));
    const told = foldNotices(notices).filter(({ recipientId }) => !reassured.has(recipientId));
    await writeNotices(tx, { notices: told, changeId: id, actorId: userId });
  };
  return { hear, end };
};

/**
 * What a change told is unsaid with it, as far as nobody read it. Those who then know nothing are not told of the undo either:
 * their ids.
 */
async function withdraw(tx: Writer, changeId: string): Promise<Set<string>> {
  const { workspaceId } = tx.actor;
  const { rows } = await sql<{ recipient_id: string }>`
    with gone as (
      delete from notification where workspace_id = ${workspaceId} and change_id = ${changeId} and read_at is null
      returning id, recipient_id, by_mail, mailed_at
    ), unsent as (
      delete from mail m using gone where m.workspace_id = ${workspaceId} and m.notification_id = gone.id and m.state in ('held', 'queued')
      returning m.notification_id
    )
    select recipient_id from gone where not by_mail or mailed_at is null or id in (select notification_id from unsent)`.execute(tx.db);
  return new Set(rows.map((row) => row.recipient_id));
}

type Reader = { readonly recipient_id: string; readonly kind: NotificationKind };

/** Those a text mentions, once each; of a new one also those who wrote on the same record before. */
async function readersOf(tx: Writer, fact: Telling): Promise<Notice[]> {
  const { workspaceId, userId } = tx.actor;
  const on = fact.opportunityId
    ? sql`e.opportunity_id = ${fact.opportunityId}`
    : fact.clientId
      ? sql`e.client_id = ${fact.clientId} and e.opportunity_id is null`
      : sql`e.contact_id = ${fact.contactId ?? null} and e.opportunity_id is null and e.client_id is null`;
  const isNew = fact.kind === "message.created";
  const { rows } = await sql<Reader>`
    with mentioned as (
      select x.user_id from message_mention x where x.workspace_id = ${workspaceId} and x.message_id = ${fact.id} and x.user_id <> ${userId}
    )
    select user_id as recipient_id, 'mention' as kind from mentioned where not exists (
      select 1 from notification n where n.workspace_id = ${workspaceId} and n.recipient_id = mentioned.user_id and n.record_id = ${fact.id} and n.kind = 'mention')
    union all
    select distinct e.author_id, 'reply' from message e
    where ${isNew} and e.workspace_id = ${workspaceId} and ${on} and e.deleted_at is null and e.author_id <> ${userId}
      and e.author_id not in (select user_id from mentioned)`.execute(tx.db);
  return rows.map(({ kind, recipient_id }) => ({ kind, recipientId: recipient_id, record: aboutOf(fact), count: 1 }));
}

/** Its manager and its team, when somebody else won it. */
async function colleaguesOf(tx: Writer, fact: Telling): Promise<Notice[]> {
  const { managerId = null, teamId = null } = fact.visibility?.at(-1) ?? {};
  const { rows } = await sql<{ user_id: string }>`
    select m.user_id from team_member m where m.workspace_id = ${tx.actor.workspaceId} and m.team_id = ${teamId}
    union select ${managerId}::uuid where ${managerId}::uuid is not null`.execute(tx.db);
  return rows.flatMap(({ user_id }) =>
    user_id === tx.actor.userId ? [] : [{ kind: "won" as const, recipientId: user_id, record: aboutOf(fact), count: 1 }],
  );
}

const aboutOf = ({ type, id, name }: Telling) => ({ type, id, name });
