import { useAllWords } from "#web/app/words.ts";
import { stepHref, stopsOf, type Step } from "#web/exchange/import-steps.ts";
import type { Import } from "#web/exchange/use-import.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Link } from "#web/kit/link.tsx";
import { RouteLine } from "#web/kit/route-line.tsx";
import styles from "#web/exchange/import-page.module.css";

export function ImportHeader({ one, step }: { one: Import; step: Step }) {
  const words = useAllWords();
  const { exchange } = words;
  const { navigate } = useSurroundings();
  const isDraft = step === "columns" || step === "check";
  const goBack = (id: string): void =>
    navigate(id === "columns" || id === "check" ? stepHref(one, id) : `/settings/imports?kind=${one.kind}`);
  return (
    <header className={styles.header}>
      <nav aria-label={exchange.title} className={styles.crumbs}>
        <Link href="/settings/imports">{exchange.title}</Link>
        <span> / {one.fileName}</span>
      </nav>
      <div className={styles.heading}>
        <h1 className={styles.title}>{exchange.titleOf[one.kind]}</h1>
        {isDraft && <p className={styles.note}>{exchange.notWritten}</p>}
      </div>
      <RouteLine label={exchange.steps.label} stops={stopsOf(one, step, words)} onSelect={goBack} />
    </header>
  );
}
