import { expect, test } from "vitest";
import { decimalText, parseDecimal } from "#web/kit/decimal-text.ts";

const money = { maxDecimals: 2, locale: "fr-FR" };

test.each([
  ["1250,5", "1250.5"],
  ["1250.50", "1250.50"],
  ["1 250,50", "1250.50"],
  ["1\u00a0250,50", "1250.50"],
  ["1\u202f250", "1250"],
  ["1.250,50", "1250.50"],
  ["1,250.50", "1250.50"],
  ["1.250", "1250"],
  ["1,250", "1250"],
  ["1.250.000", "1250000"],
  ["0,5", "0.5"],
  [",5", "0.5"],
  ["−12", "-12"],
  ["-12,30", "-12.30"],
  ["046", "46"],
  ["1'250.50", "1250.50"],
])("reads %j whatever the separator", (text, value) => {
  expect(parseDecimal(text, money)).toBe(value);
});

test.each(["", "abc", "12,345,6", "1.2.3", "12.5OO", "1,2345", "--1", "12 €"])("refuses %j", (text) => {
  expect(parseDecimal(text, money)).toBeUndefined();
});

test("refuses decimals of a whole number", () => {
  expect(parseDecimal("12,5", { maxDecimals: 0, locale: "fr-FR" })).toBeUndefined();
});

test("three decimals are read with the sign of the language", () => {
  expect(parseDecimal("1,250", { maxDecimals: 3, locale: "fr-FR" })).toBe("1.250");
  expect(parseDecimal("1,250", { maxDecimals: 3, locale: "en-GB" })).toBe("1250");
});

test("shows a value as it is typed in the language", () => {
  expect(decimalText("40600.00", money)).toBe("40\u00a0600");
  expect(decimalText("1489.50", { maxDecimals: 2, locale: "it-IT" })).toBe("1.489,50");
  expect(decimalText("-250", money)).toBe("−250");
});
