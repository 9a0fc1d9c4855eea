import type { Selectable } from "kysely";
import { amountWhenProductsChange } from "#domain/opportunity/amount.ts";
import { totalsOfLines, type ProductLine, type ProductTotals } from "#domain/product/product-line.ts";
import { plainDecimal, type OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { withChosenQuote } from "#server/opportunity/opportunity-quotes.ts";
import type { ReadTx } from "#server/platform/database.ts";
import type { ProductLineTable } from "#server/platform/db.gen.ts";

export type StoredLine = Selectable<ProductLineTable>;

/** What the products come to, or nothing while there is no line. */
export function productsMinorOf(row: Pick<OpportunityColumns, "products_minor">): bigint | null {
  return row.products_minor === null ? null : BigInt(row.products_minor);
}

export function lineOf(row: StoredLine): ProductLine {
  return {
    quantity: plainDecimal(row.quantity),
    unitPrice: plainDecimal(row.unit_price),
    unitCost: row.unit_cost === null ? null : plainDecimal(row.unit_cost),
    discountPercent: plainDecimal(row.discount_percent),
  };
}

export function linesOfOpportunity(tx: ReadTx, opportunityId: string): Promise<StoredLine[]> {
  return tx.db
    .selectFrom("product_line")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("opportunity_id", "=", opportunityId)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

type ProductColumns = Pick<OpportunityColumns, "products_count" | "products_minor" | "products_margin_minor">;

export function columnsOfTotals({ count, totalMinor, marginMinor }: ProductTotals): ProductColumns {
  return {
    products_count: count,
    products_minor: totalMinor === null ? null : totalMinor.toString(),
    products_margin_minor: marginMinor === null ? null : marginMinor.toString(),
  };
}

/**
 * Whatever changed: lines keep their digits in another currency, and an open opportunity whose amount follows the
 * products, or the chosen quote, has their total.
 */
export async function withProducts(tx: ReadTx, before: OpportunityColumns, after: OpportunityColumns): Promise<OpportunityColumns> {
  const recount = after.currency !== before.currency && after.products_count > 0;
  const totals = recount ? columnsOfTotals(totalsOfLines((await linesOfOpportunity(tx, after.id)).map(lineOf), after.currency)) : undefined;
  const counted = { ...after, ...totals };
  const amount = amountWhenProductsChange(
    { minor: BigInt(counted.amount_minor), source: counted.amount_source as "products" },
    productsMinorOf(counted) ?? 0n,
    counted.outcome === "open",
  );
  return withChosenQuote({ ...counted, amount_minor: amount.minor.toString() });
}
