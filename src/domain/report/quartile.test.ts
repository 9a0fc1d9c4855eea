import { expect, test } from "vitest";
import { quartilesOf } from "#domain/report/quartile.ts";

test("stays of 1, 2, 3 and 4 days: quartiles 1.75, 2.5 and 3.25", () => {
  expect(quartilesOf([4, 1, 3, 2])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 });
});

test("one stay is its own median; no stay has none", () => {
  expect(quartilesOf([6])).toEqual({ lower: 6, median: 6, upper: 6 });
  expect(quartilesOf([])).toBeUndefined();
});
