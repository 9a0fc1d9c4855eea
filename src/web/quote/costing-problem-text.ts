import type { Locale } from "#domain/shared/actor.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";
import { COSTING_FIELDS } from "#words/costing-problem-words.ts";
import type { Words } from "#words/en.ts";

/** What keeps a sheet from being reckoned, in a sentence that says what to type. */
export function costingProblemText({ code }: FieldProblem, { words, locale }: { words: Words; locale: Locale }): string {
  const { problem } = words.quoting;
  const sentences: Readonly<Record<string, string>> = { ...COSTING_FIELDS[locale], ...problem };
  return sentences[code] ?? problem["value.invalid"];
}
