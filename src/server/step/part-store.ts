import type { Selectable } from "kysely";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { NO_TEXT, type TextByLanguage } from "#domain/step/step.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { StepTable, TripTemplateTable } from "#server/platform/db.gen.ts";
import { newId } from "#server/platform/new-id.ts";

/** Steps and trip templates are written and told in one way. */
export type Parts = { readonly step: Selectable<StepTable>; readonly trip_template: Selectable<TripTemplateTable> };
export type PartTable = keyof Parts;
export type StoredStep = Parts["step"];
export type StoredTemplate = Parts["trip_template"];

const TYPES = { step: "step", trip_template: "tripTemplate" } as const;
const JSON_COLUMNS: ReadonlySet<string> = new Set(["public_text", "products", "pictures", "days"]);
const NOT_TOLD: ReadonlySet<string> = new Set(["workspace_id", "id", "version", "created_at", "updated_at"]);

export async function findPart<Table extends PartTable>(tx: ReadTx, table: Table, id: string): Promise<Parts[Table] | undefined> {
  const row = await tx.db
    .selectFrom(table as "step")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row as unknown as Parts[Table] | undefined;
}

export async function getPart<Table extends PartTable>(
  tx: ReadTx,
  table: Table,
  { id, deleted = false }: { readonly id: string; readonly deleted?: boolean },
): Promise<Parts[Table]> {
  const row = await findPart(tx, table, id);
  if (!row || (row.deleted_at !== null && !deleted)) throw new Refusal("request.notFound");
  return row;
}

type PartBody = {
  readonly name?: string | undefined;
  readonly publicName?: string | null | undefined;
  readonly destination?: { readonly country: string | null; readonly place: string | null } | undefined;
  readonly publicText?: { readonly [Language in keyof TextByLanguage]?: string | null | undefined } | undefined;
  readonly notes?: string | null | undefined;
  readonly isArchived?: boolean | undefined;
};

/** What steps and templates have alike, as columns; what was not sent is not there. */
export function partColumns(tx: ReadTx, body: PartBody, before: StoredStep | StoredTemplate | undefined): Record<string, unknown> {
  const wasArchived = before?.archived_at ?? null;
  return sentOnly({
    name: body.name,
    public_name: body.publicName,
    country: body.destination?.country,
    place: body.destination?.place,
    public_text: body.publicText && { ...NO_TEXT, ...(before?.public_text as object | undefined), ...sentOnly(body.publicText) },
    notes: body.notes,
    archived_at: body.isArchived === undefined ? undefined : body.isArchived ? (wasArchived ?? tx.at) : null,
  });
}

export function sentOnly(columns: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

export async function insertPart(
  tx: WriteTx,
  table: PartTable,
  columns: Record<string, unknown> & { readonly name: string },
): Promise<string> {
  const id = newId();
  const row = { public_text: NO_TEXT, ...columns, workspace_id: tx.actor.workspaceId, id, created_at: tx.at, updated_at: tx.at };
  await tx.db
    .insertInto(table as "step")
    .values(storable(row) as never)
    .execute();
  const kind: FactKind = `${TYPES[table]}.created`;
  tx.change.tell({ kind, type: TYPES[table], id, name: columns.name, fields: fieldsChanged({}, told(columns)), version: 1 });
  return id;
}

export type PartAct = "edited" | "deleted" | "restored";

export async function savePart<Table extends PartTable>(
  tx: WriteTx,
  table: Table,
  { before, change, act }: { readonly before: Parts[Table]; readonly change: Record<string, unknown>; readonly act: PartAct },
): Promise<void> {
  const fields = fieldsChanged(told(before as Record<string, unknown>), told(change));
  if (Object.keys(fields).length === 0) return;
  const version = before.version + 1;
  const written = await tx.db
    .updateTable(table as "step")
    .set({ ...storable(change), version, updated_at: tx.at } as never)
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new Refusal("record.stale");
  const kind: FactKind = `${TYPES[table]}.${act}`;
  const name = (change["name"] as string | undefined) ?? before.name;
  tx.change.tell({ kind, type: TYPES[table], id: before.id, name, fields, version });
}

function storable(columns: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [column, JSON_COLUMNS.has(column) ? JSON.stringify(value) : value]),
  );
}

/** Told as they read back: instants as text, parts of a value in one order whoever wrote them. */
function told(columns: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(columns).filter(([column]) => !NOT_TOLD.has(column));
  return Object.fromEntries(entries.map(([column, value]) => [column, JSON.parse(JSON.stringify(value ?? null), inOneOrder) as unknown]));
}

function inOneOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
