import { LogOut, UserRound } from "lucide-react";
import type { ReactElement } from "react";
import { useState } from "react";
import type { Me } from "#contract/me.ts";
import { LANGUAGE_NAMES } from "#web/app/language.ts";
import { useEditMe } from "#web/app/use-edit-me.ts";
import { useWords } from "#web/app/words.ts";
import { Menu, type MenuGroup } from "#web/kit/menu.tsx";
import { signOut } from "#web/main/sign-out.ts";
import type { FirstWords } from "#words/en-first.ts";

/** Opened at once: it is fetched because its button was pressed. */
export function AccountMenu({ me, trigger }: { me: Me; trigger: ReactElement }) {
  const words = useWords();
  const edit = useEditMe();
  const [isOpen, setIsOpen] = useState(true);
  function act(id: string) {
    if (id === "signOut") void signOut();
    const [field, value] = id.split(":");
    if (value !== undefined) edit({ [field ?? ""]: value });
  }
  return (
    <Menu
      trigger={trigger}
      label={words.shell.menu.label({ name: me.name })}
      groups={groupsOf(me, words)}
      onAction={act}
      isOpen={isOpen}
      onOpenChange={setIsOpen}
    />
  );
}

function groupsOf(me: Me, words: FirstWords): MenuGroup[] {
  const { menu } = words.shell;
  const choices = <Value extends string>(field: "language" | "theme" | "density", labels: Record<Value, string>) =>
    Object.entries<string>(labels).map(([value, label]) => ({ id: `${field}:${value}`, label, isChecked: me[field] === value }));
  return [
    { id: "profile", title: me.name, items: [{ id: "profile", label: menu.profile, icon: UserRound, href: "/settings/me" }] },
    { id: "language", title: menu.language, items: choices("language", LANGUAGE_NAMES) },
    { id: "theme", title: menu.theme, items: choices("theme", { system: menu.system, light: menu.light, dark: menu.dark }) },
    { id: "density", title: menu.density, items: choices("density", { standard: menu.standard, compact: menu.compact }) },
    { id: "leave", items: [{ id: "signOut", label: menu.signOut, icon: LogOut }] },
  ];
}
