import { customFieldEndpoints, type CustomFieldAnswer } from "#contract/custom-field.ts";
import { hasOptions, isCustomKey, keyOfLabel, type CustomOption, type CustomRecord } from "#domain/custom-field/custom-field.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import {
  findFieldRow,
  findFieldRows,
  refuseOptions,
  refuseTakenLabel,
  refuseTooMany,
  saveField,
  usedFields,
  type FieldRow,
} from "#server/custom-field/custom-field-store.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";

function present(row: FieldRow, used: ReadonlySet<string>): CustomFieldAnswer {
  return {
    id: row.id,
    recordType: row.record_type,
    key: row.key,
    label: row.label,
    type: row.type,
    options: [...row.options],
    group: row.group_name,
    position: row.position,
    important: row.important,
    help: row.help,
    archived: row.archived_at !== null,
    inUse: used.has(row.id),
    version: row.version,
  };
}

async function presentAll(tx: ReadTx, rows: readonly FieldRow[]): Promise<CustomFieldAnswer[]> {
  const used = await usedFields(
    tx,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => present(row, used));
}

async function presentOne(tx: ReadTx, id: string): Promise<CustomFieldAnswer> {
  const [one] = await presentAll(tx, [await getField(tx, id)]);
  if (!one) throw new Refusal("request.notFound");
  return one;
}

async function getField(tx: ReadTx, id: string): Promise<FieldRow> {
  const row = await findFieldRow(tx, id);
  if (!row || row.deleted_at) throw new Refusal("request.notFound");
  return row;
}

type WrittenOption = { readonly id?: string | undefined; readonly label: string; readonly archived?: boolean | undefined };

/** An id that is not known here is not taken over: it would be another field's. */
function optionsOf(written: readonly WrittenOption[], known: readonly CustomOption[]): CustomOption[] {
  return written.map(({ id, label, archived }, at) => {
    const before = id === undefined ? undefined : known.find((option) => option.id === id);
    if (id !== undefined && !before) throw refuseField(`/options/${at}/id`, "reference.unknown");
    return { id: before?.id ?? newId(), label, archived: archived ?? before?.archived ?? false };
  });
}

export const listCustomFields = handle(customFieldEndpoints.listCustomFields, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, query }) => {
    const rows = await findFieldRows(tx, query.recordType ?? null);
    return { data: await presentAll(tx, query.archived ? rows : rows.filter(({ archived_at }) => archived_at === null)) };
  },
});

export const createCustomField = handle(customFieldEndpoints.createCustomField, {
  subject: nothing,
  allow: mayChangeSettings,
  run: async ({ tx, body }) => {
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
    return presentOne(tx, id);
  },
});

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

export const editCustomField = handle(customFieldEndpoints.editCustomField, {
  subject: ({ tx, params }) => getField(tx, params.id),
  allow: mayChangeSettings,
  current: (tx, subject) => presentOne(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const { options: written, group, archived, ...plain } = body;
    if (body.label !== undefined) refuseTakenLabel(await findFieldRows(tx, subject.record_type), body.label, subject.id);
    const type = body.type ?? subject.type;
    const options = !hasOptions(type) ? [] : written ? optionsOf(written, subject.options) : subject.options;
    refuseOptions(type, options);
    const given = Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined));
    await saveField(tx, subject, {
      ...given,
      options,
      ...(group === undefined ? {} : { group_name: group }),
      ...(archived === undefined || archived === (subject.archived_at !== null) ? {} : { archived_at: archived ? tx.at : null }),
    });
    return presentOne(tx, subject.id);
  },
});

export const orderCustomFields = handle(customFieldEndpoints.orderCustomFields, {
  subject: nothing,
  allow: mayChangeSettings,
  run: async ({ tx, body }) => {
    const rows = await findFieldRows(tx, body.recordType);
    const known = new Map(rows.map((row) => [row.id, row]));
    if (!body.ids.every((id) => known.has(id))) throw new Refusal("request.notFound");
    if (body.ids.length !== known.size || new Set(body.ids).size !== known.size) throw refuseField("/ids", "value.invalid");
    for (const [position, id] of body.ids.entries()) {
      const row = known.get(id);
      if (row) await saveField(tx, row, { position });
    }
    return { data: await presentAll(tx, await findFieldRows(tx, body.recordType)) };
  },
});

export const deleteCustomField = handle(customFieldEndpoints.deleteCustomField, {
  subject: ({ tx, params }) => getField(tx, params.id),
  allow: mayChangeSettings,
  current: (tx, subject) => presentOne(tx, subject.id),
  run: ({ tx, subject }) => saveField(tx, subject, { deleted_at: tx.at }, "deleted"),
});
