import { expect, test } from "vitest";
import { currencies, isCurrency, minorDigits, parseAmount, share } from "#domain/shared/money.ts";

test("a currency is a code of ISO 4217 in capitals", () => {
  expect(["EUR", "USD", "GBP", "CHF", "JPY", "KWD", "XOF", "ZWG"].every(isCurrency)).toBe(true);
  expect(["eur", "EURO", "", "XXX", "DEM"].some(isCurrency)).toBe(false);
  expect(new Set(currencies()).size).toBe(currencies().length);
});

test("EUR has cents, JPY and ISK have none, KWD and TND have thousandths", () => {
  expect(["EUR", "JPY", "ISK", "KWD", "TND"].map(minorDigits)).toEqual([2, 0, 0, 3, 3]);
});

test("an amount finer than the minor unit is refused, zeros behind it are not", () => {
  expect(parseAmount("10.005", "EUR")).toBeUndefined();
  expect(parseAmount("10.000", "EUR")).toBe(1000n);
  expect(parseAmount("10.0005", "KWD")).toBeUndefined();
  expect(parseAmount("-0.01", "EUR")).toBe(-1n);
  expect(parseAmount("1e5", "EUR")).toBeUndefined();
});

test("a debt is shared like a credit", () => {
  expect(share({ minor: -1000n, currency: "EUR" }, 3).map(({ minor }) => minor)).toEqual([-334n, -333n, -333n]);
  expect(() => share({ minor: 1n, currency: "EUR" }, 0)).toThrow(RangeError);
});
