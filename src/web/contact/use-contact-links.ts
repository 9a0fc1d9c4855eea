import { useQueryClient } from "@tanstack/react-query";
import type { Contact } from "#contract/contact.ts";
import { ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";
import type { LinkRole } from "#web/contact/link-menu.tsx";
import { CONTACTS, contactKey } from "#web/contact/use-contacts.ts";

export type LinkedClient = NonNullable<Contact["clients"]>[number];
type Links = NonNullable<Parameters<typeof ask<"editContact">>[1]["body"]["clients"]>;

/** The gestures on the clients of one contact: each writes the whole list, says what it did and can be undone. */
export function useContactLinks(contact: Contact) {
  const queries = useQueryClient();
  const { clients: say } = useWords().contact;
  const { offerUndo } = useUndo();
  const report = useReport();
  const clients = contact.clients ?? [];
  const save = async (links: Links, said: string): Promise<unknown> => {
    try {
      const saved = await ask("editContact", { params: { id: contact.id }, body: { clients: links } }, { ifMatch: contact.version });
      queries.setQueryData(contactKey(contact.id), saved);
      offerUndo(said);
      await Promise.all([CONTACTS, ["clients"]].map((queryKey) => queries.invalidateQueries({ queryKey })));
      return undefined;
    } catch (error) {
      report(error, CONTACTS);
      return error;
    }
  };
  const kept = (change: (client: LinkedClient) => { role?: LinkRole | null; isMain?: boolean }): Links =>
    clients.map((client) => ({ clientId: client.id, role: client.role, isMain: client.isMain, ...change(client) }));
  const about = (client: { name: string }) => ({ name: contact.name, client: client.name });
  return {
    /** Answers the error, if any. */
    add: (client: { id: string; name: string }, role: LinkRole | null) =>
      save([...kept(() => ({})), { clientId: client.id, role }], say.added(about(client))),
    makeMain: (client: LinkedClient) =>
      save(
        kept(({ id }) => (id === client.id ? { isMain: true } : {})),
        say.madeMain(about(client)),
      ),
    setRole: (client: LinkedClient, role: LinkRole | null) =>
      save(
        kept(({ id }) => (id === client.id ? { role } : {})),
        say.changed(contact),
      ),
    remove: (client: LinkedClient) =>
      save(
        kept(() => ({})).filter(({ clientId }) => clientId !== client.id),
        say.removed(about(client)),
      ),
  };
}
