import { Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useSpoken } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Menu } from "#web/kit/menu.tsx";

type LinkMenuProps = { readonly name: string; readonly onEdit: () => void; readonly onRemove: () => void };

export function LinkMenu({ name, onEdit, onRemove }: LinkMenuProps) {
  const { words } = useSpoken();
  const say = words.partner;
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} size="small" label={say.actions({ name })} />}
      label={say.actions({ name })}
      onAction={(id) => (id === "edit" ? onEdit() : onRemove())}
      groups={[
        { id: "edit", items: [{ id: "edit", label: say.edit, icon: Pencil }] },
        { id: "remove", items: [{ id: "remove", label: say.remove, icon: Trash2, isDanger: true }] },
      ]}
    />
  );
}
