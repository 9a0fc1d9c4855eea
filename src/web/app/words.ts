import { createContext, use } from "react";
import type { Locale } from "#domain/shared/actor.ts";
import type { FirstWords } from "#words/en-first.ts";
import type { Words } from "#words/en.ts";

/** One language is loaded, the reader's: first what the board needs. */
export async function loadFirstWords(locale: Locale): Promise<FirstWords> {
  switch (locale) {
    case "fr":
      return (await import("#words/fr-first.ts")).firstWords;
    case "it":
      return (await import("#words/it-first.ts")).firstWords;
    case "en":
      return (await import("#words/en-first.ts")).firstWords;
  }
}

async function importWords(locale: Locale): Promise<Words> {
  switch (locale) {
    case "fr":
      return (await import("#words/fr.ts")).words;
    case "it":
      return (await import("#words/it.ts")).words;
    case "en":
      return (await import("#words/en.ts")).words;
  }
}

const loading = new Map<Locale, Promise<Words>>();

/** Those of the screens beyond the board, once a language; asked for again after the network failed. */
export function loadWords(locale: Locale): Promise<Words> {
  const known = loading.get(locale);
  if (known) return known;
  const asked = importWords(locale).catch((error: unknown) => {
    loading.delete(locale);
    throw error;
  });
  loading.set(locale, asked);
  return asked;
}

export type Spoken = { readonly locale: Locale; readonly words: FirstWords };

export const SpokenContext = createContext<Spoken | undefined>(undefined);

/** The words of the screen in the reader's language, and the language itself. */
export function useSpoken(): Spoken {
  const spoken = use(SpokenContext);
  if (!spoken) throw new Error("words are used outside of the app");
  return spoken;
}

/** What the board and every screen share. A screen of its own, loaded when it is opened, has `useAllWords`. */
export function useWords(): FirstWords {
  return useSpoken().words;
}

export type AllSpoken = { readonly locale: Locale; readonly words: Words };

/** All words: for screens loaded when they are opened (settings, people, imports, catalogue, my day, before signing in). */
export function useAllSpoken(): AllSpoken {
  const { locale } = useSpoken();
  return { locale, words: use(loadWords(locale)) };
}

export function useAllWords(): Words {
  return useAllSpoken().words;
}
