import { useSyncExternalStore } from "react";

let wanted: string | undefined;
let listeners: readonly (() => void)[] = [];

/** The card that the focus is about to go to: its column draws it wherever it stands. */
export function wantCard(id: string): void {
  wanted = id;
  for (const listener of listeners) listener();
}

export function useWantedCard(): string | undefined {
  return useSyncExternalStore(subscribe, () => wanted);
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
