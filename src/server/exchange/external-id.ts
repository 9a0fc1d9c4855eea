import { sql } from "kysely";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

export type External = { readonly type: "client" | "contact" | "opportunity"; readonly source: string; readonly externalId: string };

/** The record another system knows by this id. Two callers of one id come one after the other: it is made once. */
export async function findByExternal(tx: ReadTx, { type, source, externalId }: External): Promise<string | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${JSON.stringify([tx.actor.workspaceId, type, source, externalId])}, 11))`.execute(
    tx.db,
  );
  const row = await tx.db
    .selectFrom("external_id")
    .select("record_id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("record_type", "=", type)
    .where("source", "=", source)
    .where("external", "=", externalId)
    .executeTakeFirst();
  return row?.record_id;
}

export async function keepExternal(tx: WriteTx, { type, source, externalId }: External, recordId: string): Promise<void> {
  await tx.db
    .insertInto("external_id")
    .values({ workspace_id: tx.actor.workspaceId, record_type: type, source, external: externalId, record_id: recordId })
    .execute();
}
