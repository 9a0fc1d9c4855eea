import type { Selectable } from "kysely";
import type { z } from "zod";
import type { productEndpoints } from "#contract/product.ts";
import { maySeeCosts } from "#domain/product/policy.ts";
import { keptPeriods, periodProblems, readPeriods, type PricePeriod } from "#domain/product/price-period.ts";
import type { QuantityType } from "#domain/product/product.ts";
import { fieldsChanged, type FactKind } from "#domain/shared/fact.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { Refusal, refuseField, type FieldProblem } from "#domain/shared/refusal.ts";
import { plainDecimal } from "#server/opportunity/opportunity-derived.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import type { ProductTable } from "#server/platform/db.gen.ts";
import { newId } from "#server/platform/new-id.ts";

export type StoredProduct = Selectable<ProductTable>;
export type ProductBody = z.output<(typeof productEndpoints)["editProduct"]["body"]>;

type Before = Pick<StoredProduct, "periods" | "currency" | "quantity_type">;

const NOT_TOLD = new Set(["workspace_id", "id", "version", "created_at", "updated_at"]);

export async function getProduct(tx: ReadTx, id: string): Promise<StoredProduct> {
  const row = await tx.db
    .selectFrom("product")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (!row) throw new Refusal("request.notFound");
  return row;
}

/** The body as columns; costs one may not see are neither written nor replaced. */
export function productColumns(tx: ReadTx, body: ProductBody, before: Before | undefined): Partial<StoredProduct> {
  if (!maySeeCosts(tx.actor) && (body.unitCost !== undefined || body.periods?.some((period) => period.cost !== null)))
    throw new Refusal("request.forbidden");
  const columns: Record<string, unknown> = {
    name: body.name,
    public_name: body.publicName,
    category: body.category,
    supplier_id: body.supplierId,
    country: body.destination?.country,
    place: body.destination?.place,
    quantity_type: body.quantityType,
    capacity: body.capacity,
    currency: body.currency,
    unit_cost: body.unitCost,
    unit_price: body.unitPrice,
    periods: body.periods && withHiddenCosts(tx, keptPeriods(body.periods, ownOf(tx, body, before)), before),
    notes: body.notes,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

/** What periods take from their product. */
function ownOf(tx: ReadTx, body: ProductBody, before: Before | undefined) {
  return {
    currency: body.currency ?? before?.currency ?? tx.agency.currency,
    quantityType: body.quantityType ?? ((before?.quantity_type ?? EMPTY.quantity_type) as QuantityType),
  };
}

/** Whoever edits prices without seeing costs keeps the costs of the periods that stay. */
function withHiddenCosts(tx: ReadTx, periods: readonly PricePeriod[], before: Before | undefined): readonly PricePeriod[] {
  if (maySeeCosts(tx.actor) || !before) return periods;
  const kept = readPeriods(before.periods);
  return periods.map((period) => ({ ...period, cost: kept.find((old) => isSamePeriod(old, period))?.cost ?? null }));
}

function isSamePeriod(one: PricePeriod, other: PricePeriod): boolean {
  const place = ({ from, until, weekdays, currency }: PricePeriod): string => JSON.stringify([from, until, weekdays, currency]);
  return place(one) === place(other);
}

export async function refuseImpossibleProduct(tx: ReadTx, after: Partial<StoredProduct>): Promise<void> {
  const currency = after.currency ?? tx.agency.currency;
  const periods = readPeriods(after.periods ?? []);
  const tooFine = (figure: string | null | undefined, pointer: string, of = currency): FieldProblem[] =>
    figure && parseAmount(plainDecimal(figure), of) === undefined ? [{ pointer, code: "amount.tooFine" }] : [];
  const problems = [
    ...tooFine(after.unit_cost, "/unitCost"),
    ...tooFine(after.unit_price, "/unitPrice"),
    ...periods.flatMap(({ cost, price, currency: of }, index) => [
      ...tooFine(cost, `/periods/${index}/cost`, of ?? currency),
      ...tooFine(price, `/periods/${index}/price`, of ?? currency),
    ]),
    ...periodProblems(periods),
  ];
  if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
  if (!after.supplier_id) return;
  const supplier = await tx.db
    .selectFrom("supplier")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", after.supplier_id)
    .where("deleted_at", "is", null)
    .executeTakeFirst();
  if (!supplier) throw refuseField("/supplierId", "reference.unknown");
}

const EMPTY = {
  public_name: null,
  category: "other",
  supplier_id: null,
  country: null,
  place: null,
  quantity_type: "perPerson",
  capacity: null,
  unit_cost: null,
  unit_price: null,
  periods: [],
  notes: null,
  deleted_at: null,
};

export async function insertProduct(tx: WriteTx, columns: Partial<StoredProduct> & { readonly name: string }): Promise<string> {
  const id = newId();
  const row = { ...EMPTY, currency: tx.agency.currency, ...columns };
  await tx.db
    .insertInto("product")
    .values({ ...storable(row), name: columns.name, workspace_id: tx.actor.workspaceId, id, created_at: tx.at, updated_at: tx.at } as never)
    .execute();
  tx.change.tell({
    kind: "product.created",
    type: "product",
    id,
    name: columns.name,
    fields: fieldsChanged({}, told(columns)),
    version: 1,
  });
  return id;
}

export async function saveProduct(tx: WriteTx, before: StoredProduct, change: Partial<StoredProduct>, kind: FactKind): Promise<void> {
  const fields = fieldsChanged(told(before), told(change));
  if (Object.keys(fields).length === 0) return;
  const version = before.version + 1;
  const written = await tx.db
    .updateTable("product")
    .set({ ...storable(change), version, updated_at: tx.at } as never)
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", before.id)
    .where("version", "=", before.version)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new Refusal("record.stale");
  tx.change.tell({ kind, type: "product", id: before.id, name: change.name ?? before.name, fields, version });
}

function storable(columns: Partial<StoredProduct>): Record<string, unknown> {
  return { ...columns, ...(columns.periods === undefined ? {} : { periods: JSON.stringify(columns.periods) }) };
}

/** Figures are told as they are written, without the database's zeros. */
function told(columns: Partial<StoredProduct>): Record<string, unknown> {
  const entries = Object.entries(columns).filter(([column]) => !NOT_TOLD.has(column));
  return Object.fromEntries(
    entries.map(([column, value]) => [column, column.startsWith("unit_") && typeof value === "string" ? plainDecimal(value) : value]),
  );
}
