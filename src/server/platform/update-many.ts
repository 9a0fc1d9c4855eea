import { sql } from "kysely";
import type { WriteTx } from "#server/platform/database.ts";
import type { DB } from "#server/platform/db.gen.ts";

type Versioned = { readonly id: string; readonly version: number };
/** A record as it was read, and as it shall be. */
export type Step<Row extends Versioned = Versioned> = { readonly before: Row; readonly after: Row };

/**
 * Many rows of one table changed in one statement, each from the version it was read at. Returns how many were: fewer
 * than the steps means that somebody was faster.
 */
export async function updateMany(
  tx: WriteTx,
  table: keyof DB & string,
  columns: readonly string[],
  steps: readonly Step[],
): Promise<number> {
  if (steps.length === 0) return 0;
  const rows = steps.map(({ after }) => Object.fromEntries(["id", ...columns].map((column) => [column, after[column as "id"]])));
  const read = [steps.map(({ before }) => before.id), steps.map(({ before }) => before.version)] as const;
  const { numAffectedRows } = await sql`update ${sql.table(table)} t
    set ${sql.join(columns.map((column) => sql`${sql.ref(column)} = ${sql.ref(`r.${column}`)}`))}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r
    join unnest(${read[0]}::uuid[], ${read[1]}::integer[]) as read (id, version) on read.id = r.id
    where t.workspace_id = ${tx.actor.workspaceId} and t.id = r.id and t.version = read.version`.execute(tx.db);
  return Number(numAffectedRows ?? 0n);
}
