import { sql } from "kysely";
import { supplierEndpoints } from "#contract/supplier.ts";
import { mayDeleteFromCatalogue, mayReadCatalogue, mayWriteCatalogue } from "#domain/product/policy.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { presentPhone } from "#server/contact/phone-number.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { cursorValues, orderOf, readKeyset, readPage, type SortFields } from "#server/platform/keyset.ts";
import {
  getSupplier,
  insertSupplier,
  refuseTakenName,
  saveSupplier,
  supplierColumns,
  type StoredSupplier,
} from "#server/product/supplier-store.ts";

const ORDERS: SortFields = { name: { expression: sql.raw("s.name"), cast: "text", nullable: false, collate: true } };
const ID = sql.raw("s.id");

type Row = StoredSupplier & { readonly products: string; readonly cursor_values: unknown };

const PRODUCTS = sql`(select count(*) from product p where p.workspace_id = s.workspace_id and p.supplier_id = s.id and p.deleted_at is null) as products`;

export const listSuppliers = handle(supplierEndpoints.listSuppliers, {
  subject: nothing,
  allow: mayReadCatalogue,
  run: async ({ tx, query }) => {
    const { cursor, limit, count, q } = query;
    const keyset = readKeyset(ORDERS, "name", { cursor, filters: { q } });
    // Suppliers are few: a pattern over folded names needs no index of its own.
    const matching = sql<boolean>`s.workspace_id = ${tx.actor.workspaceId} and s.deleted_at is null
      ${q ? sql`and fold(concat_ws(' ', s.name, s.city)) like '%' || fold(${q.replace(/[\\%_]/g, "\\$&")}) || '%'` : sql``}`;
    const page = await readPage(
      keyset,
      limit,
      async (piece, most) =>
        (
          await sql<Row>`select s.*, ${PRODUCTS}, ${cursorValues(keyset)} as cursor_values from supplier s where ${matching} and ${piece} ${orderOf(keyset, ID)} limit ${most}`.execute(
            tx.db,
          )
        ).rows,
      ID,
    );
    const total = count
      ? await sql<{ count: string }>`select count(*) as count from supplier s where ${matching}`.execute(tx.db)
      : undefined;
    return {
      data: page.rows.map((row) => present(tx, row)),
      page: { nextCursor: page.nextCursor },
      ...(total ? { total: Number(total.rows[0]?.count ?? 0) } : {}),
    };
  },
});

export const showSupplier = handle(supplierEndpoints.showSupplier, {
  subject: ({ tx, params }) => visibleSupplier(tx, params.id),
  allow: mayReadCatalogue,
  run: ({ tx, subject }) => showOneSupplier(tx, subject.id),
});

/** Without the right a record does not exist. */
async function visibleSupplier(tx: ReadTx, id: string): Promise<StoredSupplier> {
  if (!mayReadCatalogue(tx.actor)) throw new Refusal("request.notFound");
  return getSupplier(tx, id);
}

export const createSupplier = handle(supplierEndpoints.createSupplier, {
  subject: nothing,
  allow: mayWriteCatalogue,
  run: async ({ tx, body }) => {
    await refuseTakenName(tx, body.name, null);
    return showOneSupplier(tx, await insertSupplier(tx, body));
  },
});

export const editSupplier = handle(supplierEndpoints.editSupplier, {
  subject: ({ tx, params }) => getSupplier(tx, params.id),
  allow: mayWriteCatalogue,
  current: (tx, subject) => showOneSupplier(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    await refuseTakenName(tx, body.name, subject.id);
    await saveSupplier(tx, subject, supplierColumns(tx, body), "supplier.edited");
    return showOneSupplier(tx, subject.id);
  },
});

export const deleteSupplier = handle(supplierEndpoints.deleteSupplier, {
  subject: ({ tx, params }) => getSupplier(tx, params.id),
  allow: mayDeleteFromCatalogue,
  current: (tx, subject) => showOneSupplier(tx, subject.id),
  run: async ({ tx, subject }) => {
    const { products } = await showOneSupplier(tx, subject.id);
    if (products > 0) throw new Refusal("record.inUse", { products });
    await saveSupplier(tx, subject, { deleted_at: tx.at }, "supplier.deleted");
  },
});

async function showOneSupplier(tx: ReadTx, id: string) {
  const { rows } = await sql<Row>`select s.*, ${PRODUCTS}, null as cursor_values from supplier s
    where s.workspace_id = ${tx.actor.workspaceId} and s.id = ${id}`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error("a supplier that was just loaded is gone");
  return present(tx, row);
}

function present(tx: ReadTx, row: Row) {
  return {
    id: row.id,
    name: row.name,
    country: row.country,
    city: row.city,
    email: row.email,
    phone: presentPhone(row, tx.agency.country),
    website: row.website,
    notes: row.notes,
    products: Number(row.products),
    can: { edit: mayWriteCatalogue(tx.actor), delete: mayDeleteFromCatalogue(tx.actor) },
    version: row.version,
  };
}
