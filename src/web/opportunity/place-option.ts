import type { Option } from "#web/kit/option.ts";

export type Place = { readonly country: string | null; readonly place: string };

/** A place is told from its namesakes by its country. */
export function keyOf({ country, place }: Place): string {
  return country === null ? place : `${country}:${place}`;
}

export function placeOf({ id, label }: Option): Place {
  const country = /^([A-Z]{2}):/.exec(id)?.[1] ?? null;
  return { country, place: label };
}

export function optionOf(place: Place): Option {
  return { id: keyOf(place), label: place.place };
}
