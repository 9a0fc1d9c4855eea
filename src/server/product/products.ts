import { sql, type RawBuilder } from "kysely";
import { productEndpoints, type Product } from "#contract/product.ts";
import { mayDeleteFromCatalogue, mayReadCatalogue, maySeeCosts, mayWriteCatalogue } from "#domain/product/policy.ts";
import { readPeriods } from "#domain/product/price-period.ts";
import { plainDecimal } from "#server/opportunity/opportunity-derived.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { cursorValues, orderOf, readKeyset, readPage, type SortFields } from "#server/platform/keyset.ts";
import {
  getProduct,
  insertProduct,
  productColumns,
  refuseImpossibleProduct,
  saveProduct,
  type StoredProduct,
} from "#server/product/product-store.ts";
import { Refusal } from "#domain/shared/refusal.ts";

const ORDERS: SortFields = {
  name: { expression: sql.raw("p.name"), cast: "text", nullable: false, collate: true },
  updatedAt: { expression: sql.raw("p.updated_at"), cast: "timestamptz", nullable: false },
};
const ID = sql.raw("p.id");

type Row = StoredProduct & { readonly supplier_name: string | null; readonly cursor_values: unknown };

const JOIN = sql`left join supplier s on s.workspace_id = p.workspace_id and s.id = p.supplier_id`;

export const listProducts = handle(productEndpoints.listProducts, {
  subject: nothing,
  allow: mayReadCatalogue,
  run: async ({ tx, query }) => {
    const { sort, cursor, limit, count, ...filter } = query;
    const keyset = readKeyset(ORDERS, sort, { cursor, filters: filter });
    const conditions = productConditions(tx, filter);
    const page = await readPage(
      keyset,
      limit,
      async (piece, most) =>
        (
          await sql<Row>`select p.*, s.name as supplier_name, ${cursorValues(keyset)} as cursor_values from product p ${JOIN} where ${conditions} and ${piece} ${orderOf(keyset, ID)} limit ${most}`.execute(
            tx.db,
          )
        ).rows,
      ID,
    );
    const total = count
      ? await sql<{ count: string }>`select count(*) as count from product p ${JOIN} where ${conditions}`.execute(tx.db)
      : undefined;
    return {
      data: page.rows.map((row) => present(tx, row)),
      page: { nextCursor: page.nextCursor },
      ...(total ? { total: Number(total.rows[0]?.count ?? 0) } : {}),
    };
  },
});

type Filter = {
  readonly q?: string | undefined;
  readonly supplierId?: string[] | undefined;
  readonly category?: string[] | undefined;
  readonly country?: string[] | undefined;
  readonly deleted?: boolean | undefined;
};

/** Within the join of `s`, the supplier. */
export function productConditions(tx: ReadTx, filter: Filter): RawBuilder<boolean> {
  const conditions = [
    sql<boolean>`p.workspace_id = ${tx.actor.workspaceId}`,
    sql<boolean>`p.deleted_at is ${sql.raw(filter.deleted ? "not null" : "null")}`,
  ];
  if (filter.supplierId?.length) conditions.push(sql<boolean>`p.supplier_id = any (${filter.supplierId})`);
  if (filter.category?.length) conditions.push(sql<boolean>`p.category = any (${filter.category})`);
  if (filter.country?.length) conditions.push(sql<boolean>`p.country = any (${filter.country})`);
  // A catalogue has thousands of products, not millions: each word is a pattern over the folded text.
  for (const word of (filter.q ?? "").split(/\s+/).filter(Boolean))
    conditions.push(
      sql<boolean>`fold(concat_ws(' ', p.name, p.public_name, p.place, s.name)) like '%' || fold(${word.replace(/[\\%_]/g, "\\$&")}) || '%'`,
    );
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

export const showProduct = handle(productEndpoints.showProduct, {
  subject: ({ tx, params }) => visibleProduct(tx, params.id),
  allow: mayReadCatalogue,
  run: ({ tx, subject }) => showOneProduct(tx, subject.id),
});

/** Without the right a record does not exist. */
async function visibleProduct(tx: ReadTx, id: string): Promise<StoredProduct> {
  if (!mayReadCatalogue(tx.actor)) throw new Refusal("request.notFound");
  return getProduct(tx, id);
}

export const createProduct = handle(productEndpoints.createProduct, {
  subject: nothing,
  allow: mayWriteCatalogue,
  run: async ({ tx, body }) => {
    const columns = { ...productColumns(tx, body, undefined), name: body.name };
    await refuseImpossibleProduct(tx, columns);
    return showOneProduct(tx, await insertProduct(tx, columns));
  },
});

export const editProduct = handle(productEndpoints.editProduct, {
  subject: ({ tx, params }) => visibleProduct(tx, params.id),
  allow: mayWriteCatalogue,
  current: (tx, subject) => showOneProduct(tx, subject.id),
  run: async ({ tx, subject, body }) => {
    const change = productColumns(tx, body, subject);
    await refuseImpossibleProduct(tx, { ...subject, ...change });
    await saveProduct(tx, subject, change, "product.edited");
    return showOneProduct(tx, subject.id);
  },
});

export const deleteProduct = handle(productEndpoints.deleteProduct, {
  subject: ({ tx, params }) => visibleProduct(tx, params.id),
  allow: mayDeleteFromCatalogue,
  current: (tx, subject) => showOneProduct(tx, subject.id),
  run: async ({ tx, subject }) => {
    await saveProduct(tx, subject, { deleted_at: tx.at }, "product.deleted");
  },
});

async function showOneProduct(tx: ReadTx, id: string): Promise<Product> {
  const { rows } = await sql<Row>`select p.*, s.name as supplier_name, null as cursor_values from product p ${JOIN}
    where p.workspace_id = ${tx.actor.workspaceId} and p.id = ${id}`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error("a product that was just loaded is gone");
  return present(tx, row);
}

function present(tx: ReadTx, row: Row): Product {
  const costs = maySeeCosts(tx.actor);
  const figure = (value: string | null): string | null => (value === null ? null : plainDecimal(value));
  const periods = readPeriods(row.periods);
  return {
    id: row.id,
    name: row.name,
    publicName: row.public_name,
    category: row.category as Product["category"],
    supplier: row.supplier_id === null ? null : { id: row.supplier_id, name: row.supplier_name ?? "" },
    destination: { country: row.country, place: row.place },
    quantityType: row.quantity_type as Product["quantityType"],
    capacity: row.capacity,
    currency: row.currency,
    unitCost: costs ? figure(row.unit_cost) : null,
    unitPrice: figure(row.unit_price),
    periods: costs ? periods : periods.map((period) => ({ ...period, cost: null })),
    notes: row.notes,
    can: { edit: mayWriteCatalogue(tx.actor), delete: mayDeleteFromCatalogue(tx.actor) },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
  };
}
