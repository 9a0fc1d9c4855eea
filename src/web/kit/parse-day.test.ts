import { describe, expect, test } from "vitest";
import { formatDay } from "#web/kit/format.ts";
import { parseDay } from "#web/kit/parse-day.ts";

/** A Tuesday. */
const today = "2026-11-24";
const french = { today, locale: "fr" };

test.each([
  ["2027-06-12", "2027-06-12"],
  ["12/6", "2027-06-12"],
  ["12/06/2027", "2027-06-12"],
  ["12.6.27", "2027-06-12"],
  ["12 6", "2027-06-12"],
  ["24/11", "2026-11-24"],
  ["23/11", "2027-11-23"],
  ["30", "2026-11-30"],
  ["5", "2026-12-05"],
])("reads %s in figures, day first, from today on", (text, day) => {
  expect(parseDay(text, french)).toBe(day);
});

test.each([
  ["12 juin", "2027-06-12"],
  ["8 mai", "2027-05-08"],
  ["1er déc. 2028", "2028-12-01"],
  ["1er fev", "2027-02-01"],
  ["12 Août 27", "2027-08-12"],
  ["sam. 12 juin 2027", "2027-06-12"],
  ["samedi 12 juin", "2027-06-12"],
  ["12juin", "2027-06-12"],
])("reads %s by the name of its month", (text, day) => {
  expect(parseDay(text, french)).toBe(day);
});

test.each([
  ["fr", "sam", "2026-11-28"],
  ["fr", "lundi", "2026-11-30"],
  ["fr", "mar", "2026-12-01"],
  ["en", "sat", "2026-11-28"],
  ["it", "sab", "2026-11-28"],
  ["it", "lunedi", "2026-11-30"],
])("reads a weekday in %s: %s is the next one, never today", (locale, text, day) => {
  expect(parseDay(text, { today, locale })).toBe(day);
});

test.each([
  ["fr", "auj", "2026-11-24"],
  ["fr", "aujourd'hui", "2026-11-24"],
  ["fr", "demain", "2026-11-25"],
  ["fr", "hier", "2026-11-23"],
  ["en", "tomorrow", "2026-11-25"],
  ["it", "oggi", "2026-11-24"],
  ["it", "domani", "2026-11-25"],
  ["it", "dopodomani", "2026-11-26"],
  ["fr", "+7", "2026-12-01"],
])("reads in %s, from today: %s", (locale, text, day) => {
  expect(parseDay(text, { today, locale })).toBe(day);
});

test("reads English and Italian months", () => {
  expect(parseDay("June 12", { today, locale: "en" })).toBe("2027-06-12");
  expect(parseDay("12 giugno 2027", { today, locale: "it" })).toBe("2027-06-12");
});

test.each(["12 jui", "31/2", "32", "juin", "2027-02-30", "m", "abc", "", "6/25", "12 juin 207"])(
  "refuses %j: no day, or more than one",
  (text) => {
    expect(parseDay(text, french)).toBeUndefined();
  },
);

test("waits for the next leap year", () => {
  expect(parseDay("29/2", french)).toBe("2028-02-29");
});

describe("what the field shows can be read again", () => {
  test.each(["en", "fr", "it"])("in %s, for each day of a year", (locale) => {
    const days = Array.from({ length: 12 }, (_, month) => [1, 9, 28].map((date) => isoDay(month + 1, date))).flat();
    for (const style of ["medium", "weekday", "full", "numeric"] as const) {
      expect(days.map((day) => parseDay(formatDay(day, locale, style), { today, locale }))).toEqual(days);
    }
  });
});

function isoDay(month: number, date: number): string {
  return `2027-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}
