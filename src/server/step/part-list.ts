import { sql, type RawBuilder } from "kysely";
import type { ReadTx } from "#server/platform/database.ts";
import { cursorValues, orderOf, readKeyset, readPage, type SortFields } from "#server/platform/keyset.ts";
import type { Parts, PartTable } from "#server/step/part-store.ts";

const ORDERS: SortFields = {
  name: { expression: sql.raw("p.name"), cast: "text", nullable: false, collate: true },
  updatedAt: { expression: sql.raw("p.updated_at"), cast: "timestamptz", nullable: false },
};
const ID = sql.raw("p.id");

export type PartQuery = {
  readonly sort: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
  readonly count?: "exact" | undefined;
  readonly q?: string | undefined;
  readonly country?: string[] | undefined;
  readonly archived?: boolean | undefined;
  readonly deleted?: boolean | undefined;
};

/** A page of steps or trip templates, with what else its list may ask. */
export async function listParts<Table extends PartTable>(
  tx: ReadTx,
  table: Table,
  { query, also }: { readonly query: PartQuery; readonly also: readonly RawBuilder<boolean>[] },
): Promise<{ readonly rows: Parts[Table][]; readonly nextCursor: string | null; readonly total: number | undefined }> {
  const { sort, cursor, limit, count, ...filters } = query;
  const keyset = readKeyset(ORDERS, sort, { cursor, filters });
  const conditions = sql<boolean>`${sql.join([...conditionsOf(tx, query), ...also], sql` and `)}`;
  const page = await readPage(
    keyset,
    limit,
    async (piece, most) =>
      (
        await sql<{ readonly id: string; readonly cursor_values: unknown }>`select p.*, ${cursorValues(keyset)} as cursor_values
          from ${sql.table(table)} p where ${conditions} and ${piece} ${orderOf(keyset, ID)} limit ${most}`.execute(tx.db)
      ).rows,
    ID,
  );
  const total = count
    ? await sql<{ count: string }>`select count(*) as count from ${sql.table(table)} p where ${conditions}`.execute(tx.db)
    : undefined;
  return { rows: page.rows as unknown as Parts[Table][], nextCursor: page.nextCursor, total: total && Number(total.rows[0]?.count ?? 0) };
}

function conditionsOf(tx: ReadTx, { q, country, archived, deleted }: PartQuery): RawBuilder<boolean>[] {
  const conditions = [
    sql<boolean>`p.workspace_id = ${tx.actor.workspaceId}`,
    sql<boolean>`p.deleted_at is ${sql.raw(deleted ? "not null" : "null")}`,
  ];
  if (!deleted) conditions.push(sql<boolean>`p.archived_at is ${sql.raw(archived ? "not null" : "null")}`);
  if (country?.length) conditions.push(sql<boolean>`p.country = any (${country})`);
  // A catalogue has thousands of them, not millions: each word is a pattern over the folded text.
  for (const word of (q ?? "").split(/\s+/).filter(Boolean))
    conditions.push(
      sql<boolean>`fold(concat_ws(' ', p.name, p.public_name, p.place)) like '%' || fold(${word.replace(/[\\%_]/g, "\\$&")}) || '%'`,
    );
  return conditions;
}
