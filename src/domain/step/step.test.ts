import { expect, test } from "vitest";
import { pictureProblems, textFor } from "#domain/step/step.ts";

test("pictures are put in another order or taken off, never named from elsewhere or twice", () => {
  expect(pictureProblems(["a", "b", "c"], ["c", "a"])).toEqual([]);
  expect(pictureProblems(["a"], ["a", "x", "a"])).toEqual([
    { pointer: "/pictures/1", code: "reference.unknown" },
    { pointer: "/pictures/2", code: "link.twice" },
  ]);
});

test("a reader gets the text in his language, else one there is", () => {
  expect(textFor({ en: "Naples", fr: null, it: "Napoli" }, "it")).toBe("Napoli");
  expect(textFor({ en: "Naples", fr: null, it: "Napoli" }, "fr")).toBe("Naples");
  expect(textFor({ en: null, fr: null, it: null }, "en")).toBeNull();
});
