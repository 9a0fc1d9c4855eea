import { problemOf } from "#web/api/api.ts";
import { answered } from "#web/app/download-file.ts";
import type { ImportedKind, Import } from "#web/exchange/use-import.ts";

/** Sends a file as a form does; answers what was understood of it. */
export async function uploadImport(kind: ImportedKind, file: File): Promise<Import> {
  const form = new FormData();
  form.append("file", file);
  const headers = { accept: "application/json", "accept-language": document.documentElement.lang };
  const response = await answered(`/api/v1/imports?kind=${kind}`, { method: "POST", headers, body: form });
  const answer: unknown = await response.json();
  if (!response.ok) throw problemOf(response, answer);
  return answer as Import;
}
