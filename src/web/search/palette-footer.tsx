import { useWords } from "#web/app/words.ts";
import type { PaletteContent } from "#web/search/use-palette-groups.ts";
import styles from "#web/search/palette.module.css";

/** The keys of the palette, and how much stands in it. */
export function PaletteFooter({ content, hasText }: { readonly content: PaletteContent; readonly hasText: boolean }) {
  const { search: words, shell } = useWords();
  const { keys } = shell.kit;
  const { results, acts, isWaiting } = content;
  return (
    <footer className={styles.footer}>
      <span className={styles.keys}>
        <kbd className={styles.key}>↑</kbd> <kbd className={styles.key}>↓</kbd> {words.walk}
      </span>
      <span className={styles.keys}>
        <kbd className={styles.key}>{keys.enter}</kbd> {words.follow}
      </span>
      <span className={styles.keys}>
        <kbd className={styles.key}>
          {keys.mod} {keys.enter}
        </kbd>{" "}
        {words.aside}
      </span>
      {hasText && <span className={styles.count}>{isWaiting ? words.searching : words.count({ results, acts })}</span>}
    </footer>
  );
}
