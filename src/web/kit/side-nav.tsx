import { classNames } from "#web/kit/class-names.ts";
import { formatNumber } from "#web/kit/format.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useShortcutSettings } from "#web/kit/keyboard.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { Link } from "#web/kit/link.tsx";
import type { NavGroup, NavItem } from "#web/kit/nav-item.ts";
import { Brand } from "#web/kit/route-motif.tsx";
import { printedKeys } from "#web/kit/shortcut-keys.ts";
import styles from "#web/kit/side-nav.module.css";

export type SideNavProps = {
  name: string;
  homeHref: string;
  current?: string | undefined;
  nav: readonly NavItem[];
  groups?: readonly NavGroup[];
  foot?: readonly NavItem[];
};

export function SideNav({ name, homeHref, current, nav, groups = [], foot = [] }: SideNavProps) {
  const words = useKitWords();
  return (
    <nav aria-label={words.mainNavigation} className={styles.nav}>
      <Link href={homeHref} look="bare" className={styles.brand}>
        <Brand name={name} />
      </Link>
      <List items={nav} current={current} />
      {groups.map((group) => (
        <section key={group.id} aria-labelledby={`nav-${group.id}`} className={styles.group}>
          <h2 id={`nav-${group.id}`} className={styles.title}>
            {group.title}
          </h2>
          <List items={group.items} current={current} />
        </section>
      ))}
      <div className={styles.foot}>
        <List items={foot} current={current} />
      </div>
    </nav>
  );
}

type ListProps = { items: readonly (Omit<NavItem, "icon"> & Partial<Pick<NavItem, "icon">>)[]; current: string | undefined };

function List({ items, current }: ListProps) {
  const words = useKitWords();
  const { locale } = useSurroundings();
  const { isOn } = useShortcutSettings();
  return (
    <ul>
      {items.map(({ id, label, href, icon, count, kbd }) => (
        <li key={id}>
          <Link href={href} look="bare" isCurrent={id === current} title={label} className={classNames(styles.item, icon && styles.drawn)}>
            {icon && <Icon of={icon} className={styles.icon} />}
            <span className={styles.label}>{label}</span>
            {count !== undefined && <span className={styles.count}>{formatNumber(count, locale, 0)}</span>}
            {kbd !== undefined && isOn && (
              <span aria-hidden className={styles.count}>
                {printedKeys(kbd, words.keys).join(` ${words.then} `)}
              </span>
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
