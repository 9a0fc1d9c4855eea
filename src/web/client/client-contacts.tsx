import { UserPlus } from "lucide-react";
import { useState } from "react";
import type { Client } from "#contract/client.ts";
import { useMay } from "#web/app/me.ts";
import { PhoneText } from "#web/app/phone-text.tsx";
import { useSpoken } from "#web/app/words.ts";
import { AddClientContact } from "#web/client/add-client-contact.tsx";
import { CLIENT_ROLES, useClientContacts, useSetClientContacts, type ClientContact } from "#web/client/use-client-contacts.ts";
import { LinkMenu } from "#web/contact/link-menu.tsx";
import { Newsletter } from "#web/contact/newsletter.tsx";
import { RolePills } from "#web/contact/role-pills.tsx";
import { Button } from "#web/kit/button.tsx";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { VisuallyHidden } from "#web/kit/visually-hidden.tsx";
import look from "#web/kit/table-look.module.css";
import styles from "#web/app/record-page.module.css";

type Acts = ReturnType<typeof useSetClientContacts>;

/** The persons of a client with their roles, the main one first, former ones last. Absent for who may not see contacts. */
export function ClientContacts({ client }: { client: Client }) {
  const { words } = useSpoken();
  const say = words.client.contacts;
  const [isAdding, setIsAdding] = useState(false);
  const maySee = useMay("contacts", "read");
  const query = useClientContacts(client.id);
  const contacts = query.data?.data ?? [];
  const acts = useSetClientContacts(client, contacts);
  const isPhone = useIsPhone();
  if (!maySee) return null;
  const add = (
    <Button size="small" icon={<Icon of={UserPlus} />} onPress={() => setIsAdding(true)}>
      {say.add}
    </Button>
  );
  const given = { contacts, acts: client.can.edit ? acts : undefined };
  return (
    <Panel title={words.client.panel.contacts} count={query.data && contacts.length} isFlush action={client.can.edit && add}>
      {query.data && contacts.length === 0 && <p className={styles.none}>{say.none}</p>}
      {contacts.length > 0 && (isPhone ? <People {...given} /> : <Table {...given} />)}
      {isAdding && <AddClientContact client={client} contacts={contacts} onClose={() => setIsAdding(false)} />}
    </Panel>
  );
}

type ContactsProps = { readonly contacts: readonly ClientContact[]; readonly acts: Acts | undefined };

function Table({ contacts, acts }: ContactsProps) {
  const { words } = useSpoken();
  const say = words.client.contacts;
  return (
    <div className={styles.scroll} role="region" aria-label={words.client.panel.contacts} tabIndex={0}>
      <table className={classNames(look.table, styles.table)}>
        <thead>
          <tr>
            <th>{say.name}</th>
            <th>{say.role}</th>
            <th>{say.phone}</th>
            <th>{say.email}</th>
            <th>{say.newsletter}</th>
            {acts && (
              <th className={styles.menu}>
                <VisuallyHidden>{words.client.act.more}</VisuallyHidden>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {contacts.map((person) => (
            <tr key={person.id} className={person.role === "former" ? styles.former : undefined}>
              <th scope="row" className={look.cut} title={[person.name, person.jobTitle].filter(Boolean).join(" · ")}>
                <Person person={person} />
              </th>
              <td className={styles.nowrap}>
                <RolePills role={person.role} isMain={person.isMain} />
              </td>
              <td>
                <PhoneText phone={person.phone} />
              </td>
              <td className={classNames(look.cut, styles.email)} title={person.email ?? undefined}>
                {person.email ? (
                  <a className={styles.mail} href={`mailto:${person.email}`}>
                    {person.email}
                  </a>
                ) : (
                  "–"
                )}
              </td>
              <td className={styles.nowrap}>
                <Newsletter answer={person.newsletter} />
              </td>
              {acts && (
                <td className={look.figures}>
                  <PersonMenu person={person} acts={acts} />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Person({ person }: { person: ClientContact }) {
  return (
    <>
      <Link href={`/contacts/${person.id}`} look="name">
        {person.name}
      </Link>
      {person.jobTitle && <span className={styles.quiet}> · {person.jobTitle}</span>}
    </>
  );
}

function People({ contacts, acts }: ContactsProps) {
  return (
    <ul className={styles.people}>
      {contacts.map((person) => (
        <li key={person.id}>
          <div>
            <span>
              <Person person={person} />
            </span>
            <RolePills role={person.role} isMain={person.isMain} />
            {person.phone && <PhoneText phone={person.phone} />}
            {person.email && (
              <a className={styles.mail} href={`mailto:${person.email}`}>
                {person.email}
              </a>
            )}
          </div>
          {acts && <PersonMenu person={person} acts={acts} />}
        </li>
      ))}
    </ul>
  );
}

function PersonMenu({ person, acts }: { person: ClientContact; acts: Acts }) {
  return (
    <LinkMenu
      name={person.name}
      roles={CLIENT_ROLES}
      role={person.role}
      isMain={person.isMain}
      onMain={() => void acts.makeMain(person)}
      onRole={(role) => void acts.setRole(person, role)}
      onRemove={() => void acts.remove(person)}
    />
  );
}
