import { productEndpoints } from "#contract/product.ts";
import { maySeeCosts } from "#domain/product/policy.ts";
import { lineProblems } from "#domain/product/product-line.ts";
import { mayEditOpportunity } from "#domain/opportunity/policy.ts";
import { fieldsChanged, type FactFields } from "#domain/shared/fact.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { plainDecimal } from "#server/opportunity/opportunity-derived.ts";
import { linesOfOpportunity, type StoredLine } from "#server/opportunity/opportunity-products.ts";
import { getOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { getLine, tellLines, writePositions } from "#server/product/line-store.ts";
import { linesFrom, refuseProblems } from "#server/product/new-lines.ts";
import { showPanel } from "#server/product/show-lines.ts";

const NOT_TOLD = new Set(["workspace_id", "opportunity_id", "id", "version", "created_at", "converted_from", "deleted_at", "position"]);
const FIGURES = new Set(["quantity", "unit_price", "unit_cost", "discount_percent"]);

export const addProductLines = handle(productEndpoints.addProductLines, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject, body }) => {
    refuseHiddenCosts(tx, body.lines);
    await refuseUnknownSuppliers(tx, body.lines, (index) => `/lines/${index}/supplierId`);
    const lines = await linesFrom(tx, subject, body.lines);
    const present = await linesOfOpportunity(tx, subject.id);
    const at = Math.min(body.at ?? present.length, present.length);
    await tx.db
      .insertInto("product_line")
      .values(lines.map((line, index) => ({ ...storable(line), position: at + index })))
      .execute();
    await writePositions(tx, present.toSpliced(at, 0, ...lines.map((line, index) => ({ ...line, position: at + index }))));
    await tellLines(
      tx,
      subject,
      lines.map((line) => ({ kind: "productLine.added", line, fields: fieldsChanged({}, told(line)) })),
    );
    return showPanel(tx, subject.id);
  },
});

export const editProductLine = handle(productEndpoints.editProductLine, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject, params, body }) => {
    const line = await presentLine(tx, subject.id, params.lineId);
    const { position, ...change } = body;
    refuseHiddenCosts(tx, [change]);
    await refuseUnknownSuppliers(tx, [change], () => "/supplierId");
    refuseProblems(lineProblems(definedOnly(change), subject.currency));
    const columns = columnsOf(change);
    const fields: FactFields = { ...fieldsChanged(told(line), told(columns)), ...(await moved(tx, line, position)) };
    if (Object.keys(fields).length > 0) {
      await writeLine(tx, line, columns);
      await tellLines(tx, subject, [{ kind: "productLine.edited", line: { id: line.id, name: change.name ?? line.name }, fields }]);
    }
    return showPanel(tx, subject.id);
  },
});

export const removeProductLine = handle(productEndpoints.removeProductLine, {
  subject: ({ tx, params }) => getOpportunity(tx, params.id),
  allow: mayEditOpportunity,
  run: async ({ tx, subject, params }) => {
    const line = await presentLine(tx, subject.id, params.lineId);
    await writeLine(tx, line, { deleted_at: tx.at });
    await writePositions(tx, await linesOfOpportunity(tx, subject.id));
    const fields = { deleted_at: { from: null, to: tx.at.toISOString() } };
    await tellLines(tx, subject, [{ kind: "productLine.removed", line, fields }]);
    return showPanel(tx, subject.id);
  },
});

async function presentLine(tx: ReadTx, opportunityId: string, id: string): Promise<StoredLine> {
  const line = await getLine(tx, opportunityId, id);
  if (line.deleted_at) throw new Refusal("request.notFound");
  return line;
}

export async function writeLine(tx: WriteTx, line: StoredLine, columns: Partial<StoredLine>): Promise<void> {
  await tx.db
    .updateTable("product_line")
    .set({ ...(columns as object), version: line.version + 1 })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", line.id)
    .execute();
}

/** The line takes the place asked for; the others close up. */
export async function moved(tx: WriteTx, line: StoredLine, position: number | undefined): Promise<FactFields> {
  if (position === undefined || position === line.position) return {};
  const others = (await linesOfOpportunity(tx, line.opportunity_id)).filter(({ id }) => id !== line.id);
  const to = Math.min(position, others.length);
  await writePositions(tx, others.toSpliced(to, 0, line));
  return to === line.position ? {} : { position: { from: line.position, to } };
}

type Writable = {
  readonly name?: string | undefined;
  readonly supplierId?: string | null | undefined;
  readonly unit?: string | undefined;
  readonly quantity?: string | undefined;
  readonly unitPrice?: string | undefined;
  readonly unitCost?: string | null | undefined;
  readonly discountPercent?: string | undefined;
  readonly isSupplement?: boolean | undefined;
};

function columnsOf(change: Writable): Record<string, unknown> {
  const columns: Record<string, unknown> = {
    name: change.name,
    supplier_id: change.supplierId,
    unit: change.unit,
    quantity: change.quantity,
    unit_price: change.unitPrice,
    unit_cost: change.unitCost,
    discount_percent: change.discountPercent,
    is_supplement: change.isSupplement,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

function definedOnly({ quantity, unitPrice, unitCost, discountPercent }: Writable) {
  return {
    ...(quantity === undefined ? {} : { quantity }),
    ...(unitPrice === undefined ? {} : { unitPrice }),
    ...(unitCost === undefined ? {} : { unitCost }),
    ...(discountPercent === undefined ? {} : { discountPercent }),
  };
}

function storable(line: StoredLine): Omit<StoredLine, "converted_from"> & { converted_from: string | null } {
  return { ...line, converted_from: line.converted_from === null ? null : JSON.stringify(line.converted_from) };
}

/** Figures are told as they are written, without the database's zeros. */
function told(line: Partial<StoredLine>): Record<string, unknown> {
  const entries = Object.entries(line).filter(([column]) => !NOT_TOLD.has(column));
  return Object.fromEntries(
    entries.map(([column, value]) => [column, FIGURES.has(column) && typeof value === "string" ? plainDecimal(value) : value]),
  );
}

/** A cost one may not see is not written blindly either. */
function refuseHiddenCosts(tx: ReadTx, lines: readonly Writable[]): void {
  if (!maySeeCosts(tx.actor) && lines.some((line) => line.unitCost !== undefined)) throw new Refusal("request.forbidden");
}

async function refuseUnknownSuppliers(tx: ReadTx, lines: readonly Writable[], pointer: (index: number) => string): Promise<void> {
  for (const [index, { supplierId }] of lines.entries()) {
    if (!supplierId) continue;
    const found = await tx.db
      .selectFrom("supplier")
      .select("id")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", supplierId)
      .where("deleted_at", "is", null)
      .executeTakeFirst();
    if (!found) throw refuseField(pointer(index), "reference.unknown");
  }
}
