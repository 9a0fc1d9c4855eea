import { sql } from "kysely";
import type { ReadTx } from "#server/platform/database.ts";

/** Beyond these a change is a bulk one: it would fill the table of locks. */
const MOST = 200;

/**
 * Writers of one record go one after the other, before it is read: of two with the same version the second sees what the
 * first left. Held until the transaction ends; taken in one order, so that nobody waits for one another.
 */
export async function lockRecords(tx: ReadTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0 || ids.length > MOST) return;
  const keys = [...new Set(ids)].sort().map((id) => `${tx.actor.workspaceId}:${id}`);
  await sql`select pg_advisory_xact_lock(hashtextextended(key, 11)) from unnest(${keys}::text[]) key`.execute(tx.db);
}
