import { createContext, use } from "react";
import type { Locale } from "#domain/shared/actor.ts";
import type { Words } from "#words/en.ts";

/** One language is loaded, the reader's. */
export async function loadWords(locale: Locale): Promise<Words> {
  switch (locale) {
    case "fr":
      return (await import("#words/fr.ts")).words;
    case "it":
      return (await import("#words/it.ts")).words;
    case "en":
      return (await import("#words/en.ts")).words;
  }
}

export type Spoken = { readonly locale: Locale; readonly words: Words };

export const SpokenContext = createContext<Spoken | undefined>(undefined);

/** The words of the screen in the reader's language, and the language itself. */
export function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (!spoken) throw new Error("words are used outside of the app");
  return spoken;
}

export function useWords(): Words {
  return useSpoken().words;
}
