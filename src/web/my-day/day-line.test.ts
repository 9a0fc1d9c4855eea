import { expect, test } from "vitest";
import { dayLine } from "#web/my-day/day-line.ts";

const at = (dueTime: string | null, doneTime: string | null = null) => {
  const status = doneTime === null ? ("planned" as const) : ("done" as const);
  return { dueTime, status, doneTime };
};

test("the day stands by the clock: what was, now, what comes, what has no hour last", () => {
  const [nine, eleven, two, never] = [at("09:00", "09:25"), at("11:30", "08:00"), at("14:30"), at(null)];
  expect(dayLine([never, two, nine, eleven], "10:42")).toEqual({ past: [nine], coming: [eleven, two, never], next: two });
  expect(dayLine([never, two], "18:00")).toEqual({ past: [two], coming: [never], next: never });
  expect(dayLine([nine], "09:00")).toEqual({ past: [nine], coming: [], next: undefined });
});

test("what was done without an hour stands where it was done", () => {
  const [nine, ten, done] = [at("09:00"), at("10:00"), at(null, "09:30")];
  expect(dayLine([ten, nine, done], "12:00").past).toEqual([nine, done, ten]);
  expect(dayLine([at(null, "23:50")], "12:00")).toMatchObject({ coming: [], next: undefined });
});
