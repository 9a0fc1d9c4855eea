import { expect, test } from "vitest";
import { tideOf } from "#web/kit/tide.ts";

test("five stages go through the five steps", () => {
  expect([0, 1, 2, 3, 4].map((index) => tideOf(index, 5))).toEqual([1, 2, 3, 4, 5]);
});

test("fewer or more stages still go from the palest to the deepest", () => {
  expect([0, 1, 2].map((index) => tideOf(index, 3))).toEqual([1, 3, 5]);
  expect([0, 1, 2, 3, 4, 5, 6].map((index) => tideOf(index, 7))).toEqual([1, 2, 2, 3, 4, 4, 5]);
  expect(tideOf(0, 1)).toBe(1);
});
