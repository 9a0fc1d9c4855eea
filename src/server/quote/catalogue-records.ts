import type { ProductCategory } from "#domain/product/product.ts";
import type { CatalogueProduct, CatalogueStep } from "#domain/quote/catalogue-lines.ts";
import type { StepKind, StepProduct, TextByLanguage } from "#domain/step/step.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { pricedOf } from "#server/product/new-lines.ts";
import type { StoredProduct } from "#server/product/product-store.ts";
import type { StoredStep } from "#server/step/part-store.ts";

/** Found by id, or left out: what was deleted has only its name. */
export type Found<Part> = { readonly byId: ReadonlyMap<string, Part>; readonly deleted: readonly string[] };

type Stored = { readonly id: string; readonly name: string; readonly deleted_at: Date | null };

async function rowsOf<Row extends Stored>(tx: ReadTx, table: "product" | "step", ids: readonly string[]): Promise<Row[]> {
  if (ids.length === 0) return [];
  const rows = await tx.db
    .selectFrom(table as "step")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", [...new Set(ids)])
    .execute();
  return rows as unknown as Row[];
}

const namesOfDeleted = (rows: readonly Stored[]): string[] => rows.flatMap(({ name, deleted_at }) => (deleted_at === null ? [] : [name]));

export async function findProducts(tx: ReadTx, ids: readonly string[]): Promise<Found<CatalogueProduct>> {
  const rows = await rowsOf<StoredProduct>(tx, "product", ids);
  return {
    byId: new Map(rows.filter(({ deleted_at }) => deleted_at === null).map((row) => [row.id, productOf(row)])),
    deleted: namesOfDeleted(rows),
  };
}

function productOf(row: StoredProduct): CatalogueProduct {
  return {
    ...pricedOf(row),
    id: row.id,
    name: row.name,
    publicName: row.public_name,
    category: row.category as ProductCategory,
    capacity: row.capacity,
    supplierId: row.supplier_id,
    destination: { country: row.country, place: row.place },
  };
}

export async function findSteps(tx: ReadTx, ids: readonly string[]): Promise<Found<CatalogueStep>> {
  const rows = await rowsOf<StoredStep>(tx, "step", ids);
  const there = rows.filter(({ deleted_at }) => deleted_at === null);
  const productsOf = (row: StoredStep): StepProduct[] => row.products as unknown as StepProduct[];
  const products = await findProducts(
    tx,
    there.flatMap((row) => productsOf(row).map(({ productId }) => productId)),
  );
  const stepOf = (row: StoredStep): CatalogueStep => ({
    id: row.id,
    kind: row.kind as StepKind,
    name: row.name,
    publicName: row.public_name,
    destination: { country: row.country, place: row.place },
    publicText: row.public_text as unknown as TextByLanguage,
    products: productsOf(row).flatMap(({ productId, repetitions }) => {
      const product = products.byId.get(productId);
      return product ? [{ product, repetitions }] : [];
    }),
  });
  return { byId: new Map(there.map((row) => [row.id, stepOf(row)])), deleted: [...namesOfDeleted(rows), ...products.deleted] };
}
