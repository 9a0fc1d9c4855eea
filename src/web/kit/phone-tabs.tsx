import type { LucideIcon } from "lucide-react";
import { Button } from "react-aria-components/Button";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { useKitWords } from "#web/kit/kit-words.ts";
import { Link } from "#web/kit/link.tsx";
import styles from "#web/kit/phone-tabs.module.css";

export type PhoneTab = {
  id: string;
  label: string;
  icon: LucideIcon;
  /** The round one in the middle: create. */
  isMain?: boolean;
} & ({ href: string } | { onPress: () => void });

export type PhoneTabsProps = { items: readonly PhoneTab[]; current: string | undefined };

export function PhoneTabs({ items, current }: PhoneTabsProps) {
  const words = useKitWords();
  return (
    <nav aria-label={words.mainNavigation} className={styles.bar}>
      {items.map((item) =>
        "href" in item ? (
          <Link key={item.id} href={item.href} look="bare" isCurrent={item.id === current} className={styles.tab}>
            <Drawing {...item} />
          </Link>
        ) : (
          <Button key={item.id} onPress={item.onPress} className={styles.tab ?? ""}>
            <Drawing {...item} />
          </Button>
        ),
      )}
    </nav>
  );
}

function Drawing({ icon, label, isMain }: Pick<PhoneTab, "icon" | "label" | "isMain">) {
  return (
    <>
      <span className={classNames(styles.icon, isMain && styles.main)}>
        <Icon of={icon} size={20} />
      </span>
      {label}
    </>
  );
}
