import { Check, type LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { Header } from "react-aria-components/Header";
import { Menu as AriaMenu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import styles from "#web/kit/overlay.module.css";

export type MenuAct = {
  id: string;
  label: string;
  icon?: LucideIcon;
  kbd?: string;
  isDanger?: boolean;
  isChecked?: boolean;
  /** Goes there instead of acting. */
  href?: string;
  disabledReason?: string | undefined;
};

export type MenuGroup = { id: string; title?: string; items: readonly MenuAct[] };

export type MenuProps = {
  /** A kit button; it opens the menu. */
  trigger: ReactElement;
  label: string;
  groups: readonly MenuGroup[];
  onAction: (id: string) => void;
  placement?: "bottom start" | "bottom end" | "top start" | "top end";
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
};

export function Menu({ trigger, label, groups, onAction, placement = "bottom end", isOpen, onOpenChange }: MenuProps) {
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      {trigger}
      <Popover className={styles.popover ?? ""} placement={placement} offset={4}>
        <AriaMenu aria-label={label} onAction={(key) => onAction(String(key))} className={styles.list ?? ""}>
          {groups
            .filter(({ items }) => items.length > 0)
            .map((group) => (
              <MenuSection
                key={group.id}
                id={`group:${group.id}`}
                aria-label={group.title ?? label}
                className={classNames(styles.section, group.title === undefined && styles.apart)}
              >
                {group.title !== undefined && <Header className={styles.heading}>{group.title}</Header>}
                {group.items.map((item) => (
                  <Row key={item.id} {...item} />
                ))}
              </MenuSection>
            ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

function Row({ id, label, icon, kbd, isDanger, isChecked, href, disabledReason }: MenuAct) {
  return (
    <MenuItem
      id={id}
      textValue={label}
      isDisabled={disabledReason !== undefined}
      className={classNames(styles.item, isDanger && styles.danger)}
      href={href}
    >
      {icon && <Icon of={icon} />}
      <span className={styles.words}>
        {disabledReason === undefined ? (
          <span>{label}</span>
        ) : (
          <>
            <Text slot="label">{label}</Text>
            <Text slot="description" className={styles.detail}>
              {disabledReason}
            </Text>
          </>
        )}
      </span>
      {isChecked && <Icon of={Check} className={styles.tick} />}
      {kbd !== undefined && <Kbd keys={kbd} />}
    </MenuItem>
  );
}
