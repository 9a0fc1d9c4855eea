import type { ReactNode } from "react";
import { RouteMotif } from "#web/kit/route-motif.tsx";
import styles from "#web/kit/empty-state.module.css";

export type EmptyStateProps = {
  title: string;
  /** What can be done, in a sentence. */
  children: ReactNode;
  /** Buttons, the main one first. */
  actions?: ReactNode;
  /** A line under them. */
  note?: ReactNode;
  /** A foot of quiet links. */
  footer?: ReactNode;
  level?: 2 | 3;
};

/** A new account, an empty list: three hollow stops, and the way to the first one. */
export function EmptyState({ title, children, actions, note, footer, level = 2 }: EmptyStateProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={styles.card}>
      <div className={styles.body}>
        <RouteMotif />
        <Heading className={styles.title}>{title}</Heading>
        <p className={styles.text}>{children}</p>
        {actions && <div className={styles.actions}>{actions}</div>}
        {note && <p className={styles.note}>{note}</p>}
      </div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </section>
  );
}
