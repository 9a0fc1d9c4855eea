import { expect, test } from "vitest";
import { lose, moveTo, pinProbability, reopen, win, type Sale } from "#domain/opportunity/opportunity.ts";
import type { Stage } from "#domain/pipeline/pipeline.ts";

const stage = (id: string, probabilityPercent: number): Stage => ({
  id,
  pipelineId: "pipeline",
  position: 1,
  probabilityPercent,
  staleDays: 5,
});
const quoted = stage("quoted", 50);
const negotiation = stage("negotiation", 80);

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

const won = (facts: Partial<Sale> = {}, productsMinor: bigint | null = null): Sale => {
  const sale = aSale(facts);
  return { ...sale, ...win(sale, { closedOn: "2026-11-20", acceptedQuoteMinor: null, productsMinor }) };
};

test("the probability follows the stage", () => {
  expect(moveTo(aSale(), negotiation)).toMatchObject({ stageId: "negotiation", probabilityPercent: 80 });
});

test("a pinned probability does not follow the stage, and is released in one step", () => {
  const pinned = { ...aSale(), ...pinProbability(aSale(), 65, quoted) };
  expect(pinned).toMatchObject({ probabilityPercent: 65, probabilityPinned: true });
  expect(moveTo(pinned, negotiation).probabilityPercent).toBe(65);
  expect(pinProbability(pinned, null, quoted)).toEqual({ probabilityPercent: 50, probabilityPinned: false });
});

test("refuses to move an opportunity that is closed", () => {
  expect(() => moveTo(won(), negotiation)).toThrow("opportunity.closed");
});

test("won counts at 100 %, lost at 0, lost keeps its stage and reason", () => {
  expect(won().probabilityPercent).toBe(100);
  const lost = lose(aSale(), { closedOn: "2026-11-20", reasonId: "price", competitorId: null, comment: null });
  expect(lost).toMatchObject({ outcome: "lost", probabilityPercent: 0, lostReasonId: "price" });
  expect(lost.stageId).toBeUndefined();
});

test("typed 5,000.00 with products 1,000.00: won 1,000.00, reopened 5,000.00 again", () => {
  const closed = won({}, 100_000n);
  expect(closed).toMatchObject({ amountMinor: 100_000n, amountSource: "products" });
  expect(reopen(closed, quoted)).toMatchObject({ outcome: "open", amountMinor: 500_000n, amountSource: "typed", probabilityPercent: 50 });
});

test("accepted quote 12,340.00: won 12,340.00, reopened 5,000.00 again", () => {
  const sale = aSale();
  const closed = { ...sale, ...win(sale, { closedOn: "2026-11-20", acceptedQuoteMinor: 1_234_000n, productsMinor: 100_000n }) };
  expect(closed).toMatchObject({ amountMinor: 1_234_000n, amountSource: "quote" });
  expect(reopen(closed, quoted).amountMinor).toBe(500_000n);
});

test("reopening restores a pinned probability; a released one takes the stage's of today", () => {
  expect(reopen(won({ probabilityPercent: 65, probabilityPinned: true }), quoted)).toMatchObject({
    probabilityPercent: 65,
    probabilityPinned: true,
  });
  expect(reopen(won(), stage("quoted", 55)).probabilityPercent).toBe(55);
});

test("refuses to reopen an opportunity that is open", () => {
  expect(() => reopen(aSale(), quoted)).toThrow("opportunity.notClosed");
});
