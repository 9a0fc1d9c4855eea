import { sql } from "kysely";
import { clientEndpoints } from "#contract/client.ts";
import { mayReadClients, mayWriteClients } from "#domain/client/policy.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { agencyCountry, getClient, saveClient } from "#server/client/client-store.ts";
import { consentOf } from "#server/contact/contact-store.ts";
import { presentPhone } from "#server/contact/phone-number.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle } from "#server/platform/handle.ts";

type Role = "decisionMaker" | "leader" | "traveller" | "billing" | "former";
type Wish = { readonly role?: Role | null | undefined; readonly isMain?: boolean | undefined };
type Link = { readonly id: string; readonly name: string; readonly role: string | null; readonly isMain: boolean };

export async function clientsOfContact(tx: ReadTx, contactId: string): Promise<Link[]> {
  const { rows } =
    await sql<Link>`select k.id, k.name, l.role, l.is_main as "isMain" from client_contact l join client k on k.workspace_id = l.workspace_id and k.id = l.client_id
    where l.workspace_id = ${tx.actor.workspaceId} and l.contact_id = ${contactId} order by k.name, k.id`.execute(tx.db);
  return rows;
}

/** The clients of a contact. Where it becomes the main contact, the one before steps back. */
export async function writeClientsOfContact(
  tx: WriteTx,
  contactId: string,
  wishes: readonly (Wish & { readonly clientId: string })[],
): Promise<Link[]> {
  const found = await existing(
    tx,
    "client",
    wishes.map((wish) => wish.clientId),
  );
  const missing = wishes.findIndex((wish) => !found.has(wish.clientId));
  if (missing >= 0) throw refuseField(`/clients/${missing}/clientId`, "reference.unknown");
  const { workspaceId } = tx.actor;
  await tx.db.deleteFrom("client_contact").where("workspace_id", "=", workspaceId).where("contact_id", "=", contactId).execute();
  for (const wish of new Map(wishes.map((one) => [one.clientId, one])).values()) {
    const others = await tx.db
      .selectFrom("client_contact")
      .select("is_main")
      .where("workspace_id", "=", workspaceId)
      .where("client_id", "=", wish.clientId)
      .execute();
    const isMain = wish.isMain ?? !others.some((other) => other.is_main);
    if (isMain)
      await tx.db
        .updateTable("client_contact")
        .set({ is_main: false })
        .where("workspace_id", "=", workspaceId)
        .where("client_id", "=", wish.clientId)
        .execute();
    await tx.db
      .insertInto("client_contact")
      .values({
        workspace_id: workspaceId,
        client_id: wish.clientId,
        contact_id: contactId,
        role: wish.role ?? null,
        is_main: isMain,
        created_at: tx.at,
      })
      .execute();
  }
  return clientsOfContact(tx, contactId);
}

async function existing(tx: ReadTx, table: "client" | "contact", ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.db
    .selectFrom(table)
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("id", "in", [...ids])
    .where("deleted_at", "is", null)
    .execute();
  return new Set(rows.map((row) => row.id));
}

type ContactOfClient = {
  id: string;
  name: string;
  job_title: string | null;
  email: string | null;
  phone: string | null;
  phone_valid: boolean | null;
  newsletter: boolean | null;
  newsletter_at: Date | null;
  newsletter_origin: string | null;
  role: Role | null;
  is_main: boolean;
};

export const listClientContacts = handle(clientEndpoints.listClientContacts, {
  subject: ({ tx, params }) => getClient(tx, params.id),
  allow: (actor) => mayReadClients(actor) && mayReadContacts(actor),
  run: async ({ tx, subject }) => ({ data: await contactsOfClient(tx, subject.id) }),
});

async function contactsOfClient(tx: ReadTx, clientId: string) {
  const { rows } = await sql<ContactOfClient>`
    select p.id, p.name, p.job_title, p.email, p.phone, p.phone_valid, p.newsletter, p.newsletter_at, p.newsletter_origin, l.role, l.is_main
    from client_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
    where l.workspace_id = ${tx.actor.workspaceId} and l.client_id = ${clientId} and p.deleted_at is null
    order by l.is_main desc, (l.role = 'former') nulls first, p.name`.execute(tx.db);
  const home = await agencyCountry(tx);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    jobTitle: row.job_title,
    email: row.email,
    phone: presentPhone(row, home),
    newsletter: consentOf(row),
    role: row.role,
    isMain: row.is_main,
  }));
}

export const setClientContacts = handle(clientEndpoints.setClientContacts, {
  subject: ({ tx, params }) => getClient(tx, params.id),
  allow: (actor) => mayWriteClients(actor) && mayReadContacts(actor),
  run: async ({ tx, subject, body }) => {
    const ids = body.contacts.map((one) => one.contactId);
    if (new Set(ids).size !== ids.length) throw refuseField("/contacts", "contacts.twice");
    if (body.contacts.filter((one) => one.isMain).length > 1) throw refuseField("/contacts", "contacts.oneMain");
    const found = await existing(tx, "contact", ids);
    const missing = ids.findIndex((id) => !found.has(id));
    if (missing >= 0) throw refuseField(`/contacts/${missing}/contactId`, "reference.unknown");
    const before = await contactsOfClient(tx, subject.id);
    const main = Math.max(
      body.contacts.findIndex((one) => one.isMain),
      0,
    );
    await tx.db.deleteFrom("client_contact").where("workspace_id", "=", tx.actor.workspaceId).where("client_id", "=", subject.id).execute();
    for (const [index, one] of body.contacts.entries()) {
      await tx.db
        .insertInto("client_contact")
        .values({
          workspace_id: tx.actor.workspaceId,
          client_id: subject.id,
          contact_id: one.contactId,
          role: one.role ?? null,
          is_main: index === main,
          created_at: tx.at,
        })
        .execute();
    }
    const after = await contactsOfClient(tx, subject.id);
    const story = (rows: typeof after) => rows.map(({ id, name, role, isMain }) => ({ id, name, role, isMain }));
    const same = JSON.stringify(story(before)) === JSON.stringify(story(after));
    await saveClient(
      tx,
      subject,
      {},
      { kind: "client.contacts", extra: same ? {} : { contacts: { from: story(before), to: story(after) } } },
    );
    return { data: after };
  },
});
