import { sql } from "kysely";
import { TOLD_AS } from "#domain/custom-field/custom-field.ts";
import type { ReadTx } from "#server/platform/database.ts";

/** Whose change came first, told with a stale write. */
export type LastWriter = { readonly name: string; readonly at: string };

/** A page that was open for longer is told what changed, not by whom. */
const LOOKED_BACK_DAYS = 30;

/** Those whose columns have other names. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  address: ["street", "postal_code", "city", "region", "country"],
  budgetPerPerson: ["budget_minor"],
};

/** Who wrote one of the fields of this body last; else who changed the record last. */
export async function findLastWriter(tx: ReadTx, recordId: string, body: unknown): Promise<LastWriter | undefined> {
  const { rows } = await sql<{ name: string; at: Date }>`
    select u.name, f.at from fact f join app_user u on u.workspace_id = f.workspace_id and u.id = f.actor_id
    where f.workspace_id = ${tx.actor.workspaceId} and f.record_id = ${recordId}
      and f.at > ${tx.at}::timestamptz - make_interval(days => ${LOOKED_BACK_DAYS})
    order by (f.fields ?| ${columnsOf(body)}::text[]) desc, f.at desc, f.id desc limit 1`.execute(tx.db);
  const [last] = rows;
  return last && { name: last.name, at: last.at.toISOString() };
}

function columnsOf(body: unknown): readonly string[] {
  const { custom = {}, ...others } = (body ?? {}) as { readonly custom?: object };
  return [...Object.keys(others).flatMap(columnsOfField), ...Object.keys(custom).map((key) => `${TOLD_AS}${key}`)];
}

function columnsOfField(field: string): readonly string[] {
  const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return COLUMNS[field] ?? [column, `${column}_minor`];
}
