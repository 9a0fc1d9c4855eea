import { useQuery, useQueryClient } from "@tanstack/react-query";
import { CLIENT_CONTACT_ROLES, type Client } from "#contract/client.ts";
import { ask, type Answer } from "#web/api/api.ts";
import { useMay } from "#web/app/me.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";
import { CLIENTS } from "#web/client/use-clients.ts";

export type ClientContact = Answer<"listClientContacts">["data"][number];
type Links = Parameters<typeof ask<"setClientContacts">>[1]["body"]["contacts"];
export type ContactRole = ClientContact["role"];
export const CLIENT_ROLES = CLIENT_CONTACT_ROLES;

export const clientContactsKey = (id: string) => [...CLIENTS, "contacts", id] as const;

export function useClientContacts(clientId: string) {
  const maySee = useMay("contacts", "read");
  return useQuery({
    queryKey: clientContactsKey(clientId),
    queryFn: ({ signal }) => ask("listClientContacts", { params: { id: clientId } }, { signal }),
    enabled: maySee,
  });
}

/** The gestures on the contacts of one client: each writes the whole list, says what it did and can be undone. */
export function useSetClientContacts(client: Pick<Client, "id" | "name">, contacts: readonly ClientContact[]) {
  const queries = useQueryClient();
  const { contacts: say } = useWords().client;
  const { offerUndo } = useUndo();
  const report = useReport();
  const save = async (links: Links, said: string): Promise<unknown> => {
    try {
      const saved = await ask("setClientContacts", { params: { id: client.id }, body: { contacts: links } });
      queries.setQueryData(clientContactsKey(client.id), saved);
      offerUndo(said);
      await Promise.all([CLIENTS, ["contacts"]].map((queryKey) => queries.invalidateQueries({ queryKey })));
      return undefined;
    } catch (error) {
      report(error, CLIENTS);
      return error;
    }
  };
  const kept = (change: (contact: ClientContact) => { role?: ContactRole; isMain?: boolean }): Links =>
    contacts.map((contact) => ({ contactId: contact.id, role: contact.role, isMain: contact.isMain, ...change(contact) }));
  return {
    /** Answers the error, if any. */
    add: (person: { id: string; name: string }, role: ContactRole) =>
      save([...kept(() => ({})), { contactId: person.id, role }], say.added({ name: person.name, client: client.name })),
    makeMain: (person: ClientContact) =>
      save(
        kept(({ id }) => ({ isMain: id === person.id })),
        say.madeMain({ name: person.name, client: client.name }),
      ),
    setRole: (person: ClientContact, role: ContactRole) =>
      save(
        kept(({ id }) => (id === person.id ? { role } : {})),
        say.changed(person),
      ),
    remove: (person: ClientContact) =>
      save(
        kept(() => ({})).filter(({ contactId }) => contactId !== person.id),
        say.removed({ name: person.name, client: client.name }),
      ),
  };
}
