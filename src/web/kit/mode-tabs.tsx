import { formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import styles from "#web/kit/mode-tabs.module.css";

export type ModeTab = {
  id: string;
  label: string;
  href: string;
  /** Has changes that are not saved. */ isChanged?: string;
  count?: number;
};

export type ModeTabsProps = {
  label: string;
  items: readonly ModeTab[];
  value: string;
  /** framed: ways to look (Pipeline, Liste) · underlined: saved views */
  look?: "framed" | "underlined";
};

/** Links between views of the same things: each has its address. */
export function ModeTabs({ label, items, value, look = "framed" }: ModeTabsProps) {
  const { locale } = useSurroundings();
  return (
    <nav aria-label={label} className={styles[look]}>
      {items.map(({ id, label: name, href, isChanged, count }) => (
        <Link key={id} href={href} look="bare" isCurrent={id === value} className={styles.tab}>
          {name}
          {count !== undefined && <span className={styles.count}>{formatNumber(count, locale, 0)}</span>}
          {isChanged !== undefined && <span role="img" aria-label={isChanged} className={styles.changed} />}
        </Link>
      ))}
    </nav>
  );
}
