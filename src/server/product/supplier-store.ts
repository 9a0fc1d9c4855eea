import { sql, type Selectable } from "kysely";
import type { z } from "zod";
import type { supplierEndpoints } from "#contract/supplier.ts";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { readPhone } from "#server/contact/phone-number.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { SupplierTable } from "#server/platform/db.gen.ts";
import { newId } from "#server/platform/new-id.ts";

export type StoredSupplier = Selectable<SupplierTable>;
type SupplierBody = z.output<(typeof supplierEndpoints)["editSupplier"]["body"]>;

const NOT_TOLD = new Set(["workspace_id", "id", "version", "created_at", "updated_at", "phone_valid"]);

export async function getSupplier(tx: ReadTx, id: string): Promise<StoredSupplier> {
  const row = await tx.db
    .selectFrom("supplier")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (!row) throw new Refusal("request.notFound");
  return row;
}

export function supplierColumns(tx: ReadTx, { phone, ...body }: SupplierBody): Partial<StoredSupplier> {
  const read = phone ? readPhone(phone, body.country ?? tx.agency.country) : null;
  const columns = { ...body, ...(phone === undefined ? {} : { phone: read?.number ?? null, phone_valid: read?.valid ?? null }) };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** Two suppliers of one name would be taken for each other on every line. */
export async function refuseTakenName(tx: ReadTx, name: string | undefined, except: string | null): Promise<void> {
  if (name === undefined) return;
  const { rows } = await sql<{ id: string }>`
    select id from supplier where workspace_id = ${tx.actor.workspaceId} and deleted_at is null
      and fold(name) = fold(${name}) and id is distinct from ${except}::uuid limit 1`.execute(tx.db);
  if (rows[0]) throw new Refusal("name.taken", { id: rows[0].id }, [{ pointer: "/name", code: "value.invalid" }]);
}

export async function insertSupplier(tx: WriteTx, body: SupplierBody & { readonly name: string }): Promise<string> {
  const columns = supplierColumns(tx, body);
  const id = newId();
  const row = { country: null, city: null, email: null, phone: null, phone_valid: null, website: null, notes: null, deleted_at: null };
  await tx.db
    .insertInto("supplier")
    .values({ ...row, ...columns, name: body.name, workspace_id: tx.actor.workspaceId, id, created_at: tx.at, updated_at: tx.at })
    .execute();
  tx.change.tell({ kind: "supplier.created", type: "supplier", id, name: body.name, fields: fieldsChanged({}, told(columns)), version: 1 });
  return id;
}

export async function saveSupplier(tx: WriteTx, before: StoredSupplier, change: Partial<StoredSupplier>, kind: FactKind): Promise<void> {
  const fields = fieldsChanged(before as Record<string, unknown>, told(change));
  if (Object.keys(fields).length === 0) return;
  const version = before.version + 1;
  const written = await tx.db
    .updateTable("supplier")
    .set({ ...change, version, updated_at: tx.at })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new Refusal("record.stale");
  tx.change.tell({ kind, type: "supplier", id: before.id, name: change.name ?? before.name, fields, version });
}

function told(columns: Partial<StoredSupplier>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(columns).filter(([column]) => !NOT_TOLD.has(column)));
}
