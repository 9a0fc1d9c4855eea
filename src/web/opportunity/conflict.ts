import type { Opportunity } from "#contract/opportunity.ts";
import type { ask } from "#web/api/api.ts";
import type { Overtaken } from "#web/app/write-over.ts";

export type OpportunityChange = Parameters<typeof ask<"editOpportunity">>[1]["body"];

/** Somebody saved another value of the same field since the record was read. */
export type Conflict = Overtaken<Opportunity, OpportunityChange>;

let conflict: Conflict | undefined;
let listeners: readonly (() => void)[] = [];

/** One at a time: the newest is asked about. */
export function askAbout(next: Conflict | undefined): void {
  conflict = next;
  for (const listener of listeners) listener();
}

export function currentConflict(): Conflict | undefined {
  return conflict;
}

export function subscribeToConflict(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
