import { totalsOfLines } from "#domain/product/product-line.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import type { FactFields, FactKind } from "#domain/shared/fact.ts";
import { columnsOfTotals, lineOf, linesOfOpportunity, type StoredLine } from "#server/opportunity/opportunity-products.ts";
import { saveOpportunity, type StoredOpportunity } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

/** The line, removed or not; its opportunity is loaded before, under the reader's own visibility. */
export async function getLine(tx: ReadTx, opportunityId: string, id: string): Promise<StoredLine> {
  const row = await tx.db
    .selectFrom("product_line")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("opportunity_id", "=", opportunityId)
    .where("id", "=", id)
    .executeTakeFirst();
  if (!row) throw new Refusal("request.notFound");
  return row;
}

type LineChange = { readonly kind: FactKind; readonly line: Pick<StoredLine, "id" | "name">; readonly fields: FactFields };

/**
 * After lines changed: their total goes to the opportunity, with its margin and, while it follows them, its amount.
 * Each line tells its own fact; the first one says what became of the amount.
 */
export async function tellLines(tx: WriteTx, before: StoredOpportunity, changes: readonly LineChange[]): Promise<StoredOpportunity> {
  const lines = (await linesOfOpportunity(tx, before.id)).map(lineOf);
  const after = await saveOpportunity(tx, before, columnsOfTotals(totalsOfLines(lines, before.currency)), "toldElsewhere");
  const amount: FactFields =
    after.amount_minor === before.amount_minor ? {} : { amount_minor: { from: before.amount_minor, to: after.amount_minor } };
  for (const [index, { kind, line, fields }] of changes.entries()) {
    tx.change.tell({
      kind,
      type: "productLine",
      id: line.id,
      name: line.name,
      opportunityId: before.id,
      clientId: before.client_id,
      fields: index === 0 ? { ...fields, ...amount } : fields,
      visibility: [{ managerId: before.manager_id, teamId: before.team_id }],
      version: after.version,
      shownBy: { type: "opportunity", id: before.id },
    });
  }
  return after;
}

/** Positions count from 0 without gaps. Lines removed meanwhile keep theirs, for coming back. */
export async function writePositions(tx: WriteTx, lines: readonly Pick<StoredLine, "id" | "position">[]): Promise<void> {
  for (const [position, line] of lines.entries()) {
    if (line.position === position) continue;
    await tx.db
      .updateTable("product_line")
      .set({ position })
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", line.id)
      .execute();
  }
}
