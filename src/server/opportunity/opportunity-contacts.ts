import { sql } from "kysely";
import { refuseField } from "#domain/shared/refusal.ts";
import { insertContact } from "#server/contact/contact-store.ts";
import { keepOneMain } from "#server/contact/main-contact.ts";
import { linkRows, type NewLink } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";

/** As in a body: a contact that exists, or one to create. */
export type ContactLink = {
  readonly contactId?: string | undefined;
  readonly contact?:
    | {
        readonly firstName?: string | null | undefined;
        readonly lastName: string;
        readonly email?: string | null | undefined;
        readonly phone?: string | null | undefined;
      }
    | undefined;
  readonly role?: string | null | undefined;
  readonly isMain?: boolean | undefined;
};

export type StoredLink = { readonly contactId: string; readonly name: string; readonly role: string | null; readonly isMain: boolean };

/** Deleted persons are not seen; their links stay, and come back with them. */
export async function linksOf(tx: ReadTx, opportunityId: string): Promise<StoredLink[]> {
  const { rows } = await sql<StoredLink>`
    select l.contact_id as "contactId", p.name, l.role, l.is_main as "isMain"
    from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
    where l.workspace_id = ${tx.actor.workspaceId} and l.opportunity_id = ${opportunityId} and p.deleted_at is null order by l.position`.execute(
    tx.db,
  );
  return rows;
}

/** As soon as there is one contact, exactly one is the main one: the one that says so, else the first. */
export function withOneMain<Link extends { readonly isMain?: boolean | undefined; readonly role?: string | null | undefined }>(
  links: readonly Link[],
): (Link & { isMain: boolean })[] {
  const chosen = links.filter((link) => link.isMain === true);
  if (chosen.length > 1) throw refuseField("/contacts", "contacts.oneMain");
  const named = links.findIndex((link) => link.isMain === true);
  const byRole = links.findIndex((link) => link.role === "main");
  const main = named >= 0 ? named : Math.max(byRole, 0);
  return links.map((link, index) => ({ ...link, isMain: index === main }));
}

/** Replaces the contacts of an opportunity. */
export async function replaceLinks(tx: WriteTx, opportunityId: string, links: readonly ContactLink[]): Promise<StoredLink[]> {
  return putLinks(tx, opportunityId, await readLinks(tx, links));
}

/** The same for persons that may have gone since: an undo brings back what was. */
export async function putLinks(tx: WriteTx, opportunityId: string, links: readonly NewLink[]): Promise<StoredLink[]> {
  const rows = linkRows(tx, opportunityId, links);
  await keepOneMain(tx, "opportunity", {
    owners: [opportunityId],
    write: async () => {
      await sql`
        delete from opportunity_contact l using contact p where p.workspace_id = l.workspace_id and p.id = l.contact_id
        and l.workspace_id = ${tx.actor.workspaceId} and l.opportunity_id = ${opportunityId}
        and (p.deleted_at is null or l.contact_id = any (${links.map((link) => link.contactId)}::uuid[]))`.execute(tx.db);
      if (rows.length > 0) await tx.db.insertInto("opportunity_contact").values(rows).execute();
    },
  });
  return linksOf(tx, opportunityId);
}

/** Links as they are written. Contacts given as new persons are created in the same change. */
export async function readLinks(tx: WriteTx, links: readonly ContactLink[]): Promise<NewLink[]> {
  const wanted: NewLink[] = [];
  for (const [index, link] of withOneMain(links).entries()) {
    const contactId = link.contactId ?? (link.contact ? await insertContact(tx, link.contact) : undefined);
    if (!contactId) throw refuseField(`/contacts/${index}/contactId`, "value.required");
    if (wanted.some((other) => other.contactId === contactId)) throw refuseField(`/contacts/${index}/contactId`, "contacts.twice");
    wanted.push({ contactId, role: link.role ?? null, isMain: link.isMain });
  }
  await refuseUnknownContacts(
    tx,
    wanted.map((link) => link.contactId),
  );
  return wanted;
}

async function refuseUnknownContacts(tx: ReadTx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const found = await tx.db
    .selectFrom("contact")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", [...ids])
    .where("deleted_at", "is", null)
    .execute();
  const missing = ids.findIndex((id) => !found.some((row) => row.id === id));
  if (missing >= 0) throw refuseField(`/contacts/${missing}/contactId`, "reference.unknown");
}
