import { expect, test } from "vitest";
import { keyOf, placeOf } from "#web/opportunity/place-option.ts";
import { findPlaces, placeOption } from "#web/opportunity/places.ts";
import { PLACES } from "#web/opportunity/places-data.ts";

test("a city is found by its name in any of the three languages and shown in the reader's", () => {
  expect(findPlaces("naples", "it")[0]).toMatchObject({ place: "Napoli", country: "IT", detail: "Italia" });
  expect(findPlaces("Napoli", "fr")[0]).toMatchObject({ place: "Naples", country: "IT" });
});

test("accents and case do not matter, and a later word counts too", () => {
  expect(findPlaces("quebec", "fr").map(({ place }) => place)).toContain("Québec");
  expect(findPlaces("amalfitaine", "fr").map(({ place }) => place)).toEqual(["Côte amalfitaine"]);
});

test("countries are offered before their cities", () => {
  expect(findPlaces("Ital", "fr")[0]).toMatchObject({ place: "Italie", country: "IT" });
});

test("nothing typed offers nothing", () => {
  expect(findPlaces("  ", "en")).toEqual([]);
});

test("an option keeps the country; free text has none", () => {
  const [found] = findPlaces("Cracovie", "fr");
  expect(found && placeOf(placeOption(found))).toEqual({ country: "PL", place: "Cracovie" });
  expect(placeOf({ id: "Chez Mme Ferrand", label: "Chez Mme Ferrand" })).toEqual({ country: null, place: "Chez Mme Ferrand" });
  expect(keyOf({ country: null, place: "Gîte" })).toBe("Gîte");
});

test("every place has one name, or one for each language", () => {
  for (const entry of Object.values(PLACES).flatMap((list) => list.split("; "))) {
    expect([1, 3], entry).toContain(entry.split("|").length);
    expect(entry.trim()).toBe(entry);
  }
});
