import type { ReactNode } from "react";
import { useKitWords } from "#web/kit/kit-words.ts";
import { useRegisteredShortcuts, useShortcutSettings } from "#web/kit/keyboard.tsx";
import { printedKeys } from "#web/kit/shortcut-keys.ts";
import type { Registration } from "#web/kit/shortcut-registry.ts";
import { Sheet } from "#web/kit/sheet.tsx";
import styles from "#web/kit/shortcuts-sheet.module.css";

export type ShortcutsSheetProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  /** Said when single keys are switched off. */
  offNote: string;
  /** Above the keys: the way to the help. */
  children?: ReactNode;
};

/** Every shortcut of the present screen, as declared: the list cannot be out of date. */
export function ShortcutsSheet({ isOpen, onClose, title, offNote, children }: ShortcutsSheetProps) {
  const { isOn } = useShortcutSettings();
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={title}>
      {children}
      {!isOn && <p className={styles.note}>{offNote}</p>}
      <ShortcutsList />
    </Sheet>
  );
}

export function ShortcutsList() {
  const groups = Object.entries(Object.groupBy(useRegisteredShortcuts().filter(isListed), ({ group }) => group));
  return groups.map(([group, shortcuts = []]) => (
    <section key={group} className={styles.section}>
      <h3 className={styles.group}>{group}</h3>
      <dl className={styles.list}>
        {withoutRepeats(shortcuts).map((shortcut) => (
          <Row key={shortcut.keys} {...shortcut} />
        ))}
      </dl>
    </section>
  ));
}

function Row({ keys, label }: Registration) {
  const words = useKitWords();
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd>
        {printedKeys(keys, words.keys).map((key, index) => (
          <span key={index}>
            {index > 0 && <span className={styles.then}> {words.then} </span>}
            <kbd className={styles.key}>{key}</kbd>
          </span>
        ))}
      </dd>
    </div>
  );
}

function isListed({ isHidden }: Registration): boolean {
  return !isHidden;
}

function withoutRepeats(shortcuts: readonly Registration[]): Registration[] {
  return [...new Map(shortcuts.map((shortcut) => [shortcut.keys, shortcut])).values()];
}
