import { useState } from "react";
import type { Client } from "#contract/client.ts";
import { useMay } from "#web/app/me.ts";
import { openNewRecord } from "#web/app/new-record-store.ts";
import { problemText } from "#web/app/problem-text.ts";
import { useSpoken } from "#web/app/words.ts";
import { CLIENT_ROLES, useSetClientContacts, type ClientContact } from "#web/client/use-client-contacts.ts";
import { ContactPicker } from "#web/contact/contact-picker.tsx";
import { RoleSelect } from "#web/contact/role-select.tsx";
import type { LinkRole } from "#web/contact/link-menu.tsx";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import type { Option } from "#web/kit/option.ts";
import styles from "#web/contact/contact.module.css";

type AddClientContactProps = { readonly client: Client; readonly contacts: readonly ClientContact[]; readonly onClose: () => void };

/** Somebody who is known becomes a contact of the client; somebody new gets the whole form. */
export function AddClientContact({ client, contacts, onClose }: AddClientContactProps) {
  const { words } = useSpoken();
  const say = words.client.contacts;
  const acts = useSetClientContacts(client, contacts);
  const mayCreate = useMay("contacts", "write");
  const [person, setPerson] = useState<Option | null>(null);
  const [role, setRole] = useState<LinkRole | null>(null);
  const [problem, setProblem] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const create = (name: string): void => {
    onClose();
    openNewRecord({ kind: "contact", name, client });
  };
  const confirm = async (): Promise<void> => {
    if (person === null) return setProblem(say.personRequired);
    setIsPending(true);
    const error = await acts.add({ id: person.id, name: person.label }, role);
    setIsPending(false);
    if (error === undefined) onClose();
    else setProblem(problemText(error, words));
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={say.add}
      size="small"
      actions={
        <>
          <Button look="primary" onPress={() => void confirm()} isPending={isPending}>
            {words.common.add}
          </Button>
          <Button onPress={onClose}>{words.common.cancel}</Button>
        </>
      }
    >
      <div className={styles.fields}>
        <ContactPicker
          label={say.person}
          autoFocus
          hint={mayCreate ? say.personHint : undefined}
          value={person}
          onChange={setPerson}
          taken={contacts.map(({ id }) => id)}
          error={person ? undefined : problem}
          {...(mayCreate ? { onCreate: create } : {})}
        />
        <RoleSelect roles={CLIENT_ROLES} value={role} onChange={setRole} />
      </div>
    </Dialog>
  );
}
