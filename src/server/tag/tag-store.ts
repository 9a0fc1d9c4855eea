import { sql, type RawBuilder } from "kysely";
import { refuseField } from "#domain/shared/refusal.ts";
import { heldAfter, heldWith, idsSeenAs, MOST_TAGS, seenAs, type KnownTags } from "#domain/tag/tags.ts";
import type { ReadTx } from "#server/platform/database.ts";

export type Tagged = "opportunity" | "client" | "contact";

/** Every tag of the agency, deleted and merged ones too: they are few. */
export async function knownTags(tx: ReadTx): Promise<KnownTags> {
  const rows = await tx.db
    .selectFrom("tag")
    .select(["id", "merged_into", "deleted_at"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .execute();
  return new Map(rows.map(({ id, merged_into, deleted_at }) => [id, { id, mergedInto: merged_into, isDeleted: deleted_at !== null }]));
}

/** A body whose tags are those the record will hold: what a person wants it to have, checked, and what it keeps unseen. */
export async function withHeldTags<Body extends { readonly tagIds?: string[] | undefined }>(
  tx: ReadTx,
  held: readonly string[],
  body: Body,
): Promise<Body> {
  if (body.tagIds === undefined) return body;
  const known = await knownTags(tx);
  refuseUnknownTags(known, body.tagIds, "/tagIds");
  return { ...body, tagIds: heldAfter(known, held, body.tagIds) };
}

/** One that was deleted is none any more. */
export function refuseUnknownTags(known: KnownTags, ids: readonly string[], pointer: string): void {
  for (const [at, id] of ids.entries()) if (seenAs(known, id) === undefined) throw refuseField(`${pointer}/${at}`, "reference.unknown");
}

/** A filter whose tags are all that records may hold of them. One that was deleted finds nothing. */
export async function withKnownTags<Filter extends { readonly tag?: string[] | undefined }>(
  tx: ReadTx,
  filter: Filter,
  pointer = "/tag",
): Promise<Filter> {
  if (!filter.tag?.length) return { ...filter, tag: undefined };
  const known = await knownTags(tx);
  if (filter.tag.some((id) => !known.has(id))) throw refuseField(pointer, "reference.unknown");
  return { ...filter, tag: idsSeenAs(known, filter.tag) };
}

/** The condition of a list; `o` is an opportunity, `c` a client or contact. */
export function hasTag(record: Tagged, ids: readonly string[]): RawBuilder<boolean> {
  const its = aliasOf(record);
  // One value alone is estimated by how popular it is: a rare tag begins with its records, a popular one with the order.
  const wanted = ids.length === 1 ? sql`= ${ids[0]}` : sql`= any (${[...ids]}::uuid[])`;
  return sql<boolean>`exists (select 1 from ${sql.table(`${record}_tag`)} l
    where l.workspace_id = ${sql.ref(`${its}.workspace_id`)} and ${sql.ref(`l.${record}_id`)} = ${sql.ref(`${its}.id`)} and l.tag_id ${wanted})`;
}

/** The same within a larger question: one of these tags, or any at all, as a reader sees them. */
export function isSeenWithTag(record: Tagged, ids: RawBuilder<unknown> | undefined): RawBuilder<boolean> {
  const its = sql.ref(aliasOf(record));
  const wanted =
    ids &&
    sql` and t.id in (select coalesce(w.merged_into, w.id) from tag w where w.workspace_id = ${its}.workspace_id and w.id = any (${ids}))`;
  return sql<boolean>`exists (select 1 from ${sql.table(`${record}_tag`)} l
    join tag m on m.workspace_id = l.workspace_id and m.id = l.tag_id
    join tag t on t.workspace_id = m.workspace_id and t.id = coalesce(m.merged_into, m.id) and t.deleted_at is null
    where l.workspace_id = ${its}.workspace_id and ${sql.ref(`l.${record}_id`)} = ${its}.id${wanted ?? sql``})`;
}

export type SeenTag = { readonly id: string; readonly name: string };

/** The tags of a row as they are read, by name. */
export function tagsColumn(record: Tagged): RawBuilder<SeenTag[]> {
  const its = sql.ref(aliasOf(record));
  return sql<SeenTag[]>`case when ${its}.tag_ids = '{}' then '[]'::json else (
    select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name collate name_order, t.id), '[]') from tag t
    where t.workspace_id = ${its}.workspace_id and t.deleted_at is null
      and t.id in (select coalesce(m.merged_into, m.id) from tag m where m.workspace_id = ${its}.workspace_id and m.id = any (${its}.tag_ids))) end`;
}

const aliasOf = (record: Tagged): "o" | "c" => (record === "opportunity" ? "o" : "c");

export type TagChange = { readonly addTagIds?: string[] | undefined; readonly removeTagIds?: string[] | undefined };

/** The tags that a change of many adds and takes away, where there are some. */
export async function tagsToChange(tx: ReadTx, { addTagIds, removeTagIds }: TagChange): Promise<KnownTags | undefined> {
  if (!addTagIds && !removeTagIds) return undefined;
  const known = await knownTags(tx);
  refuseUnknownTags(known, addTagIds ?? [], "/change/addTagIds");
  refuseUnknownTags(known, removeTagIds ?? [], "/change/removeTagIds");
  return known;
}

/** The tags of one of many after it; `tooManyTags`: it keeps those it has. */
export function tagIdsAfter(
  held: readonly string[],
  known: KnownTags | undefined,
  change: TagChange,
): string[] | "tooManyTags" | undefined {
  const after = known && heldWith(known, held, { add: change.addTagIds, remove: change.removeTagIds });
  return after && after.length > Math.max(MOST_TAGS, held.length) ? "tooManyTags" : after;
}
