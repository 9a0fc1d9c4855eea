import { useState } from "react";
import { useAllWords } from "#web/app/words.ts";
import { linesToWrite } from "#web/exchange/import-steps.ts";
import { RevertDialog } from "#web/exchange/revert-dialog.tsx";
import { DownloadFailed } from "#web/exchange/rows-panel.tsx";
import type { Import } from "#web/exchange/use-import.ts";
import { Button } from "#web/kit/button.tsx";
import { formatNumber } from "#web/kit/format.ts";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/exchange/import-page.module.css";

const OUTCOMES = ["create", "update", "same", "skipped", "failed"] as const;
const LISTS = { clients: "/clients", contacts: "/contacts", opportunities: "/opportunities/list?outcome=all" } as const;

/** What came of it, what is left to correct, and the way back. */
export function ResultStep({ one }: { one: Import }) {
  const { exchange } = useAllWords();
  const { navigate, today } = useSurroundings();
  const { result: say } = exchange;
  const [isAsking, setIsAsking] = useState(false);
  const isReverted = one.state === "reverted";
  const until = one.revertibleUntil;
  return (
    <div className={styles.single}>
      {one.failureDetail !== null && (
        <p role="alert" className={styles.alert}>
          {say.notReverted} {one.failureDetail}
        </p>
      )}
      <Panel title={isReverted ? say.reverted : say.done({ n: linesToWrite(one) })}>
        <Figures one={one} />
        <div className={styles.acts}>
          {!isReverted && (
            <Button look="primary" onPress={() => navigate(LISTS[one.kind])}>
              {say.see[one.kind]}
            </Button>
          )}
          <Button onPress={() => navigate(`/settings/imports?kind=${one.kind}`)}>{say.another}</Button>
          {until !== null && until >= today && (
            <Button look="danger-quiet" onPress={() => setIsAsking(true)}>
              {say.revert}
            </Button>
          )}
        </div>
      </Panel>
      {one.counts.failed > 0 && (
        <Panel title={say.failedRows({ n: one.counts.failed })} edge="danger">
          <p className={styles.text}>{say.failedText}</p>
          <div className={styles.acts}>
            <DownloadFailed one={one}>{say.download}</DownloadFailed>
          </div>
        </Panel>
      )}
      {isAsking && until !== null && <RevertDialog one={one} until={until} onClose={() => setIsAsking(false)} />}
    </div>
  );
}

function Figures({ one }: { one: Import }) {
  const { exchange } = useAllWords();
  const { locale } = useSurroundings();
  const words = exchange.result.counts;
  return (
    <dl className={styles.figures}>
      {OUTCOMES.filter((id) => id !== "skipped" || one.counts.skipped > 0).map((id) => (
        <div key={id} className={styles.figure}>
          <dt>{words[id]}</dt>
          <dd>{formatNumber(one.counts[id], locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
