import fc from "fast-check";
import { expect, test } from "vitest";
import { firstQuantity } from "#domain/product/product.ts";
import {
  convertPrice,
  lineCost,
  lineProblems,
  lineTotal,
  marginOnPrice,
  totalsOfLines,
  type ProductLine,
} from "#domain/product/product-line.ts";

const line = (facts: Partial<ProductLine> = {}): ProductLine => ({
  quantity: "1",
  unitPrice: "0",
  unitCost: null,
  discountPercent: "0",
  ...facts,
});

test("2 × 450.00 and 1 × 100.00 make 1,000.00; a second 100.00 makes 1,100.00", () => {
  const lines = [line({ quantity: "2", unitPrice: "450.00" }), line({ unitPrice: "100.00" })];
  expect(totalsOfLines(lines, "EUR").totalMinor).toBe(100_000n);
  expect(totalsOfLines([...lines, line({ unitPrice: "100.00" })], "EUR").totalMinor).toBe(110_000n);
});

test("no line: the total is unknown, not zero", () => {
  expect(totalsOfLines([], "EUR")).toEqual({ count: 0, totalMinor: null, costMinor: null, marginMinor: null, withoutCost: 0 });
});

test("a line is rounded once, half away from zero, after its discount", () => {
  expect(lineTotal(line({ quantity: "3", unitPrice: "33.33", discountPercent: "10" }), "EUR")).toBe(8999n);
  expect(lineTotal(line({ quantity: "1.5", unitPrice: "0.01" }), "EUR")).toBe(2n);
  expect(lineTotal(line({ quantity: "2", unitPrice: "1500" }), "JPY")).toBe(3000n);
  expect(lineTotal(line({ unitPrice: "1.2345" }), "KWD")).toBe(1235n);
});

test("a discount lowers the price and not the cost", () => {
  const one = line({ quantity: "2", unitPrice: "100.00", unitCost: "80.00", discountPercent: "10" });
  expect([lineTotal(one, "EUR"), lineCost(one, "EUR")]).toEqual([18_000n, 16_000n]);
});

test("the margin is known only when every line has a cost", () => {
  const known = line({ unitPrice: "100.00", unitCost: "80.00" });
  expect(totalsOfLines([known], "EUR")).toMatchObject({ marginMinor: 2000n, withoutCost: 0 });
  expect(totalsOfLines([known, line({ unitPrice: "1.00" })], "EUR")).toMatchObject({ costMinor: null, marginMinor: null, withoutCost: 1 });
});

test("the picture's panel: 27,900.00 sold, 23,994.00 bought, 14.0 % of the price", () => {
  expect(marginOnPrice(2_790_000n, 390_600n)).toBe("14.0");
  expect(marginOnPrice(0n, 0n)).toBeNull();
  expect(marginOnPrice(1000n, -5n)).toBe("-0.5");
});

test("the sum of the lines is the total, whatever their order", () => {
  const figure = fc.integer({ min: 0, max: 9_999_999 }).map((n) => (n / 100).toFixed(2));
  const lines = fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 9999 }).map(String),
      unitPrice: figure,
      unitCost: fc.option(figure),
      discountPercent: fc.integer({ min: 0, max: 100 }).map(String),
    }),
    { minLength: 1, maxLength: 12 },
  );
  fc.assert(
    fc.property(lines, (some) => {
      const totals = totalsOfLines(some, "EUR");
      expect(totals.totalMinor).toBe(some.reduce((sum, one) => sum + lineTotal(one, "EUR"), 0n));
      expect(totalsOfLines([...some].reverse(), "EUR")).toEqual(totals);
      if (totals.marginMinor !== null) expect(totals.marginMinor + (totals.costMinor ?? 0n)).toBe(totals.totalMinor);
    }),
  );
});

test("refuses by field: money finer than its unit, nothing as a quantity, a discount beyond the whole", () => {
  const pointers = (facts: Partial<ProductLine>, currency = "EUR") => lineProblems(facts, currency).map(({ pointer }) => pointer);
  expect(pointers({ unitPrice: "1.005", unitCost: "1.005" })).toEqual(["/unitPrice", "/unitCost"]);
  expect(pointers({ unitPrice: "1.5" }, "JPY")).toEqual(["/unitPrice"]);
  expect(pointers({ quantity: "0", discountPercent: "100.01" })).toEqual(["/quantity", "/discountPercent"]);
  expect(pointers({ quantity: "0.5", unitPrice: "-10.00", discountPercent: "100" })).toEqual([]);
});

test("a group needs its heads, its rooms, its coaches; one of what is for all", () => {
  const group = { adults: 38, children: 4, infants: 0 };
  expect(firstQuantity("perPerson", null, group)).toBe(42);
  expect(firstQuantity("perChild", null, group)).toBe(4);
  expect(firstQuantity("roomShared", 2, group)).toBe(21);
  expect(firstQuantity("perCapacity", 50, group)).toBe(1);
  expect(firstQuantity("perGroup", null, group)).toBe(1);
  expect(firstQuantity("perPerson", null, { adults: null, children: null, infants: null })).toBe(1);
});

test("USD 3,480.00 at 0.9213 is EUR 3,206.12, and between two foreign currencies both rates count", () => {
  expect(convertPrice("3480.00", { from: "0.9213", to: "1" }, "EUR")).toBe("3206.12");
  expect(convertPrice("921.30", { from: "1", to: "0.9213" }, "USD")).toBe("1000.00");
  expect(convertPrice("0.05", { from: "1", to: "1" }, "EUR")).toBe("0.05");
});
