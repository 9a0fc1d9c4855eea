import type { ErrorComponentProps } from "@tanstack/react-router";
import { problemDetails } from "#web/app/problem-text.ts";
import { useWords } from "#web/app/words.ts";
import { ErrorPanel } from "#web/kit/error-panel.tsx";
import { Link } from "#web/kit/link.tsx";
import { LoadingFrame } from "#web/kit/loading-frame.tsx";
import styles from "#web/main/frame.module.css";

/** The code of a screen is on its way. */
export function WaitingPage() {
  const words = useWords();
  return (
    <LoadingFrame isLoading label={words.common.loading} frame={null}>
      {null}
    </LoadingFrame>
  );
}

/** A mistake of ours, or a screen's code that could not be fetched (a new version was installed): loading again helps. */
export function BrokenPage({ error }: ErrorComponentProps) {
  const words = useWords();
  return (
    <main id="content" className={styles.alone}>
      <ErrorPanel title={words.shell.broken} onRetry={() => location.reload()} details={problemDetails(error)}>
        {words.shell.brokenText}
      </ErrorPanel>
    </main>
  );
}

export function MissingPage() {
  const words = useWords();
  return (
    <main id="content" className={styles.missing}>
      <h1>{words.shell.pageNotFound}</h1>
      <p>{words.shell.pageNotFoundText}</p>
      <Link href="/opportunities">{words.shell.toBoard}</Link>
    </main>
  );
}
