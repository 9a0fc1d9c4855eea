import { useParams, useSearch } from "@tanstack/react-router";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { useAllWords } from "#web/app/words.ts";
import { CheckStep } from "#web/exchange/check-step.tsx";
import { ColumnsStep } from "#web/exchange/columns-step.tsx";
import { ImportHeader } from "#web/exchange/import-header.tsx";
import { stepOf } from "#web/exchange/import-steps.ts";
import { ResultStep } from "#web/exchange/result-step.tsx";
import { RunningStep } from "#web/exchange/running-step.tsx";
import { isUnderWay, useImport, type Import } from "#web/exchange/use-import.ts";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import styles from "#web/exchange/import-page.module.css";

/** One import, from its file to its result. It may be left at any step and come back to. */
export function ImportPage() {
  const words = useAllWords();
  const { id = "" } = useParams({ strict: false });
  const one = useImport(id);
  useDocumentTitle(one.data?.fileName);
  return (
    <Page
      title={words.settings.title}
      hasOwnHeading={one.data !== undefined}
      back={{ href: "/settings/imports", label: words.exchange.title }}
    >
      <div className={styles.page}>
        <Loaded query={one} label={words.exchange.loadingOne} frame={<Block height={420} />}>
          {(data) => <Steps one={data} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Steps({ one }: { one: Import }) {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const step = stepOf(one, search["step"]);
  return (
    <>
      <ImportHeader one={one} step={step} />
      {isUnderWay(one.state) && <RunningStep one={one} />}
      {!isUnderWay(one.state) && step === "columns" && <ColumnsStep one={one} />}
      {!isUnderWay(one.state) && step === "check" && <CheckStep one={one} show={search["show"]} />}
      {!isUnderWay(one.state) && step === "result" && <ResultStep one={one} />}
    </>
  );
}
