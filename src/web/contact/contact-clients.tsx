import { Plus } from "lucide-react";
import { useState } from "react";
import { CLIENT_CONTACT_ROLES } from "#contract/client.ts";
import type { Contact } from "#contract/contact.ts";
import { useSpoken } from "#web/app/words.ts";
import { AddContactClient } from "#web/contact/add-contact-client.tsx";
import { LinkMenu } from "#web/contact/link-menu.tsx";
import { RolePills } from "#web/contact/role-pills.tsx";
import { useContactLinks } from "#web/contact/use-contact-links.ts";
import { Button } from "#web/kit/button.tsx";
import { Icon } from "#web/kit/icon.tsx";
import { Link } from "#web/kit/link.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/contact/contact.module.css";

/** Of which clients somebody is a contact, and as what. Absent for who may not see clients. */
export function ContactClients({ contact }: { contact: Contact }) {
  const { words } = useSpoken();
  const say = words.contact;
  const [isAdding, setIsAdding] = useState(false);
  const acts = useContactLinks(contact);
  if (contact.clients === null) return null;
  const add = (
    <Button size="small" icon={<Icon of={Plus} />} onPress={() => setIsAdding(true)}>
      {say.clients.add}
    </Button>
  );
  return (
    <Panel title={say.panel.clients} count={contact.clients.length} isFlush action={contact.can.edit && add}>
      {contact.clients.length === 0 && <p className={styles.none}>{say.clients.none}</p>}
      <ul className={styles.links}>
        {contact.clients.map((client) => (
          <li key={client.id} data-former={client.role === "former" || undefined}>
            <Link href={`/clients/${client.id}`} look="name">
              {client.name}
            </Link>
            <RolePills role={client.role} isMain={client.isMain} />
            {contact.can.edit && (
              <LinkMenu
                name={client.name}
                roles={CLIENT_CONTACT_ROLES}
                role={client.role}
                isMain={client.isMain}
                onMain={() => void acts.makeMain(client)}
                onRole={(role) => void acts.setRole(client, role)}
                onRemove={() => void acts.remove(client)}
              />
            )}
          </li>
        ))}
      </ul>
      {isAdding && <AddContactClient contact={contact} onClose={() => setIsAdding(false)} />}
    </Panel>
  );
}
