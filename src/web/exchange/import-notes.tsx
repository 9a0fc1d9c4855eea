import { useAllWords } from "#web/app/words.ts";
import type { Import } from "#web/exchange/use-import.ts";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/exchange/import-page.module.css";

/** What the import decides by itself, said before it does. */
export function ImportNotes({ one }: { one: Import }) {
  const { exchange } = useAllWords();
  const { notes: say } = exchange;
  const { ownersNotFound, reasonNotStated } = one.counts;
  const notes = [
    ...(ownersNotFound > 0 ? [say.owners({ n: ownersNotFound })] : []),
    ...(reasonNotStated > 0 ? [say.reasons({ n: reasonNotStated })] : []),
    ...one.made.map(({ list, name, rows }) => say.made({ list: say.list[list], name, n: rows })),
  ];
  if (notes.length === 0) return null;
  return (
    <Panel title={say.title}>
      <ul className={styles.notes}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </Panel>
  );
}
