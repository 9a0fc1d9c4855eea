import { useSyncExternalStore } from "react";

/** What a new opportunity starts with: from the board's column, from a client's page, with a name from the palette. */
export type CreateDraft = { readonly clientId?: string; readonly clientName?: string; readonly stageId?: string; readonly name?: string };

let draft: CreateDraft | undefined;
let listeners: readonly (() => void)[] = [];

/** Opens the sheet "New opportunity" from anywhere. */
export function openCreateSheet(from: CreateDraft = {}): void {
  set(from);
}

export function closeCreateSheet(): void {
  set(undefined);
}

export function useCreateDraft(): CreateDraft | undefined {
  return useSyncExternalStore(subscribe, () => draft);
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

function set(next: CreateDraft | undefined): void {
  draft = next;
  for (const listener of listeners) listener();
}
