import { countryOptions } from "#web/app/countries.ts";
import type { Option } from "#web/kit/option.ts";
import { keyOf, type Place } from "#web/opportunity/place-option.ts";
import { PLACES } from "#web/opportunity/places-data.ts";

const COLUMNS: readonly string[] = ["en", "fr", "it"];
const MOST = 8;

type Known = Place & { readonly country: string; readonly detail: string; readonly folded: readonly string[] };

let kept: { readonly locale: string; readonly places: readonly Known[] } | undefined;

/** Countries and cities whose name, in any of the three languages, starts with the text, or has a word that does. */
export function findPlaces(text: string, locale: string): Known[] {
  const sought = fold(text.trim());
  if (sought === "") return [];
  const places = knownPlaces(locale);
  const starting = places.filter(({ folded }) => folded.some((name) => name.startsWith(sought)));
  const inside = places.filter((place) => !starting.includes(place) && place.folded.some((name) => name.includes(` ${sought}`)));
  return [...starting, ...inside].slice(0, MOST);
}

export function placeOption({ country, place, detail }: Known): Option {
  return { id: keyOf({ country, place }), label: place, detail };
}

function knownPlaces(locale: string): readonly Known[] {
  if (kept?.locale === locale) return kept.places;
  const column = Math.max(0, COLUMNS.indexOf(locale.slice(0, 2)));
  const countries = countryOptions(locale);
  const names = new Map(countries.map(({ id, label }) => [id, label]));
  const others = COLUMNS.filter((_, index) => index !== column).map((other) => new Intl.DisplayNames([other], { type: "region" }));
  const places = [
    ...countries.map(({ id, label }) => ({
      country: id,
      place: label,
      detail: "",
      folded: [label, ...others.map((other) => other.of(id) ?? id)].map(fold),
    })),
    ...Object.entries(PLACES).flatMap(([country, list]) =>
      list.split("; ").map((entry) => {
        const written = entry.split("|");
        return { country, place: written[column] ?? entry, detail: names.get(country) ?? country, folded: written.map(fold) };
      }),
    ),
  ];
  kept = { locale, places };
  return places;
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’']/gu, "'").toLowerCase();
}
