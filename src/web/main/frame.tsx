import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { ApiProblem } from "#web/api/api.ts";
import { meQuery } from "#web/app/me.ts";
import { problemDetails, problemText } from "#web/app/problem-text.ts";
import { useWords } from "#web/app/words.ts";
import { ErrorPanel } from "#web/kit/error-panel.tsx";
import { KeyboardProvider } from "#web/kit/keyboard.tsx";
import { LoadingFrame } from "#web/kit/loading-frame.tsx";
import { SignedInFrame } from "#web/main/signed-in-frame.tsx";
import styles from "#web/main/frame.module.css";

/** Everything behind the sign-in stands in it. Who is not signed in is sent there, and back afterwards. */
export function Frame() {
  const words = useWords();
  const { data: me, error, isFetching, refetch } = useQuery({ ...meQuery, retryOnMount: false });
  if (me) {
    return (
      <KeyboardProvider isOn={me.singleKeys}>
        <SignedInFrame me={me} />
      </KeyboardProvider>
    );
  }
  if (error instanceof ApiProblem && error.status === 401) return <ToSignIn />;
  if (error && !isFetching) {
    return (
      <main className={styles.alone}>
        <ErrorPanel title={words.shell.notLoaded} onRetry={() => void refetch()} details={problemDetails(error)}>
          {problemText(error, words)}
        </ErrorPanel>
      </main>
    );
  }
  return (
    <LoadingFrame isLoading label={words.shell.loading} frame={null}>
      {null}
    </LoadingFrame>
  );
}

function ToSignIn() {
  const here = `${location.pathname}${location.search}`;
  return <Navigate to="/sign-in" search={here === "/" || here === "/opportunities" ? {} : { to: here }} replace />;
}
