import { mayEditDocuments } from "#domain/document/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { findDocument, saveDocument } from "#server/document/document-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import type { StoredFact } from "#server/undo/stored-fact.ts";
import { instants, type Way } from "#server/undo/take-back-activity.ts";

export async function takeBackDocument(tx: WriteTx, fact: StoredFact, { before, heldIn, kind, force }: Way): Promise<string[]> {
  const row = await findDocument(tx, fact.record_id);
  if (!row) throw new Refusal("request.notFound");
  if (!mayEditDocuments(tx.actor, row)) throw new Refusal("request.forbidden");
  if (fact.kind === "document.created") {
    if (!row.deleted_at) await saveDocument(tx, row, { deleted_at: tx.at, deleted_by: tx.actor.userId }, "document.deleted");
    return [];
  }
  const held = heldIn(row);
  if (held.length === 0 || force) await saveDocument(tx, row, instants(before), kind);
  return held;
}
