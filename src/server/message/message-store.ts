import type { Selectable } from "kysely";
import { maySeeMessages } from "#domain/message/policy.ts";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { mentionedIn } from "#server/message/mentionable.ts";
import type { MessageOwner } from "#server/message/message-owner.ts";
import { lockOpportunities, touchOpportunity, untouchOpportunity } from "#server/opportunity/follow-opportunity.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { MessageTable } from "#server/platform/db.gen.ts";
import { newId } from "#server/platform/new-id.ts";

type MessageColumns = Selectable<MessageTable>;
export type StoredMessage = MessageColumns & {
  readonly managerId: string | null;
  readonly teamId: string | null;
  readonly opportunityId: string | null;
  readonly clientId: string | null;
  readonly authorId: string;
};
export type MessageChange = Partial<Pick<MessageColumns, "body" | "pinned_at" | "pinned_by" | "edited_at" | "deleted_at" | "deleted_by">>;

export async function findMessage(tx: ReadTx, id: string): Promise<StoredMessage | undefined> {
  const row = await tx.db
    .selectFrom("message")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && placedMessage(row);
}

export async function getMessage(tx: ReadTx, id: string): Promise<StoredMessage> {
  const row = await findMessage(tx, id);
  if (!row || row.deleted_at || row.owner_deleted || !maySeeMessages(tx.actor, row)) throw new Refusal("request.notFound");
  return row;
}

function placedMessage(row: MessageColumns): StoredMessage {
  return {
    ...row,
    managerId: row.opportunity_manager_id,
    teamId: row.opportunity_team_id,
    opportunityId: row.opportunity_id,
    clientId: row.client_id,
    authorId: row.author_id,
  };
}

export async function insertMessage(tx: WriteTx, owner: MessageOwner, body: string): Promise<StoredMessage> {
  const mentions = await mentionedIn(tx, body, owner);
  if (owner.opportunityId) await lockOpportunities(tx, [owner.opportunityId]);
  const row = await tx.db
    .insertInto("message")
    .values({
      workspace_id: tx.actor.workspaceId,
      id: newId(),
      opportunity_id: owner.opportunityId,
      client_id: owner.clientId,
      contact_id: owner.column === "contact_id" ? owner.id : null,
      author_id: tx.actor.userId,
      body,
      created_at: tx.at,
      updated_at: tx.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  const after = placedMessage(row);
  await keepText(tx, after, mentions);
  await follow(tx, after);
  tellOf(tx, { kind: "message.created", before: {}, after });
  return after;
}

/** Every path of a change: the text that comes is kept in the history, who it mentions may see the record. */
export async function saveMessage(tx: WriteTx, before: StoredMessage, change: MessageChange, kind: FactKind): Promise<void> {
  const isNewText = change.body !== undefined && change.body !== before.body;
  const mentions = isNewText ? await mentionedIn(tx, change.body ?? "", before) : [];
  if (before.opportunity_id) await lockOpportunities(tx, [before.opportunity_id]);
  const row = await tx.db
    .updateTable("message")
    .set({ ...change, version: before.version + 1, updated_at: tx.at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .returningAll()
    .executeTakeFirst();
  if (!row) throw new Refusal("record.stale");
  const after = placedMessage(row);
  if (isNewText) await keepText(tx, after, mentions);
  await follow(tx, after);
  tellOf(tx, { kind, before, after });
}

async function keepText(tx: WriteTx, { id, version, body }: StoredMessage, mentions: readonly string[]): Promise<void> {
  const here = { workspace_id: tx.actor.workspaceId, message_id: id };
  await tx.db
    .insertInto("message_version")
    .values({ ...here, version, body, at: tx.at, by_id: tx.actor.userId })
    .execute();
  if (version > 1)
    await tx.db.deleteFrom("message_mention").where("workspace_id", "=", tx.actor.workspaceId).where("message_id", "=", id).execute();
  if (mentions.length === 0) return;
  await tx.db
    .insertInto("message_mention")
    .values(mentions.map((user_id) => ({ ...here, user_id })))
    .execute();
}

/** A message is a touch of its opportunity; a deleted one is none. */
async function follow(tx: WriteTx, message: StoredMessage): Promise<void> {
  if (!message.opportunity_id) return;
  if (message.deleted_at) await untouchOpportunity(tx, message.opportunity_id, message.id);
  else await touchOpportunity(tx, message.opportunity_id, { sourceId: message.id, kind: "message", at: message.created_at });
}

type Story = { readonly kind: FactKind; readonly before: MessageChange; readonly after: StoredMessage };
const TOLD = ["body", "pinned_at", "pinned_by", "deleted_at"] as const;

function tellOf(tx: WriteTx, { kind, before, after }: Story): void {
  const pick = (row: MessageChange): Record<string, unknown> =>
    Object.fromEntries(TOLD.map((column) => [column, row[column] instanceof Date ? row[column].toISOString() : (row[column] ?? null)]));
  tx.change.tell({
    kind,
    type: "message",
    id: after.id,
    name: "",
    opportunityId: after.opportunity_id,
    clientId: after.client_id,
    contactId: after.contact_id,
    fields: fieldsChanged(pick(before), pick(after)),
    version: after.version,
    ...(after.opportunity_id === null ? {} : { visibility: [{ managerId: after.managerId, teamId: after.teamId }] }),
  });
}
