import { useSyncExternalStore } from "react";

/** The sheets the frame itself opens. */
export type FrameSheetName = "create" | "more" | "shortcuts";

let open: FrameSheetName | undefined;
let listeners: readonly (() => void)[] = [];

export function openFrameSheet(name: FrameSheetName): void {
  set(name);
}

export function closeFrameSheet(): void {
  set(undefined);
}

export function useFrameSheet(): FrameSheetName | undefined {
  return useSyncExternalStore(subscribe, () => open);
}

function set(next: FrameSheetName | undefined): void {
  open = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
