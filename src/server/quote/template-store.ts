import type { Selectable } from "kysely";
import type { QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { QuoteTemplateTable } from "#server/platform/db.gen.ts";

type Columns = Selectable<QuoteTemplateTable>;
export type StoredTemplate = Omit<Columns, "sheet"> & { readonly sheet: QuoteSheet };

export async function findTemplate(tx: ReadTx, id: string): Promise<StoredTemplate | undefined> {
  const row = await tx.db
    .selectFrom("quote_template")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && { ...row, sheet: row.sheet as unknown as QuoteSheet };
}

export async function getTemplate(tx: ReadTx, id: string): Promise<StoredTemplate> {
  const row = await findTemplate(tx, id);
  if (!row || row.deleted_at) throw new Refusal("request.notFound");
  return row;
}

export type TemplateChange = Partial<Pick<StoredTemplate, "name" | "description" | "sheet" | "deleted_at">>;

export function templateColumns({ sheet, ...change }: TemplateChange) {
  if (sheet === undefined) return change;
  const { days, lines, currency } = sheet;
  return { ...change, sheet: JSON.stringify(sheet), days_count: days.length, lines_count: lines.length, currency };
}

export async function saveTemplate(tx: WriteTx, before: StoredTemplate, change: TemplateChange, kind: FactKind): Promise<void> {
  const fields = fieldsChanged<Record<string, unknown>>(told(before), told(change));
  if (Object.keys(fields).length === 0) return;
  const written = await tx.db
    .updateTable("quote_template")
    .set({ ...templateColumns(change), version: before.version + 1, updated_at: tx.at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new Refusal("record.stale");
  tx.change.tell({ kind, type: "quoteTemplate", id: before.id, name: change.name ?? before.name, fields, version: before.version + 1 });
}

export function told({ name, description, sheet, deleted_at }: TemplateChange): Record<string, unknown> {
  const every = { name, description, sheet, deleted_at: deleted_at && deleted_at.toISOString() };
  return Object.fromEntries(Object.entries(every).filter(([, value]) => value !== undefined));
}
