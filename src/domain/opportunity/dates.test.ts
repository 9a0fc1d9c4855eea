import fc from "fast-check";
import { expect, test } from "vitest";
import { datesProblems, departureRange, durationOf, fillDates, returnAfter, returnWhenDepartureMoves } from "#domain/opportunity/dates.ts";
import { addDays } from "#domain/shared/day.ts";

const none = { departsOn: null, returnsOn: null, days: null };

test("12 to 19 June is 8 days and 7 nights", () => {
  expect(durationOf("2027-06-12", "2027-06-19")).toEqual({ days: 8, nights: 7 });
  expect(durationOf("2027-06-12", "2027-06-12")).toEqual({ days: 1, nights: 0 });
  expect(durationOf("2027-06-12", null)).toBeUndefined();
});

test("two of departure, return and duration give the third", () => {
  expect(fillDates({ ...none, departsOn: "2027-06-12", days: 8 }, "days").returnsOn).toBe("2027-06-19");
  expect(fillDates({ ...none, departsOn: "2027-06-12", returnsOn: "2027-06-19" }, "returnsOn").days).toBe(8);
  expect(fillDates({ ...none, returnsOn: "2027-06-19", days: 8 }, "returnsOn").departsOn).toBe("2027-06-12");
  expect(fillDates({ ...none, days: 8 }, "days")).toEqual({ ...none, days: 8 });
});

test("a new departure keeps the duration, a new return changes it", () => {
  const dates = { departsOn: "2027-06-12", returnsOn: "2027-06-19", days: 8 };
  expect(fillDates({ ...dates, departsOn: "2027-07-01" }, "departsOn").returnsOn).toBe("2027-07-08");
  expect(fillDates({ ...dates, returnsOn: "2027-06-21" }, "returnsOn").days).toBe(10);
  expect(fillDates({ ...dates, returnsOn: null }, "returnsOn")).toEqual({ ...dates, returnsOn: null, days: null });
  expect(fillDates({ ...dates, departsOn: null }, "departsOn").returnsOn).toBe("2027-06-19");
  expect(returnWhenDepartureMoves(dates, "2027-07-01")).toBe("2027-07-08");
  expect(returnWhenDepartureMoves({ departsOn: null, returnsOn: "2027-06-19" }, "2027-07-01")).toBeNull();
});

test("return and duration tell the same, whatever the day", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), fc.integer({ min: 1, max: 400 }), (from, days) => {
      const departsOn = addDays("1950-01-01", from);
      expect(durationOf(departsOn, returnAfter(departsOn, days))).toEqual({ days, nights: days - 1 });
    }),
  );
});

test("dates may move by up to 60 days on both sides", () => {
  expect(departureRange({ departsOn: "2027-06-12", returnsOn: null, flexibleDays: 3 })).toEqual({
    earliest: "2027-06-09",
    latest: "2027-06-15",
  });
  expect(departureRange({ departsOn: null, returnsOn: null, flexibleDays: 3 })).toBeUndefined();
  expect(
    [-1, 0, 60, 61, 1.5].map((flexibleDays) => datesProblems({ departsOn: null, returnsOn: null, flexibleDays }).map(({ code }) => code)),
  ).toEqual([["value.tooSmall"], [], [], ["value.tooBig"], ["value.type"]]);
});

test("refuses a return before the departure", () => {
  expect(datesProblems({ departsOn: "2027-06-12", returnsOn: "2027-06-11", flexibleDays: 0 })).toEqual([
    { pointer: "/returnsOn", code: "dates.order" },
  ]);
});
