import { sql } from "kysely";
import { tagEndpoints, type Tag } from "#contract/tag.ts";
import { mayChangeTags, mayCreateTags, mayReadTags } from "#domain/tag/policy.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { may } from "#domain/user/rights.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";
import type { Tagged } from "#server/tag/tag-store.ts";

type Count = string | null;
type Row = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly opportunities: Count;
  readonly clients: Count;
  readonly contacts: Count;
};

const MODULES = { opportunity: "opportunities", client: "clients", contact: "contacts" } as const;

/**
 * Records by tag, under the reader's own visibility; one that holds a tag and another merged into it counts once. The links
 * have the visibility of their records, so that only the deleted ones are looked up.
 */
function counts(tx: ReadTx, record: Tagged, id: string | null) {
  if (!may(tx.actor, MODULES[record], "read")) return sql`select null::uuid as tag_id, null::bigint as n where false`;
  const its = sql.ref(`l.${record}_id`);
  return sql`select coalesce(m.merged_into, m.id) as tag_id, count(distinct ${its}) as n
    from ${sql.table(`${record}_tag`)} l
    join tag m on m.workspace_id = l.workspace_id and m.id = l.tag_id
    where l.workspace_id = ${tx.actor.workspaceId} and not exists (select 1 from ${sql.table(record)} r
        where r.workspace_id = l.workspace_id and r.id = ${its} and r.deleted_at is not null)
      and (${id}::uuid is null or coalesce(m.merged_into, m.id) = ${id}::uuid) group by 1`;
}

async function tagRows(tx: ReadTx, id: string | null = null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select t.id, t.name, t.version, o.n as opportunities, c.n as clients, p.n as contacts
    from tag t
    left join (${counts(tx, "opportunity", id)}) o on o.tag_id = t.id
    left join (${counts(tx, "client", id)}) c on c.tag_id = t.id
    left join (${counts(tx, "contact", id)}) p on p.tag_id = t.id
    where t.workspace_id = ${tx.actor.workspaceId} and t.deleted_at is null and (${id}::uuid is null or t.id = ${id}::uuid)
    order by t.name collate name_order, t.id`.execute(tx.db);
  return rows;
}

function present(tx: ReadTx, { id, name, version, opportunities, clients, contacts }: Row): Tag {
  const shown = (record: Tagged, count: Count): number | null => (may(tx.actor, MODULES[record], "read") ? Number(count ?? 0) : null);
  const usage = {
    opportunities: shown("opportunity", opportunities),
    clients: shown("client", clients),
    contacts: shown("contact", contacts),
  };
  return { id, name, usage, version };
}

async function getTag(tx: ReadTx, id: string): Promise<Row> {
  const [row] = await tagRows(tx, id);
  if (!row) throw new Refusal("request.notFound");
  return row;
}

const showTag = async (tx: ReadTx, id: string): Promise<Tag> => present(tx, await getTag(tx, id));

export const listTags = handle(tagEndpoints.listTags, {
  subject: nothing,
  allow: mayReadTags,
  run: async ({ tx }) => ({ data: (await tagRows(tx)).map((row) => present(tx, row)) }),
});

export const createTag = handle(tagEndpoints.createTag, {
  subject: nothing,
  allow: mayCreateTags,
  run: async ({ tx, body }) => {
    await refuseTaken(tx, body.name, null);
    return showTag(tx, await insertTag(tx, body.name));
  },
});

/** A new word of the agency, from the settings, while tagging, or out of a file. */
export async function insertTag(tx: WriteTx, name: string): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto("tag")
    .values({ workspace_id: tx.actor.workspaceId, id, name, merged_into: null, created_at: tx.at, deleted_at: null })
    .execute();
  tx.change.tell({ kind: "parameter.created", type: "tag", id, name, fields: { name: { from: null, to: name } } });
  return id;
}

export const editTag = handle(tagEndpoints.editTag, {
  subject: ({ tx, params }) => getTag(tx, params.id),
  allow: mayChangeTags,
  current: (tx, subject) => showTag(tx, subject.id),
  run: async ({ tx, subject, body: { name } }) => {
    if (name === undefined || name === subject.name) return present(tx, subject);
    await refuseTaken(tx, name, subject.id);
    await write(tx, subject, { name });
    tx.change.tell({ kind: "parameter.edited", type: "tag", id: subject.id, name, fields: { name: { from: subject.name, to: name } } });
    return showTag(tx, subject.id);
  },
});

export const deleteTag = handle(tagEndpoints.deleteTag, {
  subject: ({ tx, params }) => getTag(tx, params.id),
  allow: mayChangeTags,
  current: (tx, subject) => showTag(tx, subject.id),
  run: async ({ tx, subject }) => {
    await write(tx, subject, { deleted_at: tx.at });
    const fields = { deleted_at: { from: null, to: tx.at.toISOString() } };
    tx.change.tell({ kind: "parameter.deleted", type: "tag", id: subject.id, name: subject.name, fields });
  },
});

export const mergeTag = handle(tagEndpoints.mergeTag, {
  subject: ({ tx, params }) => getTag(tx, params.id),
  allow: mayChangeTags,
  run: async ({ tx, subject, body }) => {
    const [into] = body.intoId === subject.id ? [] : await tagRows(tx, body.intoId);
    if (!into) throw refuseField("/intoId", "reference.unknown");
    await write(tx, subject, { merged_into: into.id, deleted_at: tx.at });
    const fields = { merged_into: { from: null, to: into.id }, deleted_at: { from: null, to: tx.at.toISOString() } };
    tx.change.tell({ kind: "parameter.edited", type: "tag", id: subject.id, name: subject.name, fields });
    await mergeThoseMergedBefore(tx, subject.id, into.id);
    return showTag(tx, into.id);
  },
});

/** One step leads from a merged tag to what it is read as. */
async function mergeThoseMergedBefore(tx: WriteTx, from: string, into: string): Promise<void> {
  const { rows } = await sql<{ id: string; name: string }>`
    update tag set merged_into = ${into}, version = version + 1
    where workspace_id = ${tx.actor.workspaceId} and merged_into = ${from} returning id, name`.execute(tx.db);
  for (const { id, name } of rows)
    tx.change.tell({ kind: "parameter.edited", type: "tag", id, name, fields: { merged_into: { from, to: into } } });
}

async function write(tx: WriteTx, row: Row, change: { name?: string; merged_into?: string; deleted_at?: Date }): Promise<void> {
  await tx.db
    .updateTable("tag")
    .set({ ...change, version: row.version + 1 })
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "=", row.id)
    .execute();
}

/** Case and accents do not make another word. */
async function refuseTaken(tx: ReadTx, name: string, except: string | null): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from tag where workspace_id = ${tx.actor.workspaceId} and deleted_at is null
      and fold(name) = fold(${name}) and id is distinct from ${except}::uuid limit 1`.execute(tx.db);
  if (rows[0]) throw new Refusal("name.taken", { id: rows[0].id }, [{ pointer: "/name", code: "value.invalid" }]);
}
