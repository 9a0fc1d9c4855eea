import { ApiProblem } from "#web/api/api.ts";
import type { FirstWords } from "#words/en-first.ts";

/** What went wrong, in a sentence for the reader: the server's own words where it gave some. */
export function problemText(error: unknown, words: FirstWords): string {
  if (!(error instanceof ApiProblem)) return words.common.serverError;
  if (error.code === "offline") return words.common.offline;
  return error.status >= 500 && error.code === "internal" ? words.common.serverError : error.message;
}

/** What an administrator needs to find it again: request id, code, status. */
export function problemDetails(error: unknown): string {
  if (error instanceof ApiProblem) return [error.code, error.status, error.body.requestId, error.message].filter(Boolean).join(" · ");
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** The sentence under the field of a name: that it is taken, or what is wrong with it. */
export function nameProblem(error: unknown): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return error.code === "name.taken" ? error.message : error.fieldError("name");
}
