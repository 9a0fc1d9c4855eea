import { sql, type Kysely } from "kysely";
import type { DB } from "#server/platform/db.gen.ts";

/** Rights, teams or sessions changed: whoever is known is asked for again, in every process, at the commit. */
export async function forgetIdentities(db: Kysely<DB>): Promise<void> {
  await sql`select pg_notify('escale_identities', '')`.execute(db);
}
