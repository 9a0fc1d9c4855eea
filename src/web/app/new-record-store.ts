import { useSyncExternalStore } from "react";

/** What the sheet of a new client, contact, product, supplier, step, trip template, activity or quote starts with. */
export type NewRecord =
  | { readonly kind: "product" | "supplier" | "step" | "template" }
  | { readonly kind: "client" | "activity" | "quote"; readonly name?: string }
  | { readonly kind: "contact"; readonly name?: string; readonly client?: { readonly id: string; readonly name: string } };

let wanted: NewRecord | undefined;
let listeners: readonly (() => void)[] = [];

/** Opens the sheet "New client", "New contact" … from anywhere. */
export function openNewRecord(record: NewRecord): void {
  set(record);
}

export function closeNewRecord(): void {
  set(undefined);
}

export function useNewRecord(): NewRecord | undefined {
  return useSyncExternalStore(subscribe, () => wanted);
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

function set(next: NewRecord | undefined): void {
  wanted = next;
  for (const listener of listeners) listener();
}
