import { expect, test } from "vitest";
import { isAlike } from "#domain/shared/alike.ts";

test("the order of names does not count, that of a list does", () => {
  expect(isAlike({ rule: "oneIn", n: 20 }, { n: 20, rule: "oneIn" })).toBe(true);
  expect(isAlike([20, 25], [25, 20])).toBe(false);
  expect(isAlike([20], [20, 25])).toBe(false);
});

test("a name without a value is like none; null is a value of its own", () => {
  expect(isAlike({ a: 1, b: undefined }, { a: 1 })).toBe(true);
  expect(isAlike({ a: null }, {})).toBe(false);
  expect(isAlike(null, {})).toBe(false);
  expect(isAlike([], {})).toBe(false);
});
