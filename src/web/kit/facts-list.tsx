import type { ReactNode } from "react";
import styles from "#web/kit/facts-list.module.css";

/** Labels of 128 px and what they say, a line each. Holds `Fact`s. */
export function FactsList({ children }: { children: ReactNode }) {
  return <dl className={styles.list}>{children}</dl>;
}

export type FactProps = { label: string; children: ReactNode };

export function Fact({ label, children }: FactProps) {
  return (
    <div className={styles.fact}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{children}</dd>
    </div>
  );
}
