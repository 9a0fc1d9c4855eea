import { sql } from "kysely";
import { Refusal } from "#domain/shared/refusal.ts";
import { mayChangeTags, mayCreateTags } from "#domain/tag/policy.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { before, overtakenFields, type StoredFact } from "#server/undo/stored-fact.ts";

/** Its maker takes a tag back while no record has it; the rest is for those who change the settings. */
export async function takeBackTag(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  const isMade = fact.kind === "parameter.created";
  const permitted = mayChangeTags(tx.actor) || (isMade && mayCreateTags(tx.actor) && !(await isUsed(tx, fact.record_id)));
  if (!permitted) throw new Refusal("request.forbidden");
  const row = await tx.db
    .selectFrom("tag")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", fact.record_id)
    .executeTakeFirstOrThrow();
  const change = isMade ? { deleted_at: tx.at, merged_into: null } : before(fact.fields);
  const held = isMade ? [] : overtakenFields(row, fact.fields);
  if (held.length > 0 && !force) return held;
  const after = { ...row, ...change };
  if (after.deleted_at === null && (await isTaken(tx, after))) throw new Refusal("undo.impossible", { reason: "nameTaken" });
  await tx.db
    .updateTable("tag")
    .set({ ...change, version: row.version + 1 } as never)
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", row.id)
    .execute();
  const fields = Object.fromEntries(Object.entries(fact.fields).map(([field, { from, to }]) => [field, { from: to, to: from }]));
  tx.change.tell({ kind: isMade ? "parameter.deleted" : "parameter.edited", type: "tag", id: row.id, name: after.name, fields });
  return held;
}

async function isUsed(tx: WriteTx, id: string): Promise<boolean> {
  const links = (["opportunity_tag", "client_tag", "contact_tag"] as const).map(
    (table) => sql`select 1 from ${sql.table(table)} where workspace_id = ${tx.actor.workspaceId} and tag_id = ${id}`,
  );
  const merged = sql`select 1 from tag where workspace_id = ${tx.actor.workspaceId} and merged_into = ${id}`;
  const { rows } = await sql`${sql.join([...links, merged], sql` union all `)} limit 1`.execute(tx.db);
  return rows.length > 0;
}

async function isTaken(tx: WriteTx, { id, name }: { readonly id: string; readonly name: string }): Promise<boolean> {
  const { rows } = await sql`select 1 from tag
    where workspace_id = ${tx.actor.workspaceId} and deleted_at is null and fold(name) = fold(${name}) and id <> ${id}`.execute(tx.db);
  return rows.length > 0;
}
