export type Toast = {
  id: number;
  text: string;
  /** error: read at once */
  kind?: "done" | "error";
  action?: { label: string; run: () => void };
  /** The change it tells of: the history has it too. */
  about?: string;
};

/** A toast once shown, in the history; its action stays until it is done. */
export type ToldToast = Toast & { at: Date };

const KEPT = 30;

let queue: readonly Toast[] = [];
let history: readonly ToldToast[] = [];
let listeners: readonly (() => void)[] = [];
let lastId = 0;

/** Shown when the ones before it are gone: an error has its time, the others make room. */
export function showToast(toast: Omit<Toast, "id">): number {
  lastId += 1;
  const shown = { ...toast, id: lastId };
  history = [{ ...shown, at: new Date() }, ...history].slice(0, KEPT);
  change([...queue, shown]);
  return lastId;
}

export function dismissToast(id: number): void {
  change(queue.filter((toast) => toast.id !== id));
}

/** Does the action of a toast, shown or past; it is done once. */
export function actOnToast(id: number): void {
  const action = history.find((toast) => toast.id === id)?.action;
  history = history.map((toast) => (toast.id === id ? withoutAction(toast) : toast));
  dismissToast(id);
  action?.run();
}

/** What it tells of is being taken back: it offers that no more. */
export function withdrawToast(about: string): void {
  history = history.map((toast) => (toast.about === about ? withoutAction(toast) : toast));
  change(queue.filter((toast) => toast.about !== about));
}

/** Does the action of the newest toast that has one: what Z means. False when there is none. */
export function actOnLatestToast(): boolean {
  const latest = queue.findLast((toast) => toast.action);
  if (!latest) return false;
  actOnToast(latest.id);
  return true;
}

export function currentToast(): Toast | undefined {
  return queue[0];
}

/** Another one has come since. */
export function isToastAwaited(): boolean {
  return queue.length > 1;
}

/** What was said since the page was loaded, the newest first. */
export function toldToasts(): readonly ToldToast[] {
  return history;
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}

function withoutAction({ action: _, ...toast }: ToldToast): ToldToast {
  return toast;
}

function change(next: readonly Toast[]): void {
  queue = next;
  for (const listener of listeners) listener();
}
