import { useQueryClient } from "@tanstack/react-query";
import type { Opportunity } from "#contract/opportunity.ts";
import { ask } from "#web/api/api.ts";
import { useUndo } from "#web/app/undo.ts";
import { useReport } from "#web/app/use-report.ts";
import { useWords } from "#web/app/words.ts";
import { OPPORTUNITIES } from "#web/opportunity/use-board.ts";
import { opportunityKey } from "#web/opportunity/use-opportunity.ts";

export type LinkedContact = NonNullable<Opportunity["contacts"]>[number];
type Role = LinkedContact["role"];
type Links = Parameters<typeof ask<"setOpportunityContacts">>[1]["body"]["contacts"];
export type NewLink = Links[number];

export type SaveContacts = ReturnType<typeof useOpportunityContacts>;

/** The gestures on the contacts of one opportunity: each writes the whole list, says what it did and can be undone. */
export function useOpportunityContacts(one: Opportunity) {
  const client = useQueryClient();
  const { opportunity: say } = useWords();
  const { offerUndo } = useUndo();
  const report = useReport();
  const contacts = one.contacts ?? [];
  const save = async (links: Links, said: string): Promise<unknown> => {
    try {
      const saved = await ask("setOpportunityContacts", { params: { id: one.id }, body: { contacts: links } });
      client.setQueryData(opportunityKey(one.id), saved);
      offerUndo(said);
      await client.invalidateQueries({ queryKey: OPPORTUNITIES });
      return undefined;
    } catch (error) {
      report(error, OPPORTUNITIES);
      return error;
    }
  };
  const kept = (change: (contact: LinkedContact) => { role?: Role; isMain?: boolean }): Links =>
    contacts.map((contact) => ({ contactId: contact.id, role: contact.role, isMain: contact.isMain, ...change(contact) }));
  return {
    /** Answers the error, if any. */
    add: (link: NewLink, name: string) => save([...kept(() => ({})), link], say.contactAdded({ name })),
    makeMain: (person: LinkedContact) =>
      save(
        kept(({ id }) => ({ isMain: id === person.id })),
        say.contactChanged(person),
      ),
    setRole: (person: LinkedContact, role: Role) =>
      save(
        kept(({ id }) => (id === person.id ? { role } : {})),
        say.contactChanged(person),
      ),
    remove: (person: LinkedContact) =>
      save(
        kept(() => ({})).filter(({ contactId }) => contactId !== person.id),
        say.contactRemoved(person),
      ),
  };
}
