import { sql } from "kysely";
import type { Step } from "#contract/step.ts";
import { mayDeleteFromCatalogue, mayWriteCatalogue } from "#domain/product/policy.ts";
import type { StepProduct, TextByLanguage } from "#domain/step/step.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { StoredStep } from "#server/step/part-store.ts";

type Named = Step["products"][number];
type Picture = Step["pictures"][number];
type ProductRow = {
  readonly id: string;
  readonly name: string;
  readonly category: string;
  readonly supplier_id: string | null;
  readonly supplier: string | null;
  readonly deleted: boolean;
};
type PictureRow = Omit<Picture, "size"> & { readonly bytes: string };

/** Steps as they are shown: one question for the products of all of them, one for their pictures, one for their templates. */
export async function presentSteps(tx: ReadTx, rows: readonly StoredStep[]): Promise<Step[]> {
  if (rows.length === 0) return [];
  const products = await productsOf(tx, rows);
  const pictures = await picturesOf(tx, rows);
  const templates = await templatesOf(tx, rows);
  return rows.map((row) => presentStep(tx, row, { products, pictures, templates: templates.get(row.id) ?? 0 }));
}

type Around = {
  readonly products: ReadonlyMap<string, Omit<Named, "repetitions">>;
  readonly pictures: ReadonlyMap<string, Picture>;
  readonly templates: number;
};

function presentStep(tx: ReadTx, row: StoredStep, { products, pictures, templates }: Around): Step {
  const present = <Value>(value: Value | undefined): Value[] => (value === undefined ? [] : [value]);
  return {
    id: row.id,
    kind: row.kind as Step["kind"],
    name: row.name,
    publicName: row.public_name,
    destination: { country: row.country, place: row.place },
    publicText: row.public_text as unknown as TextByLanguage,
    products: (row.products as unknown as StepProduct[]).flatMap(({ productId, repetitions }) =>
      present(products.get(productId)).map((product) => ({ ...product, repetitions })),
    ),
    pictures: (row.pictures as unknown as string[]).flatMap((id) => present(pictures.get(id))),
    notes: row.notes,
    isArchived: row.archived_at !== null,
    templates,
    can: { edit: mayWriteCatalogue(tx.actor), delete: mayDeleteFromCatalogue(tx.actor) },
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
    version: row.version,
  };
}

async function productsOf(tx: ReadTx, rows: readonly StoredStep[]): Promise<Around["products"]> {
  const ids = rows.flatMap((row) => (row.products as unknown as StepProduct[]).map(({ productId }) => productId));
  const found = await sql<ProductRow>`
    select p.id, p.name, p.category, p.supplier_id, s.name as supplier, p.deleted_at is not null as deleted
    from product p left join supplier s on s.workspace_id = p.workspace_id and s.id = p.supplier_id
    where p.workspace_id = ${tx.actor.workspaceId} and p.id = any (${[...new Set(ids)]}::uuid[])`.execute(tx.db);
  return new Map(
    found.rows.map((row) => [
      row.id,
      {
        product: { id: row.id, name: row.name },
        category: row.category as Named["category"],
        supplier: row.supplier_id === null ? null : { id: row.supplier_id, name: row.supplier ?? "" },
        isDeleted: row.deleted,
      },
    ]),
  );
}

async function picturesOf(tx: ReadTx, rows: readonly StoredStep[]): Promise<Around["pictures"]> {
  const ids = rows.map(({ id }) => id);
  const found = await sql<PictureRow>`select id, name, content_type as type, byte_size as bytes, width, height from step_picture
    where workspace_id = ${tx.actor.workspaceId} and step_id = any (${ids}::uuid[])`.execute(tx.db);
  return new Map(found.rows.map(({ bytes, ...row }) => [row.id, { ...row, size: Number(bytes) }]));
}

async function templatesOf(tx: ReadTx, rows: readonly StoredStep[]): Promise<ReadonlyMap<string, number>> {
  const ids = rows.map(({ id }) => id);
  const found = await sql<{ id: string; count: string }>`
    select step.id, count(distinct t.id) as count from trip_template t, jsonb_array_elements(t.days) day, jsonb_array_elements_text(day -> 'stepIds') step (id)
    where t.workspace_id = ${tx.actor.workspaceId} and t.deleted_at is null and step.id = any (${ids}::text[]) group by step.id`.execute(
    tx.db,
  );
  return new Map(found.rows.map(({ id, count }) => [id, Number(count)]));
}
