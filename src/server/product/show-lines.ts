import { sql } from "kysely";
import { productEndpoints, type ProductLineOut, type ProductPanel } from "#contract/product.ts";
import { maySeeOpportunity } from "#domain/opportunity/policy.ts";
import { payersOf } from "#domain/opportunity/participants.ts";
import { maySeeCosts } from "#domain/product/policy.ts";
import { lineCost, lineTotal, marginOnPrice, totalsOfLines, type LineUnit } from "#domain/product/product-line.ts";
import { isOutsidePeriods, readPeriods } from "#domain/product/price-period.ts";
import { fraction, roundHalfAway } from "#domain/shared/fraction.ts";
import { formatAmount, minorDigits } from "#domain/shared/money.ts";
import { lineOf, type StoredLine } from "#server/opportunity/opportunity-products.ts";
import { getOpportunity, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import { visibleOpportunity } from "#server/opportunity/show-opportunity.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";

type Row = StoredLine & {
  readonly supplier_name: string | null;
  readonly product_name: string | null;
  readonly periods: unknown;
};

export const listProductLines = handle(productEndpoints.listProductLines, {
  subject: ({ tx, params }) => visibleOpportunity(tx, params.id),
  allow: maySeeOpportunity,
  run: ({ tx, subject }) => panelOf(tx, subject),
});

/** The panel as it is now, inside the transaction that may just have changed it. */
export async function showPanel(tx: ReadTx, opportunityId: string): Promise<ProductPanel> {
  return panelOf(tx, await getOpportunity(tx, opportunityId));
}

async function panelOf(tx: ReadTx, opportunity: StoredOpportunity): Promise<ProductPanel> {
  const { rows } = await sql<Row>`
    select l.*, s.name as supplier_name, p.name as product_name, p.periods
    from product_line l
    left join supplier s on s.workspace_id = l.workspace_id and s.id = l.supplier_id
    left join product p on p.workspace_id = l.workspace_id and p.id = l.product_id
    where l.workspace_id = ${tx.actor.workspaceId} and l.opportunity_id = ${opportunity.id} and l.deleted_at is null
    order by l.position, l.id`.execute(tx.db);
  return {
    data: rows.map((row) => presentLine(tx, opportunity, row)),
    totals: totalsOf(tx, opportunity, rows),
    opportunityVersion: opportunity.version,
  };
}

function presentLine(tx: ReadTx, opportunity: StoredOpportunity, row: Row): ProductLineOut {
  const { currency } = opportunity;
  const line = lineOf(row);
  const costs = maySeeCosts(tx.actor);
  const [total, cost] = [lineTotal(line, currency), lineCost(line, currency)];
  const periods = readPeriods(row.periods ?? []);
  return {
    id: row.id,
    position: row.position,
    product: row.product_id === null ? null : { id: row.product_id, name: row.product_name ?? "" },
    supplier: row.supplier_id === null ? null : { id: row.supplier_id, name: row.supplier_name ?? "" },
    name: row.name,
    unit: row.unit as LineUnit,
    quantity: line.quantity,
    unitPrice: withMinorDigits(line.unitPrice, currency),
    unitCost: costs && line.unitCost !== null ? withMinorDigits(line.unitCost, currency) : null,
    discountPercent: line.discountPercent,
    isSupplement: row.is_supplement,
    total: { amount: formatAmount(total, currency), currency },
    cost: costs && cost !== null ? { amount: formatAmount(cost, currency), currency } : null,
    marginPercent: costs && cost !== null ? marginOnPrice(total, total - cost) : null,
    convertedFrom: row.converted_from as unknown as ProductLineOut["convertedFrom"],
    outsidePeriods: isOutsidePeriods(periods, opportunity.departs_on),
    version: row.version,
  };
}

function totalsOf(tx: ReadTx, opportunity: StoredOpportunity, rows: readonly Row[]): ProductPanel["totals"] {
  const { currency } = opportunity;
  const { count, totalMinor, costMinor, marginMinor, withoutCost } = totalsOfLines(rows.map(lineOf), currency);
  const costs = maySeeCosts(tx.actor);
  const payers = payersOf({ ...opportunity, freePlaces: opportunity.free_places });
  const money = (minor: bigint | null) => (minor === null ? null : { amount: formatAmount(minor, currency), currency });
  return {
    count,
    total: money(totalMinor),
    cost: costs ? money(costMinor) : null,
    margin: costs ? money(marginMinor) : null,
    marginPercent: costs ? marginOnPrice(totalMinor, marginMinor) : null,
    perPerson: totalMinor === null || !payers ? null : money(roundHalfAway(fraction(totalMinor, BigInt(payers)))),
    withoutCost: costs ? withoutCost : 0,
    withoutSupplier: rows.filter((row) => row.supplier_id === null).length,
  };
}

/** "186" of EUR is shown as "186.00"; finer figures, left by a change of currency, stay as they are. */
function withMinorDigits(figure: string, currency: string): string {
  const [whole = "0", decimals = ""] = figure.split(".");
  const digits = minorDigits(currency);
  if (decimals.length > digits) return figure;
  return digits === 0 ? whole : `${whole}.${decimals.padEnd(digits, "0")}`;
}
