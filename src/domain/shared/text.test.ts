import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText, similarity } from "#domain/shared/text.ts";

test("letters whose accent is part of them are folded too", () => {
  expect(["Cœur", "Møller", "Łódź", "Straße", "Đakovo", "Forlì"].map(foldText)).toEqual([
    "coeur",
    "moller",
    "lodz",
    "strasse",
    "dakovo",
    "forli",
  ]);
});

test("folding twice changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

test("likeness is between 0 and 1, the same both ways, and 1 with itself", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 30 }), fc.string({ maxLength: 30 }), (a, b) => {
      const alike = similarity(a, b);
      expect(alike >= 0 && alike <= 1).toBe(true);
      expect(similarity(b, a)).toBe(alike);
      expect(similarity(a, a) === 1 || similarity(a, a) === 0).toBe(true);
    }),
  );
});
