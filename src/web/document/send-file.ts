import type { Document } from "#contract/document.ts";
import { ApiProblem, problemOf, rememberUndo } from "#web/api/api.ts";

export type Sending = {
  readonly address: string;
  readonly file: File;
  /** The same for every try: a file that arrived is not added twice. */
  readonly key: string;
  /** Of a new version: the document as it was seen. */
  readonly ifMatch?: number;
  readonly onSent: (bytes: number) => void;
  readonly signal: AbortSignal;
};

/** As the body of a request, since only so a browser tells how far it is. */
export function sendFile({ address, file, key, ifMatch, onSent, signal }: Sending): Promise<Document> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1${address}?${new URLSearchParams({ fileName: file.name })}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.setRequestHeader("idempotency-key", key);
    if (ifMatch !== undefined) request.setRequestHeader("if-match", `"${ifMatch}"`);
    request.upload.addEventListener("progress", (event) => onSent(event.loaded));
    request.addEventListener("load", () => {
      const answer: unknown = request.responseText === "" ? undefined : JSON.parse(request.responseText);
      if (request.status >= 300) return reject(problemOf(new Response(null, { status: request.status }), answer));
      rememberUndo(request.getResponseHeader("escale-undo"));
      return resolve(answer as Document);
    });
    request.addEventListener("error", () => reject(new ApiProblem({ title: "offline", detail: "offline", status: 0, code: "offline" })));
    request.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}
