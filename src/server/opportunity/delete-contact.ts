import { contactEndpoints } from "#contract/contact.ts";
import { mayDeleteContacts } from "#domain/contact/policy.ts";
import { getContact, saveContact } from "#server/contact/contact-store.ts";
import { showOneContact } from "#server/contact/list-contacts.ts";
import { keepMainContacts } from "#server/opportunity/keep-main-contacts.ts";
import { handle } from "#server/platform/handle.ts";

export const deleteContact = handle(contactEndpoints.deleteContact, {
  subject: ({ tx, params }) => getContact(tx, params.id),
  allow: mayDeleteContacts,
  current: (tx, subject) => showOneContact(tx, subject.id),
  run: ({ tx, subject }) =>
    keepMainContacts(tx, [subject.id], () =>
      saveContact(tx, subject, { deleted_at: tx.at, deleted_by: tx.actor.userId }, { kind: "contact.deleted" }),
    ),
});

export const restoreContact = handle(contactEndpoints.restoreContact, {
  subject: ({ tx, params }) => getContact(tx, params.id, { deleted: true }),
  allow: mayDeleteContacts,
  run: async ({ tx, subject }) => {
    await keepMainContacts(tx, [subject.id], () =>
      saveContact(tx, subject, { deleted_at: null, deleted_by: null }, { kind: "contact.restored" }),
    );
    return showOneContact(tx, subject.id);
  },
});
