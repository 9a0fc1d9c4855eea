import { sql } from "kysely";
import { refuseField } from "#domain/shared/refusal.ts";
import { insertContact } from "#server/contact/contact-store.ts";
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

export async function linksOf(tx: ReadTx, opportunityId: string): Promise<StoredLink[]> {
  const { rows } = await sql<StoredLink>`
    select l.contact_id as "contactId", p.name, l.role, l.is_main as "isMain"
    from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
    where l.workspace_id = ${tx.actor.workspaceId} and l.opportunity_id = ${opportunityId} order by l.position`.execute(tx.db);
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
  await tx.db
    .deleteFrom("opportunity_contact")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("opportunity_id", "=", opportunityId)
    .execute();
  await writeLinks(tx, opportunityId, links);
  return linksOf(tx, opportunityId);
}

/** The contacts of an opportunity that has none. */
async function writeLinks(tx: WriteTx, opportunityId: string, links: readonly ContactLink[]): Promise<void> {
  const rows = linkRows(tx, opportunityId, await readLinks(tx, links));
  if (rows.length > 0) await tx.db.insertInto("opportunity_contact").values(rows).execute();
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
