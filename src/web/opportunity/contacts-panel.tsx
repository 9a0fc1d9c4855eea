import { Ellipsis } from "lucide-react";
import { useState } from "react";
import type { Opportunity } from "#contract/opportunity.ts";
import { useSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Link } from "#web/kit/link.tsx";
import { Menu } from "#web/kit/menu.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { AddContactDialog } from "#web/opportunity/add-contact-dialog.tsx";
import { useOpportunityContacts, type LinkedContact, type SaveContacts } from "#web/opportunity/use-opportunity-contacts.ts";
import styles from "#web/opportunity/opportunity-page.module.css";

/** The persons of the project, the main one first; absent for who may not see contacts. */
export function ContactsPanel({ one }: { one: Opportunity }) {
  const { words } = useSpoken();
  const { panel, addContact, noContact } = words.opportunity;
  const [isAdding, setIsAdding] = useState(false);
  const acts = useOpportunityContacts(one);
  if (one.contacts === null) return null;
  const add = (
    <Button look="link" size="small" onPress={() => setIsAdding(true)}>
      {addContact}
    </Button>
  );
  return (
    <Panel title={panel.contacts} count={one.contacts.length} action={one.can.edit && add}>
      {one.contacts.length === 0 && <p className={styles.line}>{noContact}</p>}
      <ul className={styles.people}>
        {one.contacts.map((person) => (
          <Person key={person.id} person={person} acts={one.can.edit ? acts : undefined} />
        ))}
      </ul>
      {isAdding && <AddContactDialog one={one} onClose={() => setIsAdding(false)} />}
    </Panel>
  );
}

type PersonProps = { readonly person: LinkedContact; readonly acts: SaveContacts | undefined };

function Person({ person, acts }: PersonProps) {
  return (
    <li className={styles.person}>
      <div>
        <Link href={`/contacts/${person.id}`} look="name">
          {person.name}
        </Link>{" "}
        <PersonPills person={person} />
        {person.jobTitle && <p className={styles.line}>{person.jobTitle}</p>}
        {person.phone && (
          <p className={styles.line}>
            {person.phone.valid ? <a href={`tel:${person.phone.number}`}>{person.phone.national}</a> : person.phone.number}
          </p>
        )}
        {person.email && (
          <p className={styles.line}>
            <a href={`mailto:${person.email}`}>{person.email}</a>
          </p>
        )}
      </div>
      {acts && <PersonMenu person={person} acts={acts} />}
    </li>
  );
}

/** The main one, and in which role. */
export function PersonPills({ person }: { readonly person: LinkedContact }) {
  const { role, mainContact } = useSpoken().words.opportunity;
  return (
    <>
      {person.isMain && <Pill>{mainContact}</Pill>} {person.role !== null && person.role !== "main" && <Pill>{role[person.role]}</Pill>}
    </>
  );
}

const ROLES = ["decisionMaker", "leader", "traveller", "billing"] as const;

export function PersonMenu({ person, acts }: { person: LinkedContact; acts: SaveContacts }) {
  const { words } = useSpoken();
  const { role, makeMain, roleLabel, act, removeContact } = words.opportunity;
  const run = (id: string): void => {
    if (id === "main") return void acts.makeMain(person);
    if (id === "remove") return void acts.remove(person);
    const chosen = ROLES.find((name) => name === id);
    if (chosen) void acts.setRole(person, person.role === chosen ? null : chosen);
  };
  return (
    <Menu
      label={`${act.more}, ${person.name}`}
      trigger={<IconButton icon={Ellipsis} label={`${act.more}, ${person.name}`} size="small" />}
      groups={[
        { id: "main", items: person.isMain ? [] : [{ id: "main", label: makeMain }] },
        { id: "roles", title: roleLabel, items: ROLES.map((id) => ({ id, label: role[id], isChecked: person.role === id })) },
        { id: "end", items: [{ id: "remove", label: removeContact, isDanger: true }] },
      ]}
      onAction={run}
    />
  );
}
