import { expect, test } from "vitest";
import {
  amountWhenProductsChange,
  amountWhenQuoteChanges,
  amountWhenTyped,
  differenceFrom,
  followQuote,
  type Amount,
} from "#domain/opportunity/amount.ts";
import { followStage, lose, pinProbability, reopen, revalueWon, win, type Sale } from "#domain/opportunity/opportunity.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";

const stage: Stage = { id: "quoted", pipelineId: "pipeline", position: 1, probabilityPercent: 50, staleDays: 5 };
const aSale = (facts: Partial<Sale> = {}): Sale => ({
  outcome: "open",
  closedOn: null,
  stageId: "quoted",
  pipelineId: "pipeline",
  probabilityPercent: 50,
  probabilityPinned: false,
  amountMinor: 500_000n,
  amountSource: "typed",
  currency: "EUR",
  rate: "1",
  rateOn: null,
  rateSource: null,
  lostReasonId: null,
  competitorId: null,
  lostComment: null,
  beforeClosing: null,
  ...facts,
});
const none = { acceptedQuoteMinor: null, productsMinor: null };
const dollars = { currency: "USD", rate: "0.9213", rateOn: "2026-11-20", rateSource: "bank" };
const winning = (sale: Sale, figures: Partial<Parameters<typeof win>[1]> = {}): Sale => ({
  ...sale,
  ...win(sale, { closedOn: "2026-11-20", ...none, ...figures }),
});
const revalued = (sale: Sale, figures: Partial<Parameters<typeof revalueWon>[1]> = {}): Sale => ({
  ...sale,
  ...revalueWon(sale, { ...none, ...figures }),
});

test("created with 0, products 2 × 450.00 + 1 × 100.00: 1,000.00; a second 100.00: 1,100.00", () => {
  const created = amountWhenTyped(0n, 2n * 45_000n + 10_000n);
  expect(created).toEqual({ minor: 100_000n, source: "products" });
  expect(amountWhenProductsChange(created, 110_000n).minor).toBe(110_000n);
});

test("typed 5,000.00, products 1,000.00: won 1,000.00, quote accepted 12,340.00, un-accepted 1,000.00, reopened 5,000.00", () => {
  const productsMinor = 100_000n;
  const won = winning(aSale(), { productsMinor });
  const accepted = revalued(won, { productsMinor, acceptedQuoteMinor: 1_234_000n });
  const unaccepted = revalued(accepted, { productsMinor });
  const reopened = { ...unaccepted, ...reopen(unaccepted, stage) };
  expect([won, accepted, unaccepted, reopened].map((sale) => [sale.amountMinor, sale.amountSource])).toEqual([
    [100_000n, "products"],
    [1_234_000n, "quote"],
    [100_000n, "products"],
    [500_000n, "typed"],
  ]);
});

test("un-accepted while won, without products: the amount of before closing", () => {
  const accepted = winning(aSale(), { acceptedQuoteMinor: 1_234_000n });
  expect(revalued(accepted)).toMatchObject({ amountMinor: 500_000n, amountSource: "typed", outcome: "won" });
});

test("an amount typed while won stays when there is neither quote nor products", () => {
  const typed = { ...winning(aSale(), { acceptedQuoteMinor: 1_234_000n }), amountMinor: 700_000n, amountSource: "typed" as const };
  expect(revalued(typed).amountMinor).toBe(700_000n);
});

test("a quote in another currency gives amount, currency and frozen rate; reopening gives all three back", () => {
  const won = winning(aSale(), { acceptedQuoteMinor: 348_000n, acceptedQuoteIn: dollars });
  expect(won).toMatchObject({ amountMinor: 348_000n, ...dollars });
  expect(reopen(won, stage)).toMatchObject({ amountMinor: 500_000n, currency: "EUR", rate: "1", rateOn: null, rateSource: null });
});

test("a quote in dollars replaced by one in the opportunity's own currency leaves no dollar behind", () => {
  const won = winning(aSale(), { acceptedQuoteMinor: 348_000n, acceptedQuoteIn: dollars });
  expect(revalued(won, { acceptedQuoteMinor: 1_234_000n })).toMatchObject({ amountMinor: 1_234_000n, currency: "EUR", rate: "1" });
  expect(revalued({ ...won, amountSource: "typed" }, { acceptedQuoteMinor: 1n })).toMatchObject({ amountMinor: 1n, currency: "EUR" });
});

test("accepting a quote moves no amount that is open or lost", () => {
  expect(revalueWon(aSale(), { ...none, acceptedQuoteMinor: 1_234_000n })).toEqual({});
});

test("following the chosen quote, the amount moves with it while open", () => {
  const followed = followQuote(1_234_000n);
  expect(amountWhenQuoteChanges(followed, 1_300_000n).minor).toBe(1_300_000n);
  expect(amountWhenQuoteChanges(followed, 1_300_000n, false)).toEqual(followed);
  expect(amountWhenQuoteChanges({ minor: 1n, source: "typed" }, 2n)).toEqual({ minor: 1n, source: "typed" });
});

test("closed, the amount is frozen: products show a difference and move nothing", () => {
  const amount: Amount = { minor: 100_000n, source: "products" };
  expect(amountWhenProductsChange(amount, 110_000n, false)).toEqual(amount);
  expect(differenceFrom(amount, 110_000n)).toBe(-10_000n);
  expect(differenceFrom(amount, 100_000n)).toBeUndefined();
  expect(differenceFrom(amount, null)).toBeUndefined();
});

test("refuses to lose without a reason, and to close what is closed", () => {
  const losing = { closedOn: "2026-11-20", reasonId: null, competitorId: null, comment: null };
  expect(() => lose(aSale(), losing)).toThrow("opportunity.reasonRequired");
  expect(() => lose(winning(aSale()), { ...losing, reasonId: "price" })).toThrow("opportunity.closed");
  expect(() => winning(winning(aSale()))).toThrow("opportunity.closed");
});

test("what cannot be lost is refused as closed before its reason is asked for", () => {
  expect(() => lose(winning(aSale()), { closedOn: "2026-11-20", reasonId: null, competitorId: null, comment: null })).toThrow(
    "opportunity.closed",
  );
});

test("a stage's new probability applies to its open opportunities that are not pinned", () => {
  expect(followStage(aSale(), 55)).toEqual({ probabilityPercent: 55 });
  expect(followStage(aSale({ probabilityPinned: true }), 55)).toEqual({});
  expect(followStage(winning(aSale()), 55)).toEqual({});
});

test("a probability typed on a closed opportunity changes neither outcome nor probability", () => {
  expect(pinProbability(winning(aSale()), 30, stage)).toEqual({});
});

test("an opportunity imported as won, without a past, is reopened with the amount it has", () => {
  const imported = aSale({ outcome: "won", closedOn: "2026-01-10", probabilityPercent: 100 });
  expect({ ...imported, ...reopen(imported, stage) }).toMatchObject({
    outcome: "open",
    closedOn: null,
    amountMinor: 500_000n,
    probabilityPercent: 50,
  });
});
