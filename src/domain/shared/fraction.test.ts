import fc from "fast-check";
import { expect, test } from "vitest";
import {
  add,
  compare,
  divide,
  fraction,
  multiply,
  parseDecimal,
  percent,
  roundHalfAway,
  subtract,
  ZERO,
  type Fraction,
} from "#domain/shared/fraction.ts";

const anyFraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.bigInt({ min: 1n, max: 10n ** 12n }))
  .map(([n, d]) => fraction(n, d));

test("what is added and taken away, multiplied and divided, is exact", () => {
  fc.assert(
    fc.property(anyFraction, anyFraction, (a, b) => {
      expect(subtract(add(a, b), b)).toEqual(a);
      if (b.n !== 0n) expect(divide(multiply(a, b), b)).toEqual(a);
    }),
  );
});

test("rounding moves by a half at most, and the same on both sides of zero", () => {
  fc.assert(
    fc.property(anyFraction, (a) => {
      const moved = subtract(fraction(roundHalfAway(a)), a);
      const distance: Fraction = moved.n < 0n ? subtract(ZERO, moved) : moved;
      expect(compare(distance, fraction(1n, 2n))).not.toBe(1);
      expect(roundHalfAway(subtract(ZERO, a))).toBe(-roundHalfAway(a));
    }),
  );
});

test("a third three times is one, a tenth and two tenths are three tenths", () => {
  expect(multiply(fraction(1n, 3n), fraction(3n))).toEqual(fraction(1n));
  expect(add(fraction(1n, 10n), fraction(2n, 10n))).toEqual(fraction(3n, 10n));
  expect(percent(25)).toEqual(fraction(1n, 4n));
});

test("order is that of the numbers", () => {
  expect([
    compare(fraction(1n, 3n), fraction(33n, 100n)),
    compare(fraction(2n, 4n), fraction(1n, 2n)),
    compare(fraction(-1n, 2n), ZERO),
  ]).toEqual([1, 0, -1]);
});

test("only plain decimals are read", () => {
  expect(parseDecimal("-12.50")).toEqual(fraction(-25n, 2n));
  expect(["", ".", "1.", ".5", "1,5", "1e3", " 1", "+1", "0x10", "NaN"].map(parseDecimal)).toEqual(Array(10).fill(undefined));
});

test("nothing is divided by zero", () => {
  expect(() => fraction(1n, 0n)).toThrow(RangeError);
  expect(() => divide(fraction(1n), ZERO)).toThrow(RangeError);
});
