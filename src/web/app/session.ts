import { useSyncExternalStore } from "react";

/** A session that ended while the reader works: everything asked meanwhile waits for the sign-in dialog. */
type Waiting = { readonly answer: Promise<boolean>; readonly settle: (isBack: boolean) => void };

let waiting: Waiting | undefined;
let listeners: readonly (() => void)[] = [];

/** Resolves to true once the same person is signed in again. */
export function waitForSignIn(): Promise<boolean> {
  if (!waiting) {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    set({ answer: promise, settle: resolve });
    return promise;
  }
  return waiting.answer;
}

export function settleSignIn(isBack: boolean): void {
  waiting?.settle(isBack);
  set(undefined);
}

export function useIsSignedOut(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== undefined);
}

function set(next: Waiting | undefined): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
