import fc from "fast-check";
import { expect, test } from "vitest";
import { convert, likelyOf, PERIOD_NAMES, totalOf, type Value } from "#domain/opportunity/forecast.ts";
import { forecastByDeparture, forecastBySignature, type Forecast, type Forecastable } from "#domain/opportunity/forecast-months.ts";
import { addDays } from "#domain/shared/day.ts";
import { fraction } from "#domain/shared/fraction.ts";

const today = "2026-11-20";
const fixed = (amountMinor: bigint): Value => ({ kind: "fixed", amountMinor });
const monthly = (amountMinor: bigint, periods: number): Value => ({ kind: "recurring", amountMinor, period: "month", periods });
const aRecord = (facts: Partial<Forecastable> = {}): Forecastable => ({
  value: fixed(1_000_000n),
  marginMinor: 180_000n,
  rate: fraction(1n),
  outcome: "open",
  probabilityPercent: 40,
  expectedCloseOn: "2027-08-15",
  closedOn: null,
  departsOn: "2027-10-02",
  ...facts,
});
const likelyByMonth = ({ months }: Forecast): [string, bigint][] => months.map(({ month, likelyMinor }) => [month, likelyMinor]);

test("by signature: 10,000.00 at 40 %, closing 15 August, is 4,000.00 in August", () => {
  expect(forecastBySignature([aRecord()], today).months).toEqual([
    { month: "2027-08", count: 1, overdue: 0, potentialMinor: 1_000_000n, likelyMinor: 400_000n, marginMinor: 72_000n },
  ]);
});

test("by signature: 5,000.00 a month × 3 at 80 %, closing 1 August, is 4,000.00 in August, September and October", () => {
  const record = aRecord({ value: monthly(500_000n, 3), marginMinor: 100n, probabilityPercent: 80, expectedCloseOn: "2027-08-01" });
  const { months } = forecastBySignature([record], today);
  expect(months.map(({ month, likelyMinor }) => [month, likelyMinor])).toEqual([
    ["2027-08", 400_000n],
    ["2027-09", 400_000n],
    ["2027-10", 400_000n],
  ]);
  expect(months.map(({ marginMinor }) => marginMinor)).toEqual([27n, 27n, 26n]);
});

test("by departure: the whole total, recurring too, in the month of departure", () => {
  expect(likelyByMonth(forecastByDeparture([aRecord({ value: monthly(500_000n, 3), probabilityPercent: 80 })], today))).toEqual([
    ["2027-10", 1_200_000n],
  ]);
});

test("won counts in full on the day it was really won; lost not at all", () => {
  const won = aRecord({ outcome: "won", closedOn: "2026-11-03" });
  expect(likelyByMonth(forecastBySignature([won, aRecord({ outcome: "lost", closedOn: "2026-11-03" })], today))).toEqual([
    ["2026-11", 1_000_000n],
  ]);
});

test("undated opportunities are not dropped: number, potential and likely", () => {
  const undated = aRecord({ expectedCloseOn: null, departsOn: null, value: fixed(0n), marginMinor: 0n });
  const { months, undated: figures } = forecastBySignature([undated, aRecord({ expectedCloseOn: null })], today);
  expect(months).toEqual([]);
  expect(figures).toEqual({ count: 2, potentialMinor: 1_000_000n, likelyMinor: 400_000n, marginMinor: 72_000n });
});

test("overdue ones count in their own month, flagged, by the date of the axis", () => {
  const late = aRecord({ expectedCloseOn: "2026-11-19" });
  expect(forecastBySignature([late, aRecord({ expectedCloseOn: today })], today).months).toMatchObject([
    { month: "2026-11", count: 2, overdue: 1 },
  ]);
  expect(forecastByDeparture([late], today).months).toMatchObject([{ month: "2027-10", overdue: 0 }]);
  expect(forecastBySignature([{ ...late, outcome: "won", closedOn: "2026-11-19" }], today).months).toMatchObject([{ overdue: 0 }]);
});

test("several instalments in one month are one opportunity of that month", () => {
  const weekly: Value = { kind: "recurring", amountMinor: 100n, period: "week", periods: 3 };
  expect(forecastBySignature([aRecord({ value: weekly, expectedCloseOn: "2027-08-01" })], today).months).toMatchObject([
    { month: "2027-08", count: 1, likelyMinor: 120n },
  ]);
});

test("months and undated add up to the records, in each series, whatever the values", () => {
  const day = fc.option(fc.integer({ min: 0, max: 4000 }).map((days) => addDays("2024-01-01", days)));
  const anyValue = fc.oneof(
    fc.bigInt({ min: 0n, max: 10n ** 10n }).map(fixed),
    fc.record({
      kind: fc.constant("recurring" as const),
      amountMinor: fc.bigInt({ min: 0n, max: 10n ** 8n }),
      period: fc.constantFrom(...PERIOD_NAMES),
      periods: fc.integer({ min: 1, max: 30 }),
    }),
  );
  const anyRecord = fc.record({
    value: anyValue,
    marginMinor: fc.bigInt({ min: -(10n ** 8n), max: 10n ** 9n }),
    rate: fc.integer({ min: 1, max: 99_999 }).map((n) => fraction(BigInt(n), 10_000n)),
    outcome: fc.constantFrom("open" as const, "won" as const),
    probabilityPercent: fc.integer({ min: 0, max: 100 }),
    expectedCloseOn: day,
    closedOn: day,
    departsOn: day,
  });
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 8 }), (records) => {
      const expected = { potentialMinor: 0n, likelyMinor: 0n, marginMinor: 0n };
      for (const { value, marginMinor, rate, outcome, probabilityPercent } of records) {
        const probability = outcome === "won" ? 100 : probabilityPercent;
        expected.potentialMinor += convert(totalOf(value), rate);
        expected.likelyMinor += likelyOf(totalOf(value), probability, rate);
        expected.marginMinor += likelyOf(marginMinor, probability, rate);
      }
      for (const { months, undated } of [forecastBySignature(records, today), forecastByDeparture(records, today)]) {
        for (const series of ["potentialMinor", "likelyMinor", "marginMinor"] as const) {
          expect(months.reduce((total, month) => total + month[series], undated[series])).toBe(expected[series]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
