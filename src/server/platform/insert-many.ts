import { sql, type RawBuilder } from "kysely";
import type { WriteTx } from "#server/platform/database.ts";
import type { DB } from "#server/platform/db.gen.ts";

export type Insertion = {
  readonly table: keyof DB & string;
  readonly rows: readonly object[];
  readonly onConflict?: RawBuilder<unknown>;
};

/**
 * Many rows of some tables in one statement: what they refer to may come with it. COPY is refused under row policies, and
 * a statement for each row is slow. A column that one row gives and another does not is null in the other: defaults do not
 * apply.
 */
export async function insertMany(tx: WriteTx, insertions: readonly Insertion[]): Promise<void> {
  const filled = insertions.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) return;
  const parts = filled.map((one) => sql`${sql.ref(`new_${one.table}`)} as (${insertionOf(one)})`);
  await sql`with ${sql.join(parts)} select 1`.execute(tx.db);
}

function insertionOf({ table, rows, onConflict = sql`` }: Insertion): RawBuilder<unknown> {
  const columns = new Set<string>();
  for (const row of rows) for (const column of Object.keys(row)) columns.add(column);
  const names = [...columns];
  return sql`insert into ${sql.table(table)} (${sql.join(names.map((column) => sql.ref(column)))})
    select ${sql.join(names.map((column) => sql.ref(`r.${column}`)))}
    from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows.map(withoutNulls))}::json) r ${onConflict}`;
}

/** What is absent is null: half of the columns of a record are, and each costs the database as much as a value. */
function withoutNulls(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}
