import { useId, type ReactNode } from "react";
import { classNames } from "#web/kit/class-names.ts";
import styles from "#web/kit/panel.module.css";

export type PanelProps = {
  title: string;
  /** Beside the title, part of its name for readers: 6, "13 sur 14". */
  count?: ReactNode;
  /** At the right: a link or a small button. */
  action?: ReactNode;
  children: ReactNode;
  /** The content reaches the edges: tables, lists of rows. */
  isFlush?: boolean;
  /** A 3 px edge at the left that says the same as its words. */
  edge?: "danger" | "warning" | "accent";
  level?: 2 | 3;
  className?: string | undefined;
};

export function Panel({ title, count, action, children, isFlush = false, edge, level = 2, className }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section aria-labelledby={id} className={classNames(styles.panel, isFlush && styles.flush, edge && styles[edge], className)}>
      <header className={styles.header}>
        <Heading id={id} className={styles.title}>
          {title}
          {count !== undefined && <span className={styles.count}> {count}</span>}
        </Heading>
        {action !== undefined && <div className={styles.action}>{action}</div>}
      </header>
      {children}
    </section>
  );
}
