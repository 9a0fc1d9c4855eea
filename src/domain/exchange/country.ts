/** Countries as files write them: a code, or a name in one of the three languages. */
import type { Locale } from "#domain/shared/actor.ts";
import { foldText } from "#domain/shared/text.ts";

const ALIASES: Readonly<Record<string, string>> = {
  usa: "US",
  "u.s.a.": "US",
  "u.s.": "US",
  "united states of america": "US",
  "etats unis": "US",
  uk: "GB",
  "u.k.": "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  angleterre: "GB",
  inghilterra: "GB",
  holland: "NL",
  hollande: "NL",
  olanda: "NL",
  "pays bas": "NL",
};

/** "IT" → "Italie", in the reader's language; what is no country stays as it is. */
export function countryName(code: string, locale: Locale): string {
  return /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code) : code;
}

let names: ReadonlyMap<string, string> | undefined;

/** ISO 3166, two letters; undefined for what is no country. */
export function countryOf(text: string): string | undefined {
  names ??= countryNames();
  const folded = foldText(text);
  return ALIASES[folded] ?? names.get(folded) ?? names.get(folded.replaceAll("-", " "));
}

function countryNames(): ReadonlyMap<string, string> {
  const known = new Map<string, string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const languages = ["en", "fr", "it"].map((language) => new Intl.DisplayNames([language], { type: "region", fallback: "none" }));
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // A code of the past (FX) means the country of today.
    if (Intl.getCanonicalLocales(`und-${code}`)[0] !== `und-${code}`) continue;
    for (const language of languages) {
      const name = language.of(code);
      if (name === undefined) continue;
      known.set(code.toLowerCase(), code);
      known.set(foldText(name), code);
      known.set(foldText(name).replaceAll("-", " "), code);
    }
  }
  return known;
}
