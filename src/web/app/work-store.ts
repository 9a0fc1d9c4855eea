import { useSyncExternalStore } from "react";
import type { Answer } from "#web/api/api.ts";

export type Job = Answer<"showJob">;
type Refused = Answer<"changeOpportunities">["refused"];

/** What is under way on the server for this tab, and the rows that stayed as they were when somebody asks for them. */
type Work = { readonly jobs: readonly Job[]; readonly refused: Refused | undefined };

let work: Work = { jobs: [], refused: undefined };
const listeners = new Set<() => void>();

function change(next: Partial<Work>): void {
  work = { ...work, ...next };
  for (const listener of listeners) listener();
}

/** How far one is; gone when it is over. */
export function showJobOf(id: string, job?: Job): void {
  change({ jobs: [...work.jobs.filter((one) => one.id !== id), ...(job ? [job] : [])] });
}

export function showRefused(refused: Refused | undefined): void {
  change({ refused });
}

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export function useWork(): Work {
  return useSyncExternalStore(listen, () => work);
}
