import type { TextByLanguage } from "#domain/step/step.ts";

/** "FR IT": in which a text is written. */
export function languagesOf(text: TextByLanguage): string {
  return (["fr", "en", "it"] as const)
    .filter((language) => text[language] !== null)
    .map((language) => language.toUpperCase())
    .join(" ");
}
