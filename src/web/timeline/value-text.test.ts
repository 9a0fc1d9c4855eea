import { expect, test } from "vitest";
import { firstWords } from "#words/fr-first.ts";
import { valueText } from "#web/timeline/value-text.ts";

const written = (type: string | null, to: unknown): string =>
  valueText({ field: "custom.any", type, from: null, to, fromWords: null, toWords: null }, "to", firstWords, "fr-FR").replace(/\s/g, " ");

test("a number and an amount of a custom field are written as the reader writes them", () => {
  expect(written("number", "1200.50")).toBe("1 200,5");
  expect(written("money", { amount: "1200.50", currency: "EUR" })).toBe("1 200,50 €");
});

test("a text of a custom field stays as it was typed, whatever it looks like", () => {
  expect(written("text", "2027-06-12")).toBe("2027-06-12");
  expect(written("text", "won")).toBe("won");
});
