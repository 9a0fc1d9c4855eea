import { useAllWords } from "#web/app/words.ts";
import { SHOWN, type Shown } from "#web/exchange/shown-rows.ts";
import type { Import } from "#web/exchange/use-import.ts";
import { classNames } from "#web/kit/class-names.ts";
import { formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import styles from "#web/exchange/import-counts.module.css";

/** What becomes of the lines: each figure shows its lines below. Without the look-alikes they add up to the file. */
export function ImportCounts({ one, shown }: { one: Import; shown: Shown }) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const { counts: say } = exchange;
  const { counts } = one;
  const seen = SHOWN.filter((id) => id !== "skipped" || counts.skipped > 0);
  const notes: Record<Shown, string> = {
    create: counts.clientsCreated > 0 ? say.clientsWith({ n: counts.clientsCreated }) : say.createNote,
    update: say.updateNote,
    same: say.sameNote,
    skipped: say.skippedNote,
    failed: say.failedNote,
    duplicates: say.duplicatesNote,
  };
  return (
    <ul className={styles.counts} aria-label={say.label}>
      {seen.map((id) => (
        <li key={id}>
          <Link href={`/imports/${one.id}?step=check&show=${id}`} look="bare" isCurrent={id === shown} className={styles.count}>
            <b className={classNames(styles.figure, counts[id] > 0 && styles[id])}>{formatNumber(counts[id], locale)}</b>{" "}
            <span className={styles.words}>{say[id]}</span> <span className={styles.note}>{notes[id]}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
