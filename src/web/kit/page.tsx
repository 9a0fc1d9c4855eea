import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { classNames } from "#web/kit/class-names.ts";
import { Icon } from "#web/kit/icon.tsx";
import { Link } from "#web/kit/link.tsx";
import { useTopBarSlots } from "#web/kit/shell.tsx";
import { useHidesOnScroll } from "#web/kit/use-hides-on-scroll.ts";
import styles from "#web/kit/page.module.css";

export type PageProps = {
  /** In the top bar: the page's name, or the module's on the page of a record. */
  title: string;
  /** The page of a record draws its own h1: the bar's title is then no heading. */
  hasOwnHeading?: boolean;
  /** Instead of the shell's button; null for none. */
  primary?: ReactNode;
  /** On phone: back to where, and what stands there instead of the title (a record's number). */
  back?: { href: string; label: string; text?: string };
  /** On phone, at the right of the header: star, menu, filters. */
  phoneActions?: ReactNode;
  children: ReactNode;
  /** Exactly the height of the window: the content scrolls inside (the board). */
  isFixed?: boolean;
};

/** The top bar and the main region of a screen. */
export function Page({ title, hasOwnHeading = false, back, phoneActions, children, isFixed = false, ...own }: PageProps) {
  const slots = useTopBarSlots();
  const primary = own.primary === undefined ? slots.primary : own.primary;
  const isHidden = useHidesOnScroll();
  const Title = hasOwnHeading ? "p" : "h1";
  return (
    <>
      <header className={styles.bar} data-hidden={isHidden || undefined}>
        {back && (
          <Link href={back.href} look="bare" label={back.label} className={styles.back}>
            <Icon of={ChevronLeft} size={20} />
          </Link>
        )}
        <Title className={classNames(styles.title, back?.text !== undefined && styles.replaced)}>{title}</Title>
        {back?.text !== undefined && <span className={styles.number}>{back.text}</span>}
        <div className={styles.search}>{slots.search}</div>
        <div className={styles.primary}>{primary}</div>
        <div className={styles.phone}>{phoneActions}</div>
        <div className={styles.bell}>{slots.bell}</div>
      </header>
      <main id="content" tabIndex={-1} className={classNames(styles.main, isFixed && styles.fixed)}>
        {children}
      </main>
    </>
  );
}
