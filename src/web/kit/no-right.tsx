import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { Icon } from "#web/kit/icon.tsx";
import styles from "#web/kit/no-right.module.css";

export type NoRightProps = {
  /** "Vous n'avez pas accès aux contacts." */
  title: string;
  /** Whom to ask: "Demandez à un administrateur : Paul Moreau." */
  children?: ReactNode;
};

export function NoRight({ title, children }: NoRightProps) {
  return (
    <div className={styles.panel}>
      <Icon of={Lock} className={styles.lock} />
      <div>
        <p className={styles.title}>{title}</p>
        {children && <p className={styles.text}>{children}</p>}
      </div>
    </div>
  );
}
