import type { z } from "zod";
import { contactEndpoints, type Contact } from "#contract/contact.ts";
import { mayWriteContacts } from "#domain/contact/policy.ts";
import { mayReadClients } from "#domain/client/policy.ts";
import { agencyCountry } from "#server/client/client-store.ts";
import { clientsOfContact, writeClientsOfContact } from "#server/contact/contact-clients.ts";
import {
  contactColumnsOf,
  getContact,
  insertContact,
  refuseNameless,
  saveContact,
  type ContactColumns,
} from "#server/contact/contact-store.ts";
import { showOneContact } from "#server/contact/list-contacts.ts";
import { withHeldTags } from "#server/tag/tag-store.ts";
import { readCustom } from "#server/custom-field/read-custom.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";

export const createContact = handle(contactEndpoints.createContact, {
  subject: nothing,
  allow: (actor, _subject, { body }) => mayWriteContacts(actor) && (!body.clients?.length || mayReadClients(actor)),
  run: ({ tx, body }) => createOneContact(tx, body),
});

type WholeBody = z.output<(typeof contactEndpoints)["editContact"]["body"]>;

export async function createOneContact(tx: WriteTx, { clients, custom, ...plain }: WholeBody): Promise<Contact> {
  const body = { ...plain, ...(await readCustom(tx, "contact", { change: custom })) };
  const id = await insertContact(tx, body, await agencyCountry(tx));
  if (clients?.length) await writeClientsOfContact(tx, id, clients);
  return showOneContact(tx, id);
}

export const editContact = handle(contactEndpoints.editContact, {
  subject: ({ tx, params }) => getContact(tx, params.id),
  allow: mayWriteContacts,
  current: (tx, subject) => showOneContact(tx, subject.id),
  run: ({ tx, subject, body }) => editOneContact(tx, subject, body),
});

export async function editOneContact(tx: WriteTx, subject: ContactColumns, { clients, custom, ...plain }: WholeBody): Promise<Contact> {
  const body = { ...plain, ...(await readCustom(tx, "contact", { before: subject.custom, change: custom })) };
  const change = contactColumnsOf(tx, await withHeldTags(tx, subject.tag_ids, body), subject, await agencyCountry(tx));
  refuseNameless({ ...subject, ...change });
  const before = clients ? await clientsOfContact(tx, subject.id) : [];
  const after = clients ? await writeClientsOfContact(tx, subject.id, clients) : before;
  const linked: Record<string, { from: unknown; to: unknown }> =
    JSON.stringify(before) === JSON.stringify(after) ? {} : { clients: { from: before, to: after } };
  await saveContact(tx, subject, change, { kind: "contact.edited", extra: linked });
  return showOneContact(tx, subject.id);
}
