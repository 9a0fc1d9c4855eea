import { Ellipsis } from "lucide-react";
import type { CLIENT_CONTACT_ROLES } from "#contract/client.ts";
import { useWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu } from "#web/kit/menu.tsx";

export type LinkRole = (typeof CLIENT_CONTACT_ROLES)[number];

type LinkMenuProps = {
  /** Of whom or of which client. */
  readonly name: string;
  readonly roles: readonly LinkRole[];
  readonly role: LinkRole | null;
  readonly isMain: boolean;
  readonly onMain: () => void;
  readonly onRole: (role: LinkRole | null) => void;
  readonly onRemove: () => void;
};

/** What can be changed of the tie between a contact and a client. */
export function LinkMenu({ name, roles, role, isMain, onMain, onRole, onRemove }: LinkMenuProps) {
  const words = useWords();
  const say = words.contact;
  const run = (id: string): void => {
    if (id === "main") return onMain();
    if (id === "remove") return onRemove();
    const chosen = roles.find((one) => one === id);
    if (chosen) onRole(chosen === role ? null : chosen);
  };
  return (
    <Menu
      label={say.roleMenu({ name })}
      trigger={<IconButton icon={Ellipsis} label={say.roleMenu({ name })} size="small" />}
      groups={[
        { id: "main", items: isMain ? [] : [{ id: "main", label: say.makeMain }] },
        { id: "roles", title: say.roleLabel, items: roles.map((id) => ({ id, label: say.role[id], isChecked: id === role })) },
        { id: "end", items: [{ id: "remove", label: words.common.remove, isDanger: true }] },
      ]}
      onAction={run}
    />
  );
}
