import type { z } from "zod";
import type { productEndpoints } from "#contract/product.ts";
import { convertPrice, lineProblems, unitOf } from "#domain/product/product-line.ts";
import { priceOn, readPeriods, type Priced } from "#domain/product/price-period.ts";
import { firstQuantity, type QuantityType } from "#domain/product/product.ts";
import { Refusal, refuseField, type FieldProblem } from "#domain/shared/refusal.ts";
import { plainDecimal } from "#server/opportunity/opportunity-derived.ts";
import type { StoredLine } from "#server/opportunity/opportunity-products.ts";
import { rateColumns } from "#server/opportunity/opportunity-rate.ts";
import type { StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import type { StoredProduct } from "#server/product/product-store.ts";

export type NewLine = z.output<(typeof productEndpoints)["addProductLines"]["body"]>["lines"][number];

type Catalogue = ReadonlyMap<string, StoredProduct>;

/** Lines as they will be stored: from the catalogue with the price of the departure, or free. Nothing is written here. */
export async function linesFrom(tx: ReadTx, opportunity: StoredOpportunity, lines: readonly NewLine[]): Promise<StoredLine[]> {
  const catalogue = await productsOf(tx, lines);
  const made: StoredLine[] = [];
  for (const [index, line] of lines.entries()) {
    const product = line.productId === undefined ? undefined : catalogue.get(line.productId);
    if (line.productId !== undefined && !product) throw refuseField(`/lines/${index}/productId`, "reference.unknown");
    if (!product && line.name === undefined) throw refuseField(`/lines/${index}/name`, "value.required");
    const offered = product ? await offerOf(tx, opportunity, product) : {};
    made.push(lineRow(tx, opportunity, { ...offered, ...line }));
  }
  refuseProblems(made.flatMap((row, index) => lineProblems(figuresOf(row), opportunity.currency).map(under(`/lines/${index}`))));
  return made;
}

export function refuseProblems(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
}

const under =
  (path: string) =>
  (problem: FieldProblem): FieldProblem => ({ ...problem, pointer: path + problem.pointer });

async function productsOf(tx: ReadTx, lines: readonly NewLine[]): Promise<Catalogue> {
  const ids = lines.flatMap((line) => (line.productId ? [line.productId] : []));
  if (ids.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom("product")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", ids)
    .where("deleted_at", "is", null)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

type Offer = Partial<NewLine> & { readonly convertedFrom?: { readonly price: string; readonly currency: string; readonly rate: string } };

/** What the catalogue offers: figures of the day of departure, in the opportunity's currency, for its group. */
async function offerOf(tx: ReadTx, opportunity: StoredOpportunity, product: StoredProduct): Promise<Offer> {
  const { cost, price, currency, quantityType: type } = priceOn(pricedOf(product), opportunity.departs_on);
  const offer = {
    name: product.public_name ?? product.name,
    supplierId: product.supplier_id,
    unit: unitOf(type),
    quantity: String(firstQuantity(type, product.capacity, opportunity)),
  };
  if (currency === opportunity.currency) return { ...offer, unitPrice: price ?? "0", unitCost: cost };
  const from = plainDecimal((await rateColumns(tx, currency)).rate ?? "1");
  const to = plainDecimal(opportunity.rate);
  const converted = (figure: string): string => convertPrice(figure, { from, to }, opportunity.currency);
  return {
    ...offer,
    unitPrice: converted(price ?? "0"),
    unitCost: cost === null ? null : converted(cost),
    convertedFrom: { price: price ?? "0", currency, rate: convertPrice("1", { from, to }, "KWD") },
  };
}

/** A product as the domain prices it. */
export function pricedOf(product: StoredProduct): Priced {
  const plain = (figure: string | null): string | null => (figure === null ? null : plainDecimal(figure));
  return {
    cost: plain(product.unit_cost),
    price: plain(product.unit_price),
    currency: product.currency,
    quantityType: product.quantity_type as QuantityType,
    periods: readPeriods(product.periods),
  };
}

function lineRow(tx: ReadTx, opportunity: StoredOpportunity, line: Offer & NewLine): StoredLine {
  return {
    workspace_id: tx.actor.workspaceId,
    opportunity_id: opportunity.id,
    id: newId(),
    position: 0,
    product_id: line.productId ?? null,
    supplier_id: line.supplierId ?? null,
    name: line.name ?? "",
    unit: line.unit ?? "service",
    quantity: line.quantity ?? "1",
    unit_price: line.unitPrice ?? "0",
    unit_cost: line.unitCost ?? null,
    discount_percent: line.discountPercent ?? "0",
    is_supplement: line.isSupplement ?? false,
    converted_from: line.convertedFrom ?? null,
    version: 1,
    created_at: tx.at,
    deleted_at: null,
  };
}

export function figuresOf(row: StoredLine) {
  return { quantity: row.quantity, unitPrice: row.unit_price, unitCost: row.unit_cost, discountPercent: row.discount_percent };
}
