import type { ReactNode } from "react";
import styles from "#web/kit/visually-hidden.module.css";

/** Heard, not seen. */
export function VisuallyHidden({ children, id }: { children: ReactNode; id?: string }) {
  return (
    <span id={id} className={styles.hidden}>
      {children}
    </span>
  );
}
