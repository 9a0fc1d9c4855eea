import { useAllWords } from "#web/app/words.ts";
import type { Import } from "#web/exchange/use-import.ts";
import { formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import { RouteProgress } from "#web/kit/route-progress.tsx";
import styles from "#web/exchange/import-page.module.css";

/** The job goes on whether it is watched or not. */
export function RunningStep({ one }: { one: Import }) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const { running: say } = exchange;
  const total = one.total ?? one.counts.rows;
  const title = { checking: exchange.reading, reverting: say.reverting }[one.state as "checking"] ?? say.title;
  const isCounted = one.state !== "reverting" && total > 0;
  return (
    <div className={styles.single}>
      <Panel title={title}>
        <RouteProgress label={title} {...(isCounted ? { percent: (one.done / total) * 100 } : {})} />
        {isCounted && <p role="status">{say.progress({ done: formatNumber(one.done, locale), total: formatNumber(total, locale) })}</p>}
        <p className={styles.text}>{say.text}</p>
      </Panel>
    </div>
  );
}
