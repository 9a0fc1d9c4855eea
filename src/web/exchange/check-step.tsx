import { useEffect, useRef } from "react";
import { useAllWords } from "#web/app/words.ts";
import { ChoicesPanel } from "#web/exchange/choices-panel.tsx";
import { ColumnsPanel } from "#web/exchange/columns-panel.tsx";
import { ImportCounts } from "#web/exchange/import-counts.tsx";
import { ImportFooter } from "#web/exchange/import-footer.tsx";
import { ImportNotes } from "#web/exchange/import-notes.tsx";
import { linesToWrite, stepHref } from "#web/exchange/import-steps.ts";
import { QuestionPanel } from "#web/exchange/question-panel.tsx";
import { RowsPanel } from "#web/exchange/rows-panel.tsx";
import { showOf } from "#web/exchange/shown-rows.ts";
import { useCorrectImport, useImportAct, type Import } from "#web/exchange/use-import.ts";
import { announce } from "#web/kit/announce.tsx";
import { Button } from "#web/kit/button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import styles from "#web/exchange/import-page.module.css";

/** Every line checked: questions first, then what becomes of each, and the way to correct it. */
export function CheckStep({ one, show }: { one: Import; show: unknown }) {
  const { exchange } = useAllWords();
  const { correct, isCorrecting } = useCorrectImport(one.id);
  useSaidCounts(one);
  const shown = showOf(one, show);
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.main} aria-busy={isCorrecting}>
          {one.failure !== null && (
            <p role="alert" className={styles.alert}>
              {exchange.result.failed} {one.failureDetail}
            </p>
          )}
          {one.questions.map((question) => (
            <QuestionPanel key={question.header} question={question} correct={correct} />
          ))}
          <ImportCounts one={one} shown={shown} />
          <RowsPanel one={one} show={shown} correct={correct} />
        </div>
        <div className={styles.side}>
          <ColumnsPanel one={one} />
          <ChoicesPanel one={one} />
          <ImportNotes one={one} />
        </div>
      </div>
      <Foot one={one} isCorrecting={isCorrecting} />
    </>
  );
}

function Foot({ one, isCorrecting }: { one: Import; isCorrecting: boolean }) {
  const { exchange } = useAllWords();
  const { navigate } = useSurroundings();
  const run = useImportAct(one.id, "runImport");
  const { foot } = exchange;
  const n = linesToWrite(one);
  const refused = one.questions.length > 0 ? foot.answerFirst : n === 0 ? foot.nothing : undefined;
  const { failed } = one.counts;
  return (
    <ImportFooter
      one={one}
      before={<Button onPress={() => navigate(stepHref(one, "columns"))}>{foot.columns}</Button>}
      note={failed > 0 ? foot.failedStay({ n: failed }) : undefined}
    >
      <Button look="primary" isPending={run.isPending || isCorrecting} disabledReason={refused} onPress={() => run.mutate()}>
        {foot.run({ n })}
      </Button>
    </ImportFooter>
  );
}

/** What a correction changed is heard as well as seen. */
function useSaidCounts(one: Import): void {
  const { exchange } = useAllWords();
  const { create, update, failed } = one.counts;
  const said = exchange.counts.changed({ create, update, failed });
  const before = useRef(said);
  useEffect(() => {
    if (before.current !== said) announce(said);
    before.current = said;
  }, [said]);
}
