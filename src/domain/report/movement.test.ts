import fc from "fast-check";
import { expect, test } from "vitest";
import { likelyOf } from "#domain/opportunity/forecast.ts";
import { movementsOf, type Standing } from "#domain/report/movement.ts";
import { fraction } from "#domain/shared/fraction.ts";

const before: Standing = { totalMinor: 100_000n, currency: "EUR", rate: fraction(1n), stageId: "received", probabilityPercent: 10 };

test("1,000.00 at 10 % to 1,200.00 at 50 %: amount up 20.00, stage forward 480.00", () => {
  expect(movementsOf(before, { ...before, totalMinor: 120_000n, stageId: "quoted", probabilityPercent: 50 })).toEqual([
    { step: "amount", likelyMinor: 2_000n },
    { step: "stage", likelyMinor: 48_000n },
  ]);
});

test("another currency moves the amount, its rate is no step of its own", () => {
  const after = { ...before, currency: "USD", rate: fraction(9213n, 10_000n) };
  expect(movementsOf(before, after)).toEqual([{ step: "amount", likelyMinor: -787n }]);
});

test("a refreshed rate and a typed probability are told apart; nothing moved tells nothing", () => {
  const after = { ...before, rate: fraction(2n), probabilityPercent: 20 };
  expect(movementsOf(before, after).map(({ step }) => step)).toEqual(["rate", "probability"]);
  expect(movementsOf(before, before)).toEqual([]);
});

test("the steps add up to the difference, to the cent", () => {
  const anyStanding = fc.record({
    totalMinor: fc.bigInt({ min: 0n, max: 10n ** 10n }),
    currency: fc.constantFrom("EUR", "USD"),
    rate: fc.integer({ min: 1, max: 99_999 }).map((n) => fraction(BigInt(n), 10_000n)),
    stageId: fc.constantFrom("a", "b"),
    probabilityPercent: fc.integer({ min: 0, max: 100 }),
  });
  fc.assert(
    fc.property(anyStanding, anyStanding, (from, to) => {
      const moved = movementsOf(from, to).reduce((sum, { likelyMinor }) => sum + likelyMinor, 0n);
      expect(moved).toBe(
        likelyOf(to.totalMinor, to.probabilityPercent, to.rate) - likelyOf(from.totalMinor, from.probabilityPercent, from.rate),
      );
    }),
  );
});
