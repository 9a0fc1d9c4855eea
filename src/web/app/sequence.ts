import { useSyncExternalStore } from "react";

export type SequenceName = "opportunities" | "clients" | "contacts" | "products";

/** The records of the list or board a person came from, in its order: what J and K walk. */
export type Sequence = { readonly ids: readonly string[]; readonly total: number };

const NONE: Sequence = { ids: [], total: 0 };

let kept: Partial<Record<SequenceName, Sequence>> = {};
let listeners: readonly (() => void)[] = [];

export function keepSequence(name: SequenceName, ids: readonly string[], total: number): void {
  kept = { ...kept, [name]: { ids, total } };
  for (const listener of listeners) listener();
}

export function useSequence(name: SequenceName): Sequence {
  return useSyncExternalStore(subscribe, () => kept[name] ?? NONE);
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
