import fc from "fast-check";
import { expect, test } from "vitest";
import {
  convert,
  defaultMargin,
  estimatedMargin,
  instalmentsOf,
  likelyOf,
  minorRate,
  PERIOD_NAMES,
  totalOf,
  type Value,
} from "#domain/opportunity/forecast.ts";
import { fraction, parseDecimal, type Fraction } from "#domain/shared/fraction.ts";
import { parseAmount } from "#domain/shared/money.ts";

const euros = (text: string): bigint => parseAmount(text, "EUR") ?? 0n;
const rate = (text: string): Fraction => parseDecimal(text) ?? fraction(0n);

test("10,000.00 at 40 %, closing 15 August: 4,000.00 in August", () => {
  expect(instalmentsOf({ kind: "fixed", amountMinor: euros("10000.00") }, "2027-08-15", 40)).toEqual([
    { on: "2027-08-15", minor: euros("4000.00") },
  ]);
});

test("5,000.00 a month × 3 at 80 %, closing 1 August: 4,000.00 in August, September, October", () => {
  const value: Value = { kind: "recurring", amountMinor: euros("5000.00"), period: "month", periods: 3 };
  expect(totalOf(value)).toBe(euros("15000.00"));
  expect(likelyOf(totalOf(value), 80)).toBe(euros("12000.00"));
  expect(instalmentsOf(value, "2027-08-01", 80)).toEqual([
    { on: "2027-08-01", minor: euros("4000.00") },
    { on: "2027-09-01", minor: euros("4000.00") },
    { on: "2027-10-01", minor: euros("4000.00") },
  ]);
});

test("closing 31 January, monthly × 3: 31 January, the last of February, 31 March", () => {
  const value: Value = { kind: "recurring", amountMinor: 100n, period: "month", periods: 3 };
  expect(instalmentsOf(value, "2027-01-31", 100).map((i) => i.on)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31"]);
  expect(instalmentsOf(value, "2028-01-31", 100).map((i) => i.on)).toEqual(["2028-01-31", "2028-02-29", "2028-03-31"]);
});

test("100.05 × 3 at 33 %: 33.02, 33.02, 33.01", () => {
  const value: Value = { kind: "recurring", amountMinor: euros("100.05"), period: "month", periods: 3 };
  expect(instalmentsOf(value, "2027-01-01", 33).map((i) => i.minor)).toEqual([3302n, 3302n, 3301n]);
});

test("100.00 at 99 % and 200.00 at 0 % are 99.00, never an average probability × total", () => {
  expect(likelyOf(euros("100.00"), 99) + likelyOf(euros("200.00"), 0)).toBe(euros("99.00"));
});

test("USD 3,480.00 at 0.9213 is EUR 3,206.12; with a 3 % buffer 3,302.31", () => {
  expect(convert(euros("3480.00"), rate("0.9213"))).toBe(euros("3206.12"));
  expect(convert(euros("3480.00"), rate("0.948939"))).toBe(euros("3302.31"));
});

test("a rate between currencies of other minor units keeps the value", () => {
  expect(convert(10_000n, minorRate(rate("0.0061"), "JPY", "EUR"))).toBe(euros("61.00"));
});

test("a default mark-up u counts as u / (1 + u)", () => {
  expect(defaultMargin(euros("120.00"), { mode: "markup", percent: fraction(20n) })).toBe(euros("20.00"));
  expect(defaultMargin(euros("120.00"), { mode: "margin", percent: fraction(20n) })).toBe(euros("24.00"));
});

test("the estimated margin is the quote's, else the products', else by the default rate", () => {
  const base = { totalMinor: 10_000n, rate: { mode: "margin", percent: fraction(18n) } as const };
  expect(estimatedMargin({ ...base, quoteMinor: 5n, productsMinor: 7n })).toEqual({ minor: 5n, source: "quote" });
  expect(estimatedMargin({ ...base, quoteMinor: null, productsMinor: 7n })).toEqual({ minor: 7n, source: "products" });
  expect(estimatedMargin({ ...base, quoteMinor: null, productsMinor: null })).toEqual({ minor: 1800n, source: "default" });
});

test("instalments add up to the rounded likely total, to the cent", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 100 }),
      fc.constantFrom(...PERIOD_NAMES),
      fc.integer({ min: 1, max: 99_999 }),
      (amountMinor, periods, probability, period, tenThousandths) => {
        const value: Value = { kind: "recurring", amountMinor, period, periods };
        const by = fraction(BigInt(tenThousandths), 10_000n);
        const sum = instalmentsOf(value, "2027-01-31", probability, by).reduce((total, i) => total + i.minor, 0n);
        expect(sum).toBe(likelyOf(totalOf(value), probability, by));
      },
    ),
  );
});
