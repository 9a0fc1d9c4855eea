import type { z } from "zod";
import type { customFieldEndpoints } from "#contract/custom-field.ts";
import { hasOptions, isCustomKey, keyOfLabel, type CustomOption, type CustomRecord } from "#domain/custom-field/custom-field.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { findFieldRows, refuseOptions, refuseTakenLabel, refuseTooMany } from "#server/custom-field/custom-field-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";

export type NewField = z.output<(typeof customFieldEndpoints)["createCustomField"]["body"]>;
type WrittenOption = { readonly id?: string | undefined; readonly label: string; readonly archived?: boolean | undefined };

/** An id that is not known here is not taken over: it would be another field's. */
export function optionsOf(written: readonly WrittenOption[], known: readonly CustomOption[]): CustomOption[] {
  return written.map(({ id, label, archived }, at) => {
    const before = id === undefined ? undefined : known.find((option) => option.id === id);
    if (id !== undefined && !before) throw refuseField(`/options/${at}/id`, "reference.unknown");
    return { id: before?.id ?? newId(), label, archived: archived ?? before?.archived ?? false };
  });
}

/** At the end of those of its kind of record. Returns its id. */
export async function insertField(tx: WriteTx, body: NewField): Promise<string> {
  const rows = await findFieldRows(tx, body.recordType);
  refuseTooMany(rows);
  refuseTakenLabel(rows, body.label);
  const options = hasOptions(body.type) ? optionsOf(body.options ?? [], []) : [];
  refuseOptions(body.type, options);
  const key = await keyFor(tx, body.recordType, body);
  const id = newId();
  await tx.db
    .insertInto("custom_field")
    .values({
      workspace_id: tx.actor.workspaceId,
      id,
      record_type: body.recordType,
      key,
      label: body.label,
      type: body.type,
      options: JSON.stringify(options),
      group_name: body.group ?? null,
      position: Math.max(-1, ...rows.map(({ position }) => position)) + 1,
      important: body.important ?? false,
      help: body.help ?? null,
      archived_at: null,
      created_at: tx.at,
      deleted_at: null,
    })
    .execute();
  const fields = { label: { from: null, to: body.label }, type: { from: null, to: body.type } };
  tx.change.tell({ kind: "parameter.created", type: "customField", id, name: body.label, fields });
  return id;
}

/** Also the keys of deleted fields are taken: a deletion may be taken back. */
async function keyFor(tx: ReadTx, recordType: CustomRecord, { key, label }: { key?: string | undefined; label: string }): Promise<string> {
  const known = await tx.db
    .selectFrom("custom_field")
    .select("key")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("record_type", "=", recordType)
    .execute();
  const taken = new Set(known.map((row) => row.key));
  if (key === undefined) return keyOfLabel(label, taken);
  if (!isCustomKey(key)) throw refuseField("/key", "value.format");
  if (taken.has(key)) throw new Refusal("name.taken", {}, [{ pointer: "/key", code: "key.taken" }]);
  return key;
}
