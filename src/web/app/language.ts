import { useSyncExternalStore } from "react";
import { LOCALES, type Locale } from "#domain/shared/actor.ts";
import { loadFirstWords, type Spoken } from "#web/app/words.ts";

/** Languages in their own words: a reader finds theirs whatever the screen speaks. */
export const LANGUAGE_NAMES: Record<Locale, string> = { en: "English", fr: "Français", it: "Italiano" };

const KEY = "escale.language";

let spoken: Spoken | undefined;
let listeners: readonly (() => void)[] = [];

/** Loads the catalogue of a language, then changes the whole screen at once. */
export async function speak(locale: Locale): Promise<void> {
  if (spoken?.locale === locale) return;
  const words = await loadFirstWords(locale);
  spoken = { locale, words };
  document.documentElement.lang = locale;
  keep(KEY, locale);
  for (const listener of listeners) listener();
}

/** What was spoken last on this device, else what the browser asks for, else English. */
export function likelyLocale(): Locale {
  const asked = [kept(KEY), ...navigator.languages].map((tag) => tag?.slice(0, 2).toLowerCase());
  return asked.map((tag) => LOCALES.find((locale) => locale === tag)).find((locale) => locale !== undefined) ?? "en";
}

export function useSpokenNow(): Spoken | undefined {
  return useSyncExternalStore(subscribe, () => spoken);
}

export function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage may be refused: the next visit then starts from the browser's own wishes.
  }
}

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
