import type { ReactNode } from "react";
import { useMay } from "#web/app/me.ts";
import { useAllWords } from "#web/app/words.ts";
import styles from "#web/settings/section.module.css";

type SectionProps = {
  title: string;
  text?: ReactNode;
  /** At the right of the title: the main button of the section. */
  action?: ReactNode;
  /** Belongs to the agency: says so to whom may only look. */
  isOfAgency?: boolean;
  children: ReactNode;
};

export function Section({ title, text, action, isOfAgency = false, children }: SectionProps) {
  const { settings } = useAllWords();
  const mayChange = useMay("settings", "write");
  return (
    <div className={styles.section}>
      <header className={styles.header}>
        <h1 className={styles.title}>{title}</h1>
        {action}
      </header>
      {text !== undefined && <p className={styles.text}>{text}</p>}
      {isOfAgency && !mayChange && <p className={styles.text}>{settings.readOnly}</p>}
      {children}
    </div>
  );
}
