import { expect, test } from "vitest";
import { linesOfPaste, priceText, readPrice, readQuantity } from "#web/product/figures.ts";

test("prices are shown with the decimals of their currency and read as people type them", () => {
  expect(priceText("4350.00", "EUR", "fr-FR")).toBe("4\u00a0350,00");
  expect(priceText("-12.5", "EUR", "it-IT")).toBe("−12,50");
  expect(priceText("1500", "JPY", "en-GB")).toBe("1,500");
  expect(readPrice("4 350,5", "EUR", "fr")).toBe("4350.5");
  expect(readPrice("1,5", "JPY", "fr")).toBeUndefined();
});

test("a quantity is more than nothing", () => {
  expect([readQuantity("36", "fr"), readQuantity("0,5", "fr"), readQuantity("0", "fr"), readQuantity("-1", "fr")]).toEqual([
    "36",
    "0.5",
    undefined,
    undefined,
  ]);
});

test("rows of a spreadsheet become lines; one word is an ordinary paste", () => {
  expect(linesOfPaste("Vol\t36\t186,00\t164,00\nGuide\t2\t240,00\n", "EUR", "fr")).toEqual([
    { name: "Vol", quantity: "36", unitPrice: "186.00", unitCost: "164.00" },
    { name: "Guide", quantity: "2", unitPrice: "240.00" },
  ]);
  expect(linesOfPaste("Vol Lyon–Rome", "EUR", "fr")).toBeUndefined();
});
