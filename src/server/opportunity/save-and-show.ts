import type { Opportunity } from "#contract/opportunity.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import { beginSaving, type Columns } from "#server/opportunity/opportunity-store.ts";
import { showOne } from "#server/opportunity/present-opportunity.ts";
import type { WriteTx } from "#server/platform/database.ts";

/** Writes a change and shows what became of it, in one round trip. */
export async function saveAndShow(
  tx: WriteTx,
  before: OpportunityColumns,
  change: Columns,
  telling: Parameters<typeof beginSaving>[3],
): Promise<Opportunity> {
  const { writing } = await beginSaving(tx, before, change, telling);
  const [shown] = await Promise.all([showOne(tx, before.id), writing]);
  return shown;
}
