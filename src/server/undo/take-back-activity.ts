import { mayDeleteActivity, mayEditActivity } from "#domain/activity/policy.ts";
import { mayEditMessage, mayWriteMessages } from "#domain/message/policy.ts";
import type { FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { findActivity, saveActivity } from "#server/activity/activity-store.ts";
import { findMessage, saveMessage, type MessageChange } from "#server/message/message-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import type { StoredFact } from "#server/undo/stored-fact.ts";

/** What the caller has worked out: the fields of before, those a later change holds, what the undo is told as. */
export type Way = {
  readonly before: Record<string, unknown>;
  readonly heldIn: (row: Record<string, unknown>) => string[];
  readonly kind: FactKind;
  readonly force: boolean;
};

export async function takeBackActivity(tx: WriteTx, fact: StoredFact, { before, heldIn, kind, force }: Way): Promise<string[]> {
  const row = await findActivity(tx, fact.record_id);
  if (!row) throw new Refusal("request.notFound");
  // One that was recorded as done at once was made by its fact.
  const isMade = fact.kind === "activity.created" || (fact.kind === "activity.done" && "kind" in fact.fields);
  if (!(isMade || "deleted_at" in fact.fields ? mayDeleteActivity(tx.actor, row) : mayEditActivity(tx.actor, row)))
    throw new Refusal("request.forbidden");
  if (isMade) {
    if (!row.deleted_at) await saveActivity(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, "activity.deleted");
    return [];
  }
  const held = heldIn(row);
  if (held.length === 0 || force) await saveActivity(tx, row, instants(before), kind);
  return held;
}

export async function takeBackMessage(tx: WriteTx, fact: StoredFact, { before, heldIn, kind, force }: Way): Promise<string[]> {
  const row = await findMessage(tx, fact.record_id);
  if (!row) throw new Refusal("request.notFound");
  const isPinning = fact.kind === "message.pinned" || fact.kind === "message.unpinned";
  if (!(isPinning ? mayWriteMessages(tx.actor, row) : mayEditMessage(tx.actor, row))) throw new Refusal("request.forbidden");
  if (fact.kind === "message.created") {
    if (!row.deleted_at) await saveMessage(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, "message.deleted");
    return [];
  }
  const held = heldIn(row);
  const change: MessageChange = { ...instants(before), ...("body" in before ? { edited_at: tx.at } : {}) };
  if (held.length === 0 || force) await saveMessage(tx, row, change, kind);
  return held;
}

/** Instants come out of a fact as text. */
export function instants(fields: Record<string, unknown>): Record<string, never> {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => [
      field,
      (field.endsWith("_at") && typeof value === "string" ? new Date(value) : value) as never,
    ]),
  );
}
