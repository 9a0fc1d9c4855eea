import { useAllWords } from "#web/app/words.ts";
import { ChoicesPanel } from "#web/exchange/choices-panel.tsx";
import { ColumnsTable } from "#web/exchange/columns-table.tsx";
import { fieldLabel } from "#web/exchange/field-label.ts";
import { ImportFooter } from "#web/exchange/import-footer.tsx";
import { stepHref } from "#web/exchange/import-steps.ts";
import { useCorrectImport, type Import } from "#web/exchange/use-import.ts";
import { OwnersPanel, StagesPanel } from "#web/exchange/values-panel.tsx";
import { Button } from "#web/kit/button.tsx";
import { useSurroundings } from "#web/kit/kit-provider.tsx";
import { Panel } from "#web/kit/panel.tsx";
import styles from "#web/exchange/import-page.module.css";

/** What each column is, how the file is written, and what the values of stages and owners mean. */
export function ColumnsStep({ one }: { one: Import }) {
  const { exchange } = useAllWords();
  const { navigate } = useSurroundings();
  const { correct, isCorrecting } = useCorrectImport(one.id);
  const taken = one.columns.filter(({ field }) => field !== null).length;
  return (
    <>
      <div className={styles.columns} aria-busy={isCorrecting}>
        <div className={styles.main}>
          {one.missing.map((field) => (
            <p key={field} role="alert" className={styles.alert}>
              {exchange.columns.missing({ field: fieldLabel(field, exchange) })}
            </p>
          ))}
          <Panel title={exchange.columns.title} count={exchange.columns.of({ taken, all: one.columns.length })} isFlush>
            <ColumnsTable one={one} correct={correct} />
          </Panel>
        </div>
        <div className={styles.side}>
          <ChoicesPanel one={one} correct={correct} />
          {one.stageValues.length > 0 && <StagesPanel one={one} correct={correct} />}
          {one.ownerValues.length > 0 && <OwnersPanel one={one} correct={correct} />}
        </div>
      </div>
      <ImportFooter one={one}>
        <Button
          look="primary"
          isPending={isCorrecting}
          disabledReason={one.missing.length > 0 ? exchange.foot.mapFirst : undefined}
          onPress={() => navigate(stepHref(one, "check"))}
        >
          {exchange.columns.next}
        </Button>
      </ImportFooter>
    </>
  );
}
