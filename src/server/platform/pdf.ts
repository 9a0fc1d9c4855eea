import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";

/** The template is a path under the server's folder; files stand beside it under their names, for as long as it is set. */
export type PdfDocument = {
  readonly template: `${string}.typ`;
  readonly data: unknown;
  readonly files?: Readonly<Record<string, Uint8Array>>;
};
export type PdfQuestion = {
  readonly id: number;
  readonly template: string;
  readonly data: string;
  readonly files: Readonly<Record<string, Uint8Array>>;
};
export type PdfAnswer = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly error: string });

type Waiting = { readonly resolve: (pdf: Buffer) => void; readonly reject: (error: Error) => void };

/** The last ones that were made: the same document asked for again is not set again. */
const KEPT = 40;
const kept = new Map<string, Promise<Buffer>>();
const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let count = 0;

/** Sets a document; the same content gives the same bytes. Set one after the other on one thread, never on the event loop. */
export function makePdf({ template, data, files = {} }: PdfDocument): Promise<Buffer> {
  const text = JSON.stringify(data);
  const hash = createHash("sha256").update(template).update(text);
  for (const [name, bytes] of Object.entries(files)) hash.update(name).update(bytes);
  const key = hash.digest("base64url");
  const known = kept.get(key);
  kept.delete(key);
  const made = known ?? set({ template, data: text, files });
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}

function set(question: Omit<PdfQuestion, "id">): Promise<Buffer> {
  worker ??= startWorker();
  count += 1;
  const id = count;
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  waiting.set(id, { resolve, reject });
  worker.ref();
  worker.postMessage({ ...question, id });
  return promise;
}

/** It keeps no process alive while there is nothing to set. */
function startWorker(): Worker {
  const started = new Worker(new URL("./pdf-worker.ts", import.meta.url));
  started.on("message", (answer: PdfAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.unref();
    if ("pdf" in answer) asked?.resolve(Buffer.from(answer.pdf));
    else asked?.reject(new Error(`a document could not be set: ${answer.error}`));
  });
  started.on("error", (error) => end(started, error));
  started.on("exit", () => end(started, new Error("the thread that sets documents ended")));
  return started;
}

function end(ended: Worker, error: unknown): void {
  if (worker !== ended) return;
  worker = undefined;
  for (const { reject } of waiting.values()) reject(error instanceof Error ? error : new Error(String(error)));
  waiting.clear();
}
