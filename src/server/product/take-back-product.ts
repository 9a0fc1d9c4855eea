import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { mayDeleteFromCatalogue, mayWriteCatalogue } from "#domain/product/policy.ts";
import { fieldsChanged, type FactFields, type FactKind } from "#domain/shared/fact.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { linesOfOpportunity } from "#server/opportunity/opportunity-products.ts";
import { findOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { moved, writeLine } from "#server/product/change-lines.ts";
import { tellLines, writePositions } from "#server/product/line-store.ts";
import { saveProduct, type StoredProduct } from "#server/product/product-store.ts";
import { saveSupplier, type StoredSupplier } from "#server/product/supplier-store.ts";

export type ProductFact = {
  readonly kind: FactKind;
  readonly record_type: string;
  readonly record_id: string;
  readonly fields: FactFields;
};

/** The amount is told with a line but follows from it: what is taken back is the line. */
const FOLLOWS = "amount_minor";

/** Takes back what happened to a line; returns the fields a later change holds. */
export async function takeBackLine(tx: WriteTx, fact: ProductFact, force: boolean): Promise<string[]> {
  const line = await tx.db
    .selectFrom("product_line")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .executeTakeFirstOrThrow();
  const opportunity = await findOpportunity(tx, line.opportunity_id);
  if (!opportunity) throw new Refusal("request.notFound");
  if (!mayEditOpportunity(tx.actor, opportunity)) throw new Refusal("request.forbidden");
  const { [FOLLOWS]: _follows, ...fields } = fact.fields;
  if (fact.kind === "productLine.added") {
    if (line.deleted_at) return [];
    await writeLine(tx, line, { deleted_at: tx.at });
    await writePositions(tx, await linesOfOpportunity(tx, opportunity.id));
    await tellLines(tx, opportunity, [
      { kind: "productLine.removed", line, fields: { deleted_at: { from: null, to: tx.at.toISOString() } } },
    ]);
    return [];
  }
  if (fact.kind === "productLine.removed") {
    if (!line.deleted_at) return [];
    await writeLine(tx, line, { deleted_at: null });
    const others = (await linesOfOpportunity(tx, opportunity.id)).filter(({ id }) => id !== line.id);
    await writePositions(tx, others.toSpliced(line.position, 0, { ...line, position: -1 }));
    await tellLines(tx, opportunity, [
      { kind: "productLine.added", line, fields: { deleted_at: { from: line.deleted_at.toISOString(), to: null } } },
    ]);
    return [];
  }
  const held = overtaken(line, fields);
  if (held.length > 0 && !force) return held;
  const { position, ...columns } = before(fields);
  await writeLine(tx, line, columns);
  const places = await moved(tx, line, position as number | undefined);
  await tellLines(tx, opportunity, [{ kind: "productLine.edited", line, fields: { ...fieldsChanged(line as never, columns), ...places } }]);
  return held;
}

/** The same for a product of the catalogue or a supplier. */
export async function takeBackCatalogue(tx: WriteTx, fact: ProductFact, force: boolean): Promise<string[]> {
  const isMade = fact.kind.endsWith(".created");
  if (!(isMade || "deleted_at" in fact.fields ? mayDeleteFromCatalogue(tx.actor) : mayWriteCatalogue(tx.actor)))
    throw new Refusal("request.forbidden");
  const product = fact.record_type === "product" ? await findStored(tx, "product", fact.record_id) : undefined;
  const supplier = product ? undefined : await findStored(tx, "supplier", fact.record_id);
  const row = product ?? supplier ?? {};
  const held = isMade ? [] : overtaken(row, fact.fields);
  if (held.length > 0 && !force) return held;
  const columns = isMade ? { deleted_at: tx.at } : before(fact.fields);
  const isDeletion = isMade || (fact.fields["deleted_at"]?.from === null ? false : "deleted_at" in fact.fields);
  if (product) await saveProduct(tx, product, columns, isDeletion ? "product.deleted" : "product.edited");
  if (supplier) await saveSupplier(tx, supplier, columns, isDeletion ? "supplier.deleted" : "supplier.edited");
  return held;
}

function findStored<Table extends "product" | "supplier">(tx: WriteTx, table: Table, id: string) {
  return tx.db
    .selectFrom(table as "product")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow() as unknown as Promise<Table extends "product" ? StoredProduct : StoredSupplier>;
}

function before(fields: FactFields): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([field, { from }]) => [field, from]));
}

/** Figures come back from the database with their zeros: they are compared as numbers are written. */
function overtaken(row: object, fields: FactFields): string[] {
  const now = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
  return Object.entries(fields)
    .filter(([field, { to }]) => JSON.stringify(plain(now[field])) !== JSON.stringify(plain(to)))
    .map(([field]) => field);
}

function plain(value: unknown): unknown {
  return typeof value === "string" && /^-?\d+\.\d+$/.test(value) ? value.replace(/\.?0+$/, "") : (value ?? null);
}
