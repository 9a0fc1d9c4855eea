import type { Words } from "#words/en.ts";

/** What the last touch was, in words: how an opportunity is stale is never left to be guessed. */
export function touchText(kind: string, words: Words): string {
  const { created, moved, message, document } = words.opportunity.touch;
  const known: Readonly<Record<string, string>> = { created, moved, message, document, ...words.activity.kind };
  return known[kind] ?? kind;
}
