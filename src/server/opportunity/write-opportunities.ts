import { sql } from "kysely";
import { Refusal } from "#domain/shared/refusal.ts";
import { changedColumns, entersState, STATE } from "#server/opportunity/opportunity-store.ts";
import type { OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { updateMany, type Step } from "#server/platform/update-many.ts";

/** Changes of many opportunities, told already: a statement for the records and one for their history. */
export async function writeOpportunities(tx: WriteTx, steps: readonly Step<OpportunityColumns>[]): Promise<void> {
  const columns = new Set(steps.flatMap(({ before, after }) => changedColumns(before, after)));
  if ((await updateMany(tx, "opportunity", [...columns], steps)) !== steps.length) throw new Refusal("record.stale");
  const moved = steps.filter(({ before, after }) => entersState(before, after));
  await writeStates(
    tx,
    moved.map(({ after }) => after.id),
  );
}

/** Ends the present states and begins the next ones. */
export async function writeStates(tx: WriteTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    with ended as (
      update opportunity_state set valid_until = greatest(${tx.at}::timestamptz, valid_from)
      where workspace_id = ${tx.actor.workspaceId} and opportunity_id = any (${[...ids]}::uuid[]) and valid_until is null
      returning opportunity_id, valid_until
    )
    insert into opportunity_state (workspace_id, opportunity_id, valid_from, change_id, ${sql.join(STATE.map((column) => sql.ref(column)))}, deleted)
    select o.workspace_id, o.id, coalesce(e.valid_until, ${tx.at}::timestamptz), ${tx.change.id}, ${sql.join(STATE.map((column) => sql.ref(`o.${column}`)))}, o.deleted_at is not null
    from opportunity o left join ended e on e.opportunity_id = o.id
    where o.workspace_id = ${tx.actor.workspaceId} and o.id = any (${[...ids]}::uuid[])
  `.execute(tx.db);
}
