import { sql } from "kysely";
import { clientEndpoints } from "#contract/client.ts";
import { mayReadClients, mayWriteClients } from "#domain/client/policy.ts";
import { mayReadContacts } from "#domain/contact/policy.ts";
import { refuseField } from "#domain/shared/refusal.ts";
import { agencyCountry, getClient, saveClient } from "#server/client/client-store.ts";
import { tellMainsOfClients } from "#server/contact/client-main-contact.ts";
import { consentOf } from "#server/contact/contact-store.ts";
import { keepOneMain, linkedTo } from "#server/contact/main-contact.ts";
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

type ClientWish = Wish & { readonly clientId: string };

/** The clients of a contact. Where it becomes the main contact, the one before steps back; where it leaves, another takes its place. */
export async function writeClientsOfContact(tx: WriteTx, contactId: string, wishes: readonly ClientWish[]): Promise<Link[]> {
  const found = await existing(
    tx,
    "client",
    wishes.map((wish) => wish.clientId),
  );
  const missing = wishes.findIndex((wish) => !found.has(wish.clientId));
  if (missing >= 0) throw refuseField(`/clients/${missing}/clientId`, "reference.unknown");
  return putClientsOfContact(tx, contactId, wishes);
}

/** The same for clients that may have gone since: an undo brings back what was. */
export async function putClientsOfContact(tx: WriteTx, contactId: string, wishes: readonly ClientWish[]): Promise<Link[]> {
  const wished = [...new Map(wishes.map((one) => [one.clientId, one])).values()];
  const before = await linkedTo(tx, "client", [contactId]);
  const mains = await keepOneMain(tx, "client", {
    owners: [...new Set([...before, ...wished.map((wish) => wish.clientId)])],
    steppingBack: contactId,
    write: async () => {
      // Links to deleted clients stay: they are not seen here, and come back with the client.
      await sql`
        delete from client_contact l using client k where k.workspace_id = l.workspace_id and k.id = l.client_id and k.deleted_at is null
        and l.workspace_id = ${tx.actor.workspaceId} and l.contact_id = ${contactId} and l.client_id <> all (${wished.map((wish) => wish.clientId)}::uuid[])`.execute(
        tx.db,
      );
      for (const { clientId, role, isMain } of wished) await putLink(tx, { clientId, contactId, role: role ?? null, isMain });
    },
  });
  await tellMainsOfClients(tx, mains);
  return clientsOfContact(tx, contactId);
}

type NewLink = {
  readonly clientId: string;
  readonly contactId: string;
  readonly role: string | null;
  readonly isMain?: boolean | undefined;
};

/** Linked since it was; without a word on it, it stays the main contact or does not become it. */
async function putLink(tx: WriteTx, { clientId, contactId, role, isMain }: NewLink): Promise<void> {
  const { workspaceId } = tx.actor;
  if (isMain)
    await tx.db
      .updateTable("client_contact")
      .set({ is_main: false })
      .where("workspace_id", "=", workspaceId)
      .where("client_id", "=", clientId)
      .where("is_main", "=", true)
      .execute();
  await tx.db
    .insertInto("client_contact")
    .values({ workspace_id: workspaceId, client_id: clientId, contact_id: contactId, role, is_main: isMain ?? false, created_at: tx.at })
    .onConflict((conflict) =>
      conflict
        .columns(["workspace_id", "client_id", "contact_id"])
        .doUpdateSet({ role, ...(isMain === undefined ? {} : { is_main: isMain }) }),
    )
    .execute();
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
    const before = await contactsTold(tx, subject.id);
    const main = Math.max(
      body.contacts.findIndex((one) => one.isMain),
      0,
    );
    await putContactsOfClient(
      tx,
      subject.id,
      body.contacts.map((one, index) => ({ contactId: one.contactId, role: one.role ?? null, isMain: index === main })),
    );
    const after = await contactsTold(tx, subject.id);
    const isSame = JSON.stringify(before) === JSON.stringify(after);
    await saveClient(tx, subject, {}, { kind: "client.contacts", extra: isSame ? {} : { contacts: { from: before, to: after } } });
    return { data: await contactsOfClient(tx, subject.id) };
  },
});

/** As a fact says it. */
export async function contactsTold(tx: ReadTx, clientId: string) {
  return (await contactsOfClient(tx, clientId)).map(({ id, name, role, isMain }) => ({ id, name, role, isMain }));
}

type ContactWish = { readonly contactId: string; readonly role: string | null; readonly isMain: boolean };

/** The contacts of a client. Deleted persons are not seen here: their links stay, and come back with them. */
export async function putContactsOfClient(tx: WriteTx, clientId: string, wishes: readonly ContactWish[]): Promise<void> {
  await keepOneMain(tx, "client", {
    owners: [clientId],
    write: async () => {
      await sql`
        delete from client_contact l using contact p where p.workspace_id = l.workspace_id and p.id = l.contact_id and p.deleted_at is null
        and l.workspace_id = ${tx.actor.workspaceId} and l.client_id = ${clientId} and l.contact_id <> all (${wishes.map((wish) => wish.contactId)}::uuid[])`.execute(
        tx.db,
      );
      // Whoever is not the main one steps back before the other comes.
      for (const wish of wishes.toSorted((a, b) => Number(a.isMain) - Number(b.isMain))) await putLink(tx, { clientId, ...wish });
    },
  });
}
