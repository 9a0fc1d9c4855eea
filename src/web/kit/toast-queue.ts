export type Toast = {
  id: number;
  text: string;
  /** error: read at once */
  kind?: "done" | "error";
  action?: { label: string; run: () => void };
};

let queue: readonly Toast[] = [];
let listeners: readonly (() => void)[] = [];
let lastId = 0;

/** Shown when the ones before it are gone. */
export function showToast(toast: Omit<Toast, "id">): number {
  lastId += 1;
  change([...queue, { ...toast, id: lastId }]);
  return lastId;
}

export function dismissToast(id: number): void {
  change(queue.filter((toast) => toast.id !== id));
}

/** Does the action of the newest toast that has one: what Z means. False when there is none. */
export function actOnLatestToast(): boolean {
  const latest = queue.findLast((toast) => toast.action);
  if (!latest?.action) return false;
  dismissToast(latest.id);
  latest.action.run();
  return true;
}

export function currentToast(): Toast | undefined {
  return queue[0];
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

function change(next: readonly Toast[]): void {
  queue = next;
  for (const listener of listeners) listener();
}
