import { useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Link } from "#web/kit/link.tsx";
import { NoRight } from "#web/kit/no-right.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { AddContactDialog } from "#web/opportunity/add-contact-dialog.tsx";
import { PersonMenu, PersonPills } from "#web/opportunity/contacts-panel.tsx";
import { useOpportunityContacts, type LinkedContact, type SaveContacts } from "#web/opportunity/use-opportunity-contacts.ts";
import styles from "#web/opportunity/contacts-tab.module.css";

/** Everybody of the project with their roles: added, given a role, made the main one, removed. */
export function ContactsTab({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { addContact, noContact, panel, contactsHidden } = words.opportunity;
  const [isAdding, setIsAdding] = useState(false);
  const acts = useOpportunityContacts(one);
  if (one.contacts === null) return <NoRight title={contactsHidden} />;
  const add = (
    <Button look="link" size="small" onPress={() => setIsAdding(true)}>
      {addContact}
    </Button>
  );
  return (
    <Panel title={panel.contacts} count={one.contacts.length} action={one.can.edit && add} isFlush>
      {one.contacts.length === 0 && <p className={styles.empty}>{noContact}</p>}
      <ul className={styles.list}>
        {one.contacts.map((person) => (
          <Row key={person.id} person={person} acts={one.can.edit ? acts : undefined} />
        ))}
      </ul>
      {isAdding && <AddContactDialog one={one} onClose={() => setIsAdding(false)} />}
    </Panel>
  );
}

function Row({ person, acts }: { readonly person: LinkedContact; readonly acts: SaveContacts | undefined }) {
  const { phone, email } = person;
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <p>
          <Link href={`/contacts/${person.id}`} look="name">
            {person.name}
          </Link>{" "}
          <PersonPills person={person} />
        </p>
        {person.jobTitle && <p className={styles.quiet}>{person.jobTitle}</p>}
      </div>
      <p>{phone && (phone.valid ? <a href={`tel:${phone.number}`}>{phone.national}</a> : phone.number)}</p>
      <p className={styles.mail}>{email && <a href={`mailto:${email}`}>{email}</a>}</p>
      {acts && <PersonMenu person={person} acts={acts} />}
    </li>
  );
}
