import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ApiProblem } from "#web/api/api.ts";
import { useMe } from "#web/app/me.ts";
import { problemDetails, problemText } from "#web/app/problem-text.ts";
import { useWords } from "#web/app/words.ts";
import { ErrorPanel } from "#web/kit/error-panel.tsx";
import { LoadingFrame } from "#web/kit/loading-frame.tsx";
import { NoRight } from "#web/kit/no-right.tsx";

export type LoadedProps<Data> = {
  query: UseQueryResult<Data>;
  /** "Loading the settings…" */
  label: string;
  /** Grey blocks of the size of what comes. */
  frame?: ReactNode;
  children: (data: Data) => ReactNode;
};

/** What was asked for, or why it is not there: waiting, refused, failed. */
export function Loaded<Data>({ query, label, frame = null, children }: LoadedProps<Data>) {
  const words = useWords();
  const me = useMe();
  const { data, error } = query;
  if (data !== undefined) return children(data);
  if (error instanceof ApiProblem && (error.status === 403 || error.status === 404)) {
    return <NoRight title={error.status === 404 ? words.common.notFound : error.message}>{me.administrators.join(", ")}</NoRight>;
  }
  if (error) {
    return <ErrorPanel title={problemText(error, words)} onRetry={() => void query.refetch()} details={problemDetails(error)} />;
  }
  return (
    <LoadingFrame isLoading label={label} frame={frame}>
      {null}
    </LoadingFrame>
  );
}
