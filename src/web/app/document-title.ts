import { useEffect, useSyncExternalStore } from "react";

let record: string | undefined;
let listeners: readonly (() => void)[] = [];

/** The page of a record puts its name in the tab of the browser; other pages have that of their module. */
export function useDocumentTitle(name: string | undefined): void {
  useEffect(() => {
    set(name);
    return () => set(undefined);
  }, [name]);
}

export function useRecordTitle(): string | undefined {
  return useSyncExternalStore(subscribe, () => record);
}

function set(name: string | undefined): void {
  record = name;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
