import { sql, type RawBuilder } from "kysely";
import type { WriteTx } from "#server/platform/database.ts";
import type { DB } from "#server/platform/db.gen.ts";

/**
 * Many rows of one table in one statement. COPY is refused under row policies, and a statement for each row is slow.
 * A column that one row gives and another does not is null in the other: defaults do not apply.
 */
export async function insertMany(
  tx: WriteTx,
  table: keyof DB & string,
  rows: readonly object[],
  onConflict: RawBuilder<unknown> = sql``,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(columns.map((column) => sql.ref(`r.${column}`)))}
    from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb) r ${onConflict}`.execute(tx.db);
}
