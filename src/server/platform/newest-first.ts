import { sql, type RawBuilder } from "kysely";
import { refuseField } from "#domain/shared/refusal.ts";

/** The exact instant as the database prints it: a Date would lose its microseconds. */
type Row = { readonly exact_at: string; readonly id: string };

/** What comes after a cursor in a story told newest first. */
export function newestFirst(cursor: string | undefined, columns: { readonly at: string; readonly id: string }): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`;
  const { at, id } = positionOf(cursor);
  return sql`(${sql.ref(columns.at)}, ${sql.ref(columns.id)}) < (${at}::timestamptz, ${id}::uuid)`;
}

/** One row more than asked tells whether there is a next page. */
export function nextAfter(rows: readonly Row[], limit: number): string | null {
  const last = rows[limit - 1];
  return rows.length > limit && last ? Buffer.from(JSON.stringify([last.exact_at, last.id])).toString("base64url") : null;
}

function positionOf(cursor: string): { at: string; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as unknown[];
    if (typeof at === "string" && /^[\d\-: .+]{10,40}$/.test(at) && typeof id === "string" && /^[0-9a-f-]{36}$/.test(id)) return { at, id };
  } catch {
    // Falls through to the refusal.
  }
  throw refuseField("/cursor", "cursor.invalid");
}
