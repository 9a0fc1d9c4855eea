import { problemOf, rememberUndo } from "#web/api/api.ts";
import { answered } from "#web/app/download-file.ts";

/** Sends a file as the body of a request, and remembers how to take back what it did. */
export async function postFile<Answer>(path: string, file: File): Promise<Answer> {
  const headers = {
    accept: "application/json",
    "accept-language": document.documentElement.lang,
    "content-type": "application/octet-stream",
    "idempotency-key": crypto.randomUUID(),
  };
  const response = await answered(`/api/v1${path}?${String(new URLSearchParams({ fileName: file.name }))}`, {
    method: "POST",
    headers,
    body: file,
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw problemOf(response, answer);
  rememberUndo(response.headers.get("escale-undo"));
  return answer as Answer;
}
