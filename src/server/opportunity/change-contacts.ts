import { sql } from "kysely";
import { contactEndpoints } from "#contract/contact.ts";
import { mayDeleteContacts, mayWriteContacts } from "#domain/contact/policy.ts";
import type { KnownTags } from "#domain/tag/tags.ts";
import { changedContact, nameOf, type ContactColumns } from "#server/contact/contact-store.ts";
import { contactConditions, type ContactFilter } from "#server/contact/list-contacts.ts";
import { withCustom } from "#server/custom-field/custom-conditions.ts";
import { keepMainContacts } from "#server/opportunity/keep-main-contacts.ts";
import { AT_ONCE, changeMany, goneOf, type BulkResult, type Progress, type RefusedRow } from "#server/platform/change-many.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";
import { startWork } from "#server/platform/start-work.ts";
import { updateMany, type Step } from "#server/platform/update-many.ts";
import { tagIdsAfter, tagsToChange, withKnownTags, type TagChange } from "#server/tag/tag-store.ts";

export type ContactsChange = TagChange & { readonly delete?: true | undefined };

/** The verb lives after opportunities: those of a deleted person get another main contact. */
export const changeContacts = handle(contactEndpoints.changeContacts, {
  subject: async ({ tx, body }) => findIds(tx, body.ids, await withCustom(tx, "contact", body.filter ?? {})),
  allow: mayWriteContacts,
  run: async ({ tx, subject: ids, body, effects }) => {
    if (ids.length <= AT_ONCE) return { ...(await changeManyContacts(tx, ids, body.change)), jobId: null };
    const jobId = await startWork(tx, { kind: "bulk", total: ids.length, input: { list: "contacts", ids, change: body.change } });
    effects.status(202);
    return { changed: 0, skipped: 0, refused: [], jobId };
  },
});

async function findIds(tx: ReadTx, ids: readonly string[] | undefined, filter: ContactFilter): Promise<string[]> {
  const chosen = ids
    ? sql`c.workspace_id = ${tx.actor.workspaceId} and c.id = any (${ids}) and c.deleted_at is null`
    : contactConditions(tx, await withKnownTags(tx, filter, "/filter/tag"));
  const { rows } = await sql<{ id: string }>`select c.id from contact c where ${chosen} order by c.id`.execute(tx.db);
  return rows.map(({ id }) => id);
}

/** One change of many contacts, by the rules of one. */
export async function changeManyContacts(
  tx: WriteTx,
  ids: readonly string[],
  change: ContactsChange,
  progress?: Progress,
): Promise<BulkResult> {
  const known = await tagsToChange(tx, change);
  return changeMany(tx, ids, (some) => changeSome(tx, some, { ...change, known }), progress);
}

type Asked = ContactsChange & { readonly known: KnownTags | undefined };

const WRITTEN = ["tag_ids", "deleted_at", "deleted_by", "version", "updated_at"];

/** They are held from when they are read: a change between would be overwritten. */
async function changeSome(tx: WriteTx, ids: readonly string[], change: Asked): Promise<RefusedRow[]> {
  const rows = await tx.db
    .selectFrom("contact")
    .selectAll()
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", ids)
    .where("deleted_at", "is", null)
    .orderBy("id")
    .forUpdate()
    .execute();
  if (change.delete && !mayDeleteContacts(tx.actor)) {
    const kept = rows.map((row) => ({ id: row.id, name: nameOf(row), number: null, reason: "forbidden" as const }));
    return [...kept, ...goneOf(ids, rows)];
  }
  if (change.delete) {
    await keepMainContacts(
      tx,
      rows.map(({ id }) => id),
      () => write(tx, rows, () => ({ deleted_at: tx.at, deleted_by: tx.actor.userId })),
    );
    return goneOf(ids, rows);
  }
  const full: RefusedRow[] = [];
  await write(tx, rows, (row) => {
    const tagIds = tagIdsAfter(row.tag_ids, change.known, change);
    if (tagIds !== "tooManyTags") return tagIds ? { tag_ids: tagIds } : {};
    full.push({ id: row.id, name: nameOf(row), number: null, reason: tagIds });
    return {};
  });
  return [...full, ...goneOf(ids, rows)];
}

async function write(
  tx: WriteTx,
  rows: readonly ContactColumns[],
  columnsOf: (row: ContactColumns) => Partial<Omit<ContactColumns, "name">>,
): Promise<void> {
  const steps: Step<ContactColumns>[] = rows.flatMap((row) => {
    const columns = columnsOf(row);
    const after = changedContact(tx, row, columns, { kind: "deleted_at" in columns ? "contact.deleted" : "contact.edited" });
    return after ? [{ before: row, after }] : [];
  });
  await updateMany(tx, "contact", WRITTEN, steps);
}
