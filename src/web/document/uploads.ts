import { useSyncExternalStore } from "react";
import type { Document } from "#contract/document.ts";
import type { DocumentPlace } from "#web/document/use-documents.ts";
import { sendFile } from "#web/document/send-file.ts";

/** A file on its way. It goes on when another tab of the page is looked at. */
export type Upload = {
  readonly key: string;
  readonly opportunityId: string;
  /** Of a new version: the document. */
  readonly into?: Document;
  readonly file: File;
  readonly sent: number;
  readonly state: "waiting" | "sending" | "failed";
  readonly error?: unknown;
  readonly stop: AbortController;
};

type Told = {
  /** One is there: it is shown while the others are on their way. */
  readonly arrived: () => void;
  readonly done: (documents: readonly Document[], into: boolean) => void;
};

const AT_ONCE = 2;

let uploads: readonly Upload[] = [];
let arrived: readonly Document[] = [];
let listeners: readonly (() => void)[] = [];
let told: Told | undefined;

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((one) => one !== listener);
  };
}

function keep(next: readonly Upload[]): void {
  uploads = next;
  for (const listener of listeners) listener();
  if (typeof window === "undefined") return;
  const isBusy = uploads.some(({ state }) => state !== "failed");
  window[isBusy ? "addEventListener" : "removeEventListener"]("beforeunload", askBeforeLeaving);
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

export function useUploads({ owner, id }: DocumentPlace): readonly Upload[] {
  const all = useSyncExternalStore(subscribe, () => uploads);
  return owner === "opportunities" ? all.filter(({ opportunityId }) => opportunityId === id) : [];
}

export type NewUpload = Pick<Upload, "opportunityId" | "file" | "error"> & { readonly into?: Document };

/** What cannot be sent stands in the list with why. */
export function addUploads(files: readonly NewUpload[], teller: Told): void {
  told = teller;
  const added = files.map((one): Upload => ({
    ...one,
    key: crypto.randomUUID(),
    sent: 0,
    state: one.error === undefined ? "waiting" : "failed",
    stop: new AbortController(),
  }));
  keep([...uploads, ...added]);
  goOn();
}

export function retryUpload(key: string): void {
  change(key, { state: "waiting", sent: 0, error: undefined, stop: new AbortController() });
  goOn();
}

/** Stops it, or takes a failed one off the list. */
export function dropUpload(key: string): void {
  uploads.find((one) => one.key === key)?.stop.abort();
  keep(uploads.filter((one) => one.key !== key));
  goOn();
}

function change(key: string, fields: Partial<Upload>): void {
  keep(uploads.map((one) => (one.key === key ? { ...one, ...fields } : one)));
}

function goOn(): void {
  const free = AT_ONCE - uploads.filter(({ state }) => state === "sending").length;
  for (const upload of uploads.filter(({ state }) => state === "waiting").slice(0, Math.max(0, free))) void send(upload);
}

async function send({ key, opportunityId, into, file, stop }: Upload): Promise<void> {
  change(key, { state: "sending" });
  const address = into ? `/documents/${into.id}/versions` : `/opportunities/${opportunityId}/documents`;
  const ifMatch = into ? { ifMatch: into.version } : {};
  try {
    const made = await sendFile({ address, file, key, ...ifMatch, onSent: (sent) => change(key, { sent }), signal: stop.signal });
    keep(uploads.filter((one) => one.key !== key));
    told?.arrived();
    if (into) told?.done([made], true);
    else arrived = [...arrived, made];
  } catch (error) {
    change(key, { state: "failed", error });
  }
  goOn();
  if (arrived.length === 0 || uploads.some(({ state }) => state !== "failed")) return;
  const all = arrived;
  arrived = [];
  told?.done(all, false);
}
