import { sql } from "kysely";
import { hasOptions, MOST_FIELDS, type CustomField, type CustomOption, type CustomRecord } from "#domain/custom-field/custom-field.ts";
import { fieldsChanged } from "#domain/shared/fact.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { foldText } from "#domain/shared/text.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

/** A custom field as it is stored. */
export type FieldRow = {
  readonly id: string;
  readonly record_type: CustomRecord;
  readonly key: string;
  readonly label: string;
  readonly type: CustomField["type"];
  readonly options: readonly CustomOption[];
  readonly group_name: string | null;
  readonly position: number;
  readonly important: boolean;
  readonly help: string | null;
  readonly archived_at: Date | null;
  readonly deleted_at: Date | null;
  readonly version: number;
};

/** What may change of it, each told. */
export type FieldChange = Partial<Omit<FieldRow, "id" | "record_type" | "key" | "version">>;

const columns = sql.raw(
  "f.id, f.record_type, f.key, f.label, f.type, f.options, f.group_name, f.position, f.important, f.help, f.archived_at, f.deleted_at, f.version",
);

type Also = { readonly deleted?: boolean };

export async function findFieldRows(tx: ReadTx, recordType: CustomRecord | null = null, also: Also = {}): Promise<FieldRow[]> {
  const present = also.deleted ? sql`` : sql` and f.deleted_at is null`;
  const { rows } = await sql<FieldRow>`select ${columns} from custom_field f where f.workspace_id = ${tx.actor.workspaceId}
    and (${recordType}::text is null or f.record_type = ${recordType}::text)${present}
    order by f.record_type, f.position, f.id`.execute(tx.db);
  return rows;
}

/** Also a deleted one: its deletion may be taken back. */
export async function findFieldRow(tx: ReadTx, id: string): Promise<FieldRow | undefined> {
  const { rows } =
    await sql<FieldRow>`select ${columns} from custom_field f where f.workspace_id = ${tx.actor.workspaceId} and f.id = ${id}`.execute(
      tx.db,
    );
  return rows[0];
}

export function fieldOf(row: FieldRow): CustomField {
  const { id, record_type, key, label, type, options, important } = row;
  const archived = row.archived_at !== null || row.deleted_at !== null;
  return { id, recordType: record_type, key, label, type, options, important, archived };
}

export async function customFieldsOf(tx: ReadTx, recordType: CustomRecord): Promise<CustomField[]> {
  return (await findFieldRows(tx, recordType)).map(fieldOf);
}

/** The ids of the fields of which a record, deleted ones counted, holds a value. */
export async function usedFields(tx: ReadTx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`select wanted.id from unnest(${[...ids]}::uuid[]) wanted (id)
    where exists (select 1 from custom_value v where v.workspace_id = ${tx.actor.workspaceId} and v.field_id = wanted.id)`.execute(tx.db);
  return new Set(rows.map(({ id }) => id));
}

async function usedOptions(tx: ReadTx, fieldId: string, options: readonly string[]): Promise<boolean> {
  if (options.length === 0) return false;
  const { rows } = await sql`select 1 from custom_value v where v.workspace_id = ${tx.actor.workspaceId} and v.field_id = ${fieldId}
    and v.words collate name_order = any (${[...options]}::text[]) limit 1`.execute(tx.db);
  return rows.length > 0;
}

export function refuseTakenLabel(rows: readonly FieldRow[], label: string, except?: string): void {
  if (rows.some((row) => row.id !== except && foldText(row.label) === foldText(label)))
    throw new Refusal("name.taken", {}, [{ pointer: "/label", code: "value.invalid" }]);
}

export function refuseTooMany(rows: readonly FieldRow[]): void {
  if (rows.length >= MOST_FIELDS) throw refuseField("/recordType", "fields.tooMany");
}

/** A list offers something, and nothing twice. */
export function refuseOptions(type: CustomField["type"], options: readonly CustomOption[]): void {
  if (hasOptions(type) && options.length === 0) throw refuseField("/options", "value.required");
  const labels = options.map(({ label }) => foldText(label));
  const twice = labels.findIndex((label, at) => labels.indexOf(label) !== at);
  if (twice >= 0) throw refuseField(`/options/${twice}/label`, "option.twice");
}

/** What records hold stays readable: no other type, no option less, no deletion under a value. */
async function refuseUnderValues(tx: ReadTx, before: FieldRow, after: FieldRow): Promise<void> {
  const dropped = before.options.filter(({ id }) => !after.options.some((option) => option.id === id)).map(({ id }) => id);
  if (before.type === after.type && !after.deleted_at) {
    if (await usedOptions(tx, before.id, dropped))
      throw new Refusal("customField.inUse", {}, [{ pointer: "/options", code: "option.inUse" }]);
    return;
  }
  const isUsed = (await usedFields(tx, [before.id])).size > 0;
  if (isUsed && after.deleted_at) throw new Refusal("customField.inUse");
  if (isUsed) throw new Refusal("customField.inUse", {}, [{ pointer: "/type", code: "type.inUse" }]);
}

/** Writes a change with its fact; records stand in the order of a list as it is now. */
export async function saveField(tx: WriteTx, before: FieldRow, change: FieldChange, kind: "edited" | "deleted" = "edited"): Promise<void> {
  const after: FieldRow = { ...before, ...change };
  const fields = fieldsChanged(before as Record<string, unknown>, change as Record<string, unknown>);
  if (Object.keys(fields).length === 0) return;
  await refuseUnderValues(tx, before, after);
  await sql`update custom_field set label = ${after.label}, type = ${after.type}, options = ${JSON.stringify(after.options)}::jsonb,
      group_name = ${after.group_name}, position = ${after.position}, important = ${after.important}, help = ${after.help},
      archived_at = ${after.archived_at}, deleted_at = ${after.deleted_at}, version = version + 1
    where workspace_id = ${tx.actor.workspaceId} and id = ${before.id}`.execute(tx.db);
  if ("options" in fields) await orderByOptions(tx, after);
  tx.change.tell({ kind: `parameter.${kind}`, type: "customField", id: before.id, name: after.label, fields });
}

async function orderByOptions(tx: WriteTx, { id, options }: FieldRow): Promise<void> {
  await sql`update custom_value v set figure = option.place
    from jsonb_array_elements(${JSON.stringify(options)}::jsonb) with ordinality option (entry, place)
    where v.workspace_id = ${tx.actor.workspaceId} and v.field_id = ${id} and v.words collate name_order = option.entry ->> 'id'
      and v.figure is distinct from option.place`.execute(tx.db);
}
