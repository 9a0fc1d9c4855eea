import { X } from "lucide-react";
import type { ReactNode } from "react";
import { useWords } from "#web/app/words.ts";
import { IconButton } from "#web/kit/icon-button.tsx";
import { Kbd } from "#web/kit/kbd.tsx";
import { Link } from "#web/kit/link.tsx";
import { Sheet } from "#web/kit/sheet.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import styles from "#web/app/peek-area.module.css";

type PeekPanelProps = {
  /** Undefined until it is known. */
  readonly name: string | undefined;
  readonly href: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Beside its list, 480 px; on a phone a sheet. Enter on the row opens the record, so does its name here. */
export function PeekPanel({ name, href, onClose, children }: PeekPanelProps) {
  const { common } = useWords();
  const isPhone = useIsPhone();
  const title = name ?? common.loading;
  const open = <Link href={href}>{common.open}</Link>;
  if (isPhone)
    return (
      <Sheet isOpen onClose={onClose} title={title} footer={open}>
        <div className={styles.sheet}>{children}</div>
      </Sheet>
    );
  return (
    <aside className={styles.panel} aria-label={common.peek.of({ name: title })} data-peek>
      <header className={styles.head}>
        <h2 className={styles.title} title={name}>
          <Link href={href} look="name">
            {title}
          </Link>
        </h2>
        <Kbd keys="enter" />
        <IconButton icon={X} size="small" label={common.peek.close} onPress={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </aside>
  );
}
