import type { FirstWords } from "#words/en-first.ts";

/** What the last touch was, in words: how an opportunity is stale is never left to be guessed. */
export function touchText(kind: string, words: FirstWords): string {
  const { created, moved, message, document, quote } = words.opportunity.touch;
  const known: Readonly<Record<string, string>> = { created, moved, message, document, quote, ...words.activity.kind };
  return known[kind] ?? kind;
}
