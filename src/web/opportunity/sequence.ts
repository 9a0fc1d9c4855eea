import { useSyncExternalStore } from "react";

/** The opportunities of the list or board a person came from, in its order: what J and K walk. */
export type Sequence = { readonly ids: readonly string[]; readonly total: number };

const NONE: Sequence = { ids: [], total: 0 };

let kept = NONE;
let listeners: readonly (() => void)[] = [];

export function keepSequence(ids: readonly string[], total: number): void {
  kept = { ids, total };
  for (const listener of listeners) listener();
}

export function useSequence(): Sequence {
  return useSyncExternalStore(subscribe, () => kept);
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
