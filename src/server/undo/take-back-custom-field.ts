import { Refusal } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import { findFieldRow, saveField, type FieldChange } from "#server/custom-field/custom-field-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { before, overtakenFields, type StoredFact } from "#server/undo/stored-fact.ts";

/** By the rules of any change of a custom field: what records hold meanwhile stays readable. */
export async function takeBackCustomField(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  if (!mayChangeSettings(tx.actor)) throw new Refusal("request.forbidden");
  const row = await findFieldRow(tx, fact.record_id);
  if (!row) throw new Refusal("request.notFound");
  if (fact.kind === "parameter.created") {
    await saveField(tx, row, { deleted_at: tx.at }, "deleted");
    return [];
  }
  const held = overtakenFields(row, fact.fields);
  if (held.length > 0 && !force) return held;
  const was = before(fact.fields) as FieldChange & { readonly archived_at?: string | null };
  const { archived_at } = was;
  await saveField(tx, row, { ...was, ...(archived_at ? { archived_at: new Date(archived_at) } : {}) });
  return held;
}
