import { useSyncExternalStore } from "react";
import { offeredNow, type Registration } from "#web/kit/shortcut-registry.ts";

/** What was true on screen when the palette opened: its acts are for that. */
export type PaletteOpening = {
  readonly acts: readonly Registration[];
  /** What had the focus, and gets it back. */
  readonly from: Element | null;
};

let opening: PaletteOpening | undefined;
let listeners: readonly (() => void)[] = [];

/** Search, go, do: from anywhere. */
export function openPalette(): void {
  set({ acts: offeredNow(), from: document.activeElement });
}

export function closePalette(): void {
  set(undefined);
}

export function usePalette(): PaletteOpening | undefined {
  return useSyncExternalStore(subscribe, () => opening);
}

function set(next: PaletteOpening | undefined): void {
  opening = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
