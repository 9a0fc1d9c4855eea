import { customFieldEndpoints, type CustomFieldAnswer } from "#contract/custom-field.ts";
import { hasOptions, type CustomRecord } from "#domain/custom-field/custom-field.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import {
  findFieldRow,
  findFieldRows,
  refuseOptions,
  refuseTakenLabel,
  saveField,
  usedFields,
  type FieldRow,
} from "#server/custom-field/custom-field-store.ts";
import { insertField, optionsOf } from "#server/custom-field/new-custom-field.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";

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

export const listCustomFields = handle(customFieldEndpoints.listCustomFields, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, query }) => {
    const rows = await findFieldRows(tx, query.recordType ?? null);
    return { data: await presentAll(tx, query.archived ? rows : rows.filter(({ archived_at }) => archived_at === null)) };
  },
});

/** Those of one kind of record that are in use. */
export async function customFieldsInUse(tx: ReadTx, recordType: CustomRecord) {
  const rows = await findFieldRows(tx, recordType);
  return presentAll(
    tx,
    rows.filter(({ archived_at }) => archived_at === null),
  );
}

export const createCustomField = handle(customFieldEndpoints.createCustomField, {
  subject: nothing,
  allow: mayChangeSettings,
  run: async ({ tx, body }) => presentOne(tx, await insertField(tx, body)),
});

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
