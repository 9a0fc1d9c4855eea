import { expect, test } from "vitest";
import { instantIn, nextMonday, parseTime, remindInstant } from "#web/activity/activity-time.ts";

test("a time is read as people type it", () => {
  const typed = ["", "9", "930", "9h30", "9 h", "14:30", "14.30", "24:00", "9:60", "midi"];
  expect(typed.map(parseTime)).toEqual([null, "09:00", "09:30", "09:30", "09:00", "14:30", "14:30", undefined, undefined, undefined]);
});

test("Monday is the next one, never today", () => {
  expect([nextMonday("2026-11-23"), nextMonday("2026-11-24"), nextMonday("2026-11-29")]).toEqual([
    "2026-11-30",
    "2026-11-30",
    "2026-11-30",
  ]);
});

test("a wall-clock time is an instant of its zone, in winter, in summer, on the night of the change", () => {
  expect(instantIn("Europe/Paris", "2026-11-24", "14:30")).toBe("2026-11-24T13:30:00.000Z");
  expect(instantIn("Europe/Paris", "2027-07-01", "09:00")).toBe("2027-07-01T07:00:00.000Z");
  expect(instantIn("Europe/Paris", "2027-03-28", "09:00")).toBe("2027-03-28T07:00:00.000Z");
  expect(instantIn("America/New_York", "2026-11-24", "23:30")).toBe("2026-11-25T04:30:00.000Z");
});

test("a reminder stands before what it reminds of", () => {
  const due = { day: "2026-11-24", time: "14:30" };
  expect(remindInstant("hour", due, "Europe/Paris")).toBe("2026-11-24T12:30:00.000Z");
  expect(remindInstant("day", due, "Europe/Paris")).toBe("2026-11-23T08:00:00.000Z");
  expect(remindInstant("time", { ...due, time: null }, "Europe/Paris")).toBe("2026-11-24T08:00:00.000Z");
  expect(remindInstant("none", due, "Europe/Paris")).toBeNull();
});
