import fc from "fast-check";
import { expect, test } from "vitest";
import { keptPeriods, periodOn, periodProblems, priceOn, readPeriods, type PricePeriod } from "#domain/product/price-period.ts";
import { addDays, weekdayOf } from "#domain/shared/day.ts";

const period = (from: string, until: string, facts: Partial<PricePeriod> = {}): PricePeriod => ({
  from,
  until,
  weekdays: null,
  cost: null,
  price: "1",
  currency: null,
  quantityType: null,
  allotment: null,
  ...facts,
});

const hotel = {
  cost: "80.00",
  price: "100.00",
  currency: "EUR",
  quantityType: "roomShared",
  periods: [period("2027-06-01", "2027-06-30", { cost: "90.00", price: "120.00", allotment: "20 rooms" })],
} as const;

test("a period holds both its days; outside every one the plain figures count and it is said", () => {
  expect(priceOn(hotel, "2027-06-30")).toEqual({
    cost: "90.00",
    price: "120.00",
    currency: "EUR",
    quantityType: "roomShared",
    allotment: "20 rooms",
    until: "2027-06-30",
    period: "held",
  });
  expect(priceOn(hotel, "2027-07-01")).toMatchObject({ cost: "80.00", price: "100.00", until: null, period: "none" });
  expect(priceOn(hotel, null).period).toBe("none");
  expect(priceOn({ ...hotel, periods: [] }, null).period).toBe("unneeded");
});

test("a period's own currency and way of counting stand for the product's", () => {
  const periods = [period("2027-06-01", "2027-06-30", { currency: "USD", quantityType: "perPerson" })];
  expect(priceOn({ ...hotel, periods }, "2027-06-02")).toMatchObject({ currency: "USD", quantityType: "perPerson" });
  expect(priceOn({ ...hotel, periods }, "2027-08-02")).toMatchObject({ currency: "EUR", quantityType: "roomShared" });
});

test("the most specific period counts: fewest days, then fewest weekdays, then the one that begins last", () => {
  const season = period("2027-04-01", "2027-10-31", { price: "season" });
  const weekends = period("2027-04-01", "2027-10-31", { price: "weekends", weekdays: [5, 6] });
  const saturdays = period("2027-04-01", "2027-10-31", { price: "saturdays", weekdays: [6] });
  const fair = period("2027-06-10", "2027-06-13", { price: "fair" });
  const nextFair = period("2027-06-12", "2027-06-15", { price: "next fair" });
  const on = (day: string) => periodOn([season, saturdays, nextFair, weekends, fair], day)?.price;
  expect(["2027-06-09", "2027-06-18", "2027-06-19", "2027-06-11", "2027-06-12"].map(on)).toEqual([
    "season",
    "weekends",
    "saturdays",
    "fair",
    "next fair",
  ]);
});

test("weekdays: a Friday price holds no Thursday", () => {
  const fridays = [period("2027-06-01", "2027-06-30", { weekdays: [5] })];
  expect([weekdayOf("2027-06-11"), periodOn(fridays, "2027-06-11")?.price, periodOn(fridays, "2027-06-10")]).toEqual([5, "1", undefined]);
});

test("two periods that nothing tells apart are refused; those that lie over each other are not", () => {
  const season = period("2027-01-01", "2027-01-31");
  expect(periodProblems([season, period("2027-01-15", "2027-01-16"), period("2027-01-01", "2027-01-31", { weekdays: [6, 7] })])).toEqual(
    [],
  );
  expect(periodProblems([season, season])).toEqual([{ pointer: "/periods/1/from", code: "periods.overlap" }]);
  const days = (...weekdays: number[]) => period("2027-01-01", "2027-01-31", { weekdays });
  expect(periodProblems([days(1, 2), days(2, 3)])).toHaveLength(1);
  expect(periodProblems([days(1, 2), days(3, 4)])).toEqual([]);
  expect(periodProblems([period("2027-02-01", "2027-01-01")])).toEqual([{ pointer: "/periods/0/until", code: "dates.order" }]);
});

test("a period none of whose days is of its weekdays is refused", () => {
  expect(periodProblems([period("2027-06-07", "2027-06-10", { weekdays: [6] })])).toEqual([
    { pointer: "/periods/0/weekdays", code: "periods.noDay" },
  ]);
  expect(periodProblems([period("2027-06-07", "2027-06-12", { weekdays: [6] })])).toEqual([]);
});

test("kept in one way: weekdays in order and once, all seven as every day, the product's own currency unnamed", () => {
  const product = { currency: "EUR", quantityType: "perPerson" } as const;
  const [kept] = keptPeriods(
    [period("2027-01-01", "2027-01-31", { weekdays: [7, 6, 6], currency: "EUR", quantityType: "perAdult" })],
    product,
  );
  expect(kept).toMatchObject({ weekdays: [6, 7], currency: null, quantityType: "perAdult" });
  expect(keptPeriods([period("2027-01-01", "2027-01-31", { weekdays: [1, 2, 3, 4, 5, 6, 7] })], product)[0]?.weekdays).toBeNull();
});

test("a period of two days and two figures, as they were once written, is read whole", () => {
  const [read] = readPeriods([{ from: "2027-01-01", until: "2027-01-31", cost: null, price: "3.00" }]);
  expect(read).toEqual(period("2027-01-01", "2027-01-31", { price: "3.00" }));
});

test("whatever order accepted periods are written in, a day has the same price", () => {
  const some = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 40 }),
      days: fc.integer({ min: 0, max: 20 }),
      weekdays: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 6 })),
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 60 }), (drawn, day) => {
      const from = (step: number): string => addDays("2027-06-01", step);
      const periods = drawn.map(({ start, days, weekdays }, index) =>
        period(from(start), from(start + days), { weekdays, price: String(index) }),
      );
      if (periodProblems(periods).length > 0) return;
      expect(periodOn(periods, from(day))).toEqual(periodOn(periods.toReversed(), from(day)));
    }),
  );
});
