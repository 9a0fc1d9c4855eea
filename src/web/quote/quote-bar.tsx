import { useEffect, useState } from "react";
import { useAllSpoken } from "#web/app/words.ts";
import { Button } from "#web/kit/button.tsx";
import { Link } from "#web/kit/link.tsx";
import { Pill } from "#web/kit/pill.tsx";
import { useIsPhone } from "#web/kit/use-is-phone.ts";
import { QuoteMenu } from "#web/quote/quote-menu.tsx";
import type { QuoteWork } from "#web/quote/quote-work.ts";
import { SheetChips } from "#web/quote/sheet-chips.tsx";
import { StatusPill } from "#web/quote/status-pill.tsx";
import { QuoteQuestions, useQuoteActs } from "#web/quote/use-quote-acts.tsx";
import type { QuoteVersion } from "#web/quote/use-quote.ts";
import type { Session } from "#web/quote/use-sheet-session.ts";
import { VersionChip } from "#web/quote/version-chip.tsx";
import chip from "#web/kit/chip.module.css";
import styles from "#web/quote/quote-page.module.css";

type QuoteBarProps = { readonly version: QuoteVersion; readonly work: QuoteWork; readonly session: Session };

/** What the version belongs to and is reckoned with, how it stands, and what can be done with it. */
export function QuoteBar({ version, work, session }: QuoteBarProps) {
  const { words } = useAllSpoken();
  const isPhone = useIsPhone();
  const acts = useQuoteActs();
  const { quote, can } = version;
  const say = words.quoting;
  const chips = (
    <div className={styles.chips}>
      <VersionChip version={version} />
      {quote.opportunity && (
        <Link
          href={`/opportunities/${quote.opportunity.id}?tab=quotes`}
          look="bare"
          className={`${chip.chip} ${chip.single} ${styles.opportunity}`}
        >
          {say.chip.opportunity} <b className={chip.value}>{quote.opportunity.name}</b>
        </Link>
      )}
      <SheetChips work={work} onRefresh={can.price ? () => acts.askRates(version) : undefined} />
    </div>
  );
  return (
    <>
      {isPhone && <h1 className={styles.name}>{quote.name}</h1>}
      <div className={styles.bar}>
        <div className={styles.acts}>
          <SavedState session={session} />
          <StatusPill version={version} />
          {can.send && (
            <Button look="primary" size="small" onPress={() => void acts.send(version)}>
              {say.verb.send}
            </Button>
          )}
          {!isPhone && <QuoteMenu version={version} />}
        </div>
        {isPhone ? (
          <details className={styles.settings}>
            <summary>{say.compare.settings}</summary>
            {chips}
          </details>
        ) : (
          chips
        )}
      </div>
      {version.isFrozen && (
        <p className={styles.frozen} role="status">
          {say.frozen[version.chosen && version.status === "draft" ? "chosen" : "sent"]}
          {can.newVersion && (
            <Button size="small" onPress={() => void acts.newVersion(version)}>
              {say.verb.newVersion}
            </Button>
          )}
        </p>
      )}
      <QuoteQuestions acts={acts} />
    </>
  );
}

const TICK_MS = 1000;

/** "Saved 2 s ago", or that it is not. */
function SavedState({ session: { session, state } }: { session: Session }) {
  const { words } = useAllSpoken();
  const say = words.quoting.saved;
  const [now, setNow] = useState(() => Date.now());
  const { status, savedAt } = state;
  useEffect(() => {
    if (savedAt === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, [savedAt]);
  if (status === "unsaved") {
    return (
      <span className={styles.saved} role="alert">
        <Pill kind="danger">{say.unsaved}</Pill>{" "}
        <Button size="small" onPress={() => void session.flush()}>
          {say.retry}
        </Button>
      </span>
    );
  }
  if (status !== "saved") return <span className={styles.saved}>{say.saving}</span>;
  if (savedAt === undefined) return null;
  const seconds = Math.max(1, Math.round((Math.max(now, savedAt) - savedAt) / 1000));
  return <span className={styles.saved}>{seconds < 60 ? say.seconds({ n: seconds }) : say.minutes({ n: Math.round(seconds / 60) })}</span>;
}
