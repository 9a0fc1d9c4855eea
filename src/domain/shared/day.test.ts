import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, addMonths, addYears, compareDays, daysBetween, isDay, monthOf, weekdayOf } from "#domain/shared/day.ts";

const anyDay = fc.integer({ min: 0, max: 90_000 }).map((days) => addDays("1900-01-01", days));

test("every day between two days is a real one", () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      expect(isDay(day)).toBe(true);
      expect(addDays(addDays(day, 1), -1)).toBe(day);
    }),
  );
});

test("a later day sorts later, and a week later is the same weekday", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 5000 }), (day, days) => {
      expect(compareDays(day, addDays(day, days))).toBe(-1);
      expect(compareDays(addDays(day, days), day)).toBe(1);
      expect(weekdayOf(addDays(day, 7))).toBe(weekdayOf(day));
    }),
  );
});

test("months count on the calendar, also backwards over the new year", () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, months) => {
      const [year, month] = monthOf(addMonths(day, months)).split("-").map(Number);
      const [fromYear, fromMonth] = monthOf(day).split("-").map(Number);
      expect((year ?? 0) * 12 + (month ?? 0)).toBe((fromYear ?? 0) * 12 + (fromMonth ?? 0) + months);
    }),
  );
});

test("a year after 29 February is 28 February", () => {
  expect(addYears("2028-02-29", 1)).toBe("2029-02-28");
  expect(addYears("2028-02-29", 4)).toBe("2032-02-29");
});

test("the centuries are leap years only every 400 years", () => {
  expect(daysBetween("2000-02-28", "2000-03-01")).toBe(2);
  expect(daysBetween("2100-02-28", "2100-03-01")).toBe(1);
  expect(compareDays("2027-06-12", "2027-06-12")).toBe(0);
  expect(monthOf("2027-06-12")).toBe("2027-06");
});
