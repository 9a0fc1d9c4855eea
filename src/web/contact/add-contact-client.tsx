import { useState } from "react";
import { CLIENT_CONTACT_ROLES } from "#contract/client.ts";
import type { Contact } from "#contract/contact.ts";
import { problemText } from "#web/app/problem-text.ts";
import { useSpoken } from "#web/app/words.ts";
import { ClientPicker } from "#web/contact/client-picker.tsx";
import type { LinkRole } from "#web/contact/link-menu.tsx";
import { RoleSelect } from "#web/contact/role-select.tsx";
import { useContactLinks } from "#web/contact/use-contact-links.ts";
import { Button } from "#web/kit/button.tsx";
import { Dialog } from "#web/kit/dialog.tsx";
import type { Option } from "#web/kit/option.ts";
import styles from "#web/contact/contact.module.css";

/** One more client somebody is a contact of. */
export function AddContactClient({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const { words } = useSpoken();
  const say = words.contact.clients;
  const acts = useContactLinks(contact);
  const [client, setClient] = useState<Option | null>(null);
  const [role, setRole] = useState<LinkRole | null>(null);
  const [problem, setProblem] = useState<string>();
  const [isPending, setIsPending] = useState(false);
  const confirm = async (): Promise<void> => {
    if (client === null) return setProblem(say.clientRequired);
    setIsPending(true);
    const error = await acts.add({ id: client.id, name: client.label }, role);
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
        <ClientPicker
          label={say.client}
          autoFocus
          value={client}
          onChange={setClient}
          taken={contact.clients?.map(({ id }) => id) ?? []}
          error={client ? undefined : problem}
        />
        <RoleSelect roles={CLIENT_CONTACT_ROLES} value={role} onChange={setRole} />
      </div>
    </Dialog>
  );
}
