import { expect, test } from "vitest";
import { nearness, nearSpansOf, spansOf } from "#domain/shared/text-match.ts";

const shown = (text: string, spans: readonly (readonly [number, number])[]): string[] =>
  spans.map(([from, until]) => text.slice(from, until));

test("matched letters are marked whatever their accents and case", () => {
  const text = "Hélène à l'hôtel HÉLÈNE";
  expect(shown(text, spansOf(text, ["helene"]))).toEqual(["Hélène", "HÉLÈNE"]);
  expect(shown(text, spansOf(text, ["hot", "hel"]))).toEqual(["Hél", "hôt", "HÉL"]);
});

test("beginnings of words come first; within a word only when nowhere else and from three letters on", () => {
  expect(shown("Romans et Roma", spansOf("Romans et Roma", ["rom"]))).toEqual(["Rom", "Rom"]);
  expect(shown("Aérodrome", spansOf("Aérodrome", ["rome"]))).toEqual(["rome"]);
  expect(spansOf("Aérodrome", ["ro"])).toEqual([]);
});

test("a letter that folds into two is one place, and terms that overlap are one mark", () => {
  expect(shown("Cœur d'Œuvre", spansOf("Cœur d'Œuvre", ["oeu"]))).toEqual(["Œu"]);
  expect(shown("Cœur", spansOf("Cœur", ["coeur"]))).toEqual(["Cœur"]);
  expect(shown("Naples", spansOf("Naples", ["nap", "naples"]))).toEqual(["Naples"]);
});

test("the nearest word is marked for what was found with a wrong letter", () => {
  const text = "Hotel Mediterraneo Napoli";
  expect(shown(text, nearSpansOf(text, ["naples"]))).toEqual(["Napoli"]);
  expect(nearness(text, "mediteraneo")).toBeGreaterThan(nearness(text, "napoleon"));
  expect(nearness("", "naples")).toBe(0);
});
