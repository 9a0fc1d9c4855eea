import { useKitWords } from "#web/kit/kit-words.ts";
import { useShortcutSettings } from "#web/kit/keyboard.tsx";
import { printedKeys } from "#web/kit/shortcut-keys.ts";
import styles from "#web/kit/kbd.module.css";

/** Shows a shortcut ("n", "mod+k", "g o") as printed on the keys. Absent on touch and when shortcuts are off. */
export function Kbd({ keys }: { keys: string }) {
  const words = useKitWords();
  const { isOn } = useShortcutSettings();
  if (!isOn) return null;
  return (
    <kbd aria-hidden className={styles.kbd}>
      {printedKeys(keys, words.keys).join(` ${words.then} `)}
    </kbd>
  );
}
