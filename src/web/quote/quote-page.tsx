import { useParams, useSearch } from "@tanstack/react-router";
import { ApiProblem } from "#web/api/api.ts";
import { DeletedRecord } from "#web/app/deleted-record.tsx";
import { useDocumentTitle } from "#web/app/document-title.ts";
import { useLiveUpdates } from "#web/app/live-events.ts";
import { Loaded } from "#web/app/loaded.tsx";
import { ModuleRight } from "#web/app/module-right.tsx";
import { useAllSpoken } from "#web/app/words.ts";
import { Block } from "#web/kit/loading-frame.tsx";
import { Page } from "#web/kit/page.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { QuoteBuilder } from "#web/quote/quote-builder.tsx";
import { QuoteMenu } from "#web/quote/quote-menu.tsx";
import { useQuote, useQuoteVersion } from "#web/quote/use-quote.ts";
import { useQuoteActs } from "#web/quote/use-quote-acts.tsx";
import styles from "#web/quote/quote-page.module.css";

/** A version of a quote: its grid, what it comes to, and what can be done with it. */
export function QuotePage() {
  const { title, noRight } = useAllSpoken().words.quoting;
  return (
    <ModuleRight module="quotes" title={title} what={noRight}>
      <Shown />
    </ModuleRight>
  );
}

function Shown() {
  const { words } = useAllSpoken();
  const say = words.quoting;
  const { id = "" } = useParams({ strict: false }) as { readonly id?: string };
  const quote = useQuote(id);
  const number = useVersionNumber() ?? quote.data?.newestVersion;
  const version = useQuoteVersion(id, number);
  const isPhone = useIsPhone();
  const acts = useQuoteActs();
  useLiveUpdates();
  useDocumentTitle(quote.data && `${quote.data.number} ${quote.data.name}`);
  const deleted = [quote.error, version.error].find((error) => error instanceof ApiProblem && error.code === "record.deleted");
  const title = quote.data && number !== undefined ? say.pageTitle({ number: quote.data.number, version: number }) : say.title;
  return (
    <Page
      title={title}
      isFixed={!isPhone}
      hasOwnHeading={isPhone && version.data !== undefined}
      back={{ href: "/quotes", label: words.common.back, text: title }}
      phoneActions={version.data && isPhone && <QuoteMenu version={version.data} />}
    >
      {deleted instanceof ApiProblem ? (
        <DeletedRecord problem={deleted} onRestore={() => void acts.restore(id)} />
      ) : (
        <div className={styles.loaded} data-waiting={version.data === undefined || undefined}>
          <Loaded query={version.data || quote.data ? version : (quote as never)} label={say.loadingOne} frame={<Frame />}>
            {(loaded) => <QuoteBuilder key={`${id} ${number}`} version={loaded} />}
          </Loaded>
        </div>
      )}
    </Page>
  );
}

function Frame() {
  return (
    <div className={styles.page}>
      <Block height={480} />
    </div>
  );
}

/** "?version=3" */
export function useVersionNumber(): number | undefined {
  const { version } = useSearch({ strict: false }) as { readonly version?: unknown };
  const number = Number(version);
  return Number.isSafeInteger(number) && number >= 1 ? number : undefined;
}
