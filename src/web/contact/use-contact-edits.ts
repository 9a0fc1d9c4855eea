import type { Contact } from "#contract/contact.ts";
import { ask } from "#web/api/api.ts";
import { useRecordEdits, type RecordEdits } from "#web/app/record-edits.ts";
import { CONTACTS, contactKey } from "#web/contact/use-contacts.ts";

export type ContactChange = Parameters<typeof ask<"editContact">>[1]["body"];
export type ContactEdits = RecordEdits<ContactChange>;

export function useContactEdits(contact: Contact): ContactEdits {
  const params = { id: contact.id };
  return useRecordEdits<Contact, ContactChange>({
    record: contact,
    keys: { one: contactKey(contact.id), all: CONTACTS },
    write: (body, version) => ask("editContact", { params, body }, { ifMatch: version }),
  });
}
