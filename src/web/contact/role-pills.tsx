import { useWords } from "#web/app/words.ts";
import type { LinkRole } from "#web/contact/link-menu.tsx";
import { Pill } from "#web/kit/pill.tsx";
import styles from "#web/contact/contact.module.css";

/** What a person is at a client. */
export function RolePills({ role, isMain }: { role: LinkRole | null; isMain: boolean }) {
  const say = useWords().contact;
  if (role === null && !isMain) return null;
  return (
    <span className={styles.pills}>
      {isMain && <Pill>{say.main}</Pill>}
      {role !== null && <Pill>{say.role[role]}</Pill>}
    </span>
  );
}
