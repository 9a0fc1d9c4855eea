import { expect, test } from "vitest";
import {
  countryOfRegion,
  keptRegion,
  nameOfRegion,
  regionOf,
  REGION_COUNTRIES,
  regionsOf,
  regionText,
  foldRegion,
} from "#domain/client/region.ts";

test("a region is known by its name in any of the three languages, or in the country's own", () => {
  for (const name of ["Tuscany", "Toscane", "toscana"]) expect(regionOf(name, "IT")).toBe("IT-52");
  for (const name of ["Bavaria", "Bavière", "Baviera", "BAYERN"]) expect(regionOf(name, "DE")).toBe("DE-BY");
  for (const name of ["Grisons", "Grigioni", "Graubünden"]) expect(regionOf(name, "CH")).toBe("CH-GR");
});

test("a region is known by its code, with or without the country", () => {
  expect(regionOf("FR-45", null)).toBe("FR-45");
  expect(regionOf("fr-45", "IT")).toBe("FR-45");
  expect(regionOf("45", "FR")).toBe("FR-45");
  expect(regionOf("mi", "IT")).toBe("IT-MI");
  expect(regionOf("NY", "US")).toBe("US-NY");
});

test("a spreadsheet's figure without its zero, a code of the past and a name beside its code are read", () => {
  expect(regionOf("1", "FR")).toBe("FR-01");
  expect(regionOf("75", "FR")).toBe("FR-75C");
  expect(regionOf("FR-75", null)).toBe("FR-75C");
  expect(regionOf("AO", "IT")).toBe("IT-23");
  expect(regionOf("Loiret (45)", "FR")).toBe("FR-45");
  expect(regionOf("45 - Loiret", "FR")).toBe("FR-45");
  expect(regionOf("Loiret (18)", "FR")).toBeUndefined();
});

test("accents, apostrophes and hyphens do not matter", () => {
  for (const name of ["Côte-d’Or", "cote d'or", "COTE D OR"]) expect(regionOf(name, "FR")).toBe("FR-21");
});

test("namesakes are told by their country", () => {
  expect(regionOf("Jura", "FR")).toBe("FR-39");
  expect(regionOf("Jura", "CH")).toBe("CH-JU");
  expect(regionOf("Jura", null)).toBeUndefined();
});

test("any other text stays as it was typed", () => {
  expect(keptRegion("Oaxaca", "MX")).toBe("Oaxaca");
  expect(keptRegion("Bassin minier", "FR")).toBe("Bassin minier");
  expect(keptRegion("constructor", "__proto__")).toBe("constructor");
});

test("a region is read in the reader's language, also one that was kept as text", () => {
  expect(regionText("IT-52", "IT", "fr")).toBe("Toscane");
  expect(regionText("IT-52", null, "it")).toBe("Toscana");
  expect(regionText("Toscana", "IT", "en")).toBe("Tuscany");
  expect(regionText("Oaxaca", "MX", "fr")).toBe("Oaxaca");
  expect(countryOfRegion("IT-52")).toBe("IT");
  expect(countryOfRegion("Toscana")).toBeUndefined();
});

test("Paris is offered by the number people write", () => {
  expect(regionsOf("FR").find(({ code }) => code === "FR-75C")?.short).toBe("75");
  expect(regionsOf("IT").find(({ code }) => code === "IT-23")?.short).toBe("23");
});

test("within a country every name and every code means one region, and comes back from each language", () => {
  for (const country of REGION_COUNTRIES) {
    const regions = regionsOf(country);
    expect(regions.length, country).toBeGreaterThan(8);
    expect(new Set(regions.map(({ code }) => code)).size, country).toBe(regions.length);
    const words = regions.flatMap(({ names }) => [...new Set(names.map(foldRegion))]);
    expect(new Set(words).size, country).toBe(words.length);
    for (const region of regions)
      for (const locale of ["en", "fr", "it"] as const)
        expect(regionOf(nameOfRegion(region, locale), country), region.code).toBe(region.code);
  }
});
