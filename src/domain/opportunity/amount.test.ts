import { expect, test } from "vitest";
import { amountWhenProductsChange, amountWhenTyped, amountWhenWon, type Amount } from "#domain/opportunity/amount.ts";

const typed = (minor: bigint): Amount => ({ minor, source: "typed" });
const products = (minor: bigint): Amount => ({ minor, source: "products" });

test("left at zero, the amount is the total of the products and follows them", () => {
  const created = amountWhenTyped(0n, 100_000n);
  expect(created).toEqual(products(100_000n));
  expect(amountWhenProductsChange(created, 110_000n)).toEqual(products(110_000n));
  expect(amountWhenTyped(null, 0n)).toEqual(products(0n));
});

test("typed, it stays as typed whatever the products say", () => {
  const created = amountWhenTyped(500_000n, 100_000n);
  expect(created).toEqual(typed(500_000n));
  expect(amountWhenProductsChange(created, 110_000n)).toEqual(typed(500_000n));
});

test("edited to empty or zero, it goes back to the products", () => {
  expect(amountWhenTyped(null, 100_000n)).toEqual(products(100_000n));
});

test("won with an accepted quote: the quote's total", () => {
  expect(amountWhenWon(typed(500_000n), { acceptedQuoteMinor: 1_234_000n, productsMinor: 100_000n })).toEqual({
    minor: 1_234_000n,
    source: "quote",
  });
});

test("won without an accepted quote: the products' total, even over a typed amount", () => {
  expect(amountWhenWon(typed(500_000n), { acceptedQuoteMinor: null, productsMinor: 100_000n })).toEqual(products(100_000n));
});

test("won without quote and products: unchanged", () => {
  expect(amountWhenWon(typed(500_000n), { acceptedQuoteMinor: null, productsMinor: null })).toEqual(typed(500_000n));
});
