import { expect, test } from "vitest";
import { mayWaitUntil, proposesWaiting, stalenessOf } from "#domain/opportunity/staleness.ts";

const watched = { outcome: "open", lastTouchOn: "2026-11-10", staleDays: 5, waitingUntil: null } as const;

test("stale after the days of its stage without a touch", () => {
  expect(stalenessOf(watched, "2026-11-14")).toEqual({ kind: "fresh" });
  expect(stalenessOf(watched, "2026-11-15")).toEqual({ kind: "stale", since: "2026-11-15", days: 5, reason: "noTouch" });
  expect(stalenessOf(watched, "2026-11-22")).toEqual({ kind: "stale", since: "2026-11-15", days: 12, reason: "noTouch" });
});

test("waiting until a day stops the clock; past it, stale at once", () => {
  const waiting = { ...watched, waitingUntil: "2026-12-01" };
  expect(stalenessOf(waiting, "2026-12-01")).toEqual({ kind: "waiting", until: "2026-12-01" });
  expect(stalenessOf(waiting, "2026-12-02")).toMatchObject({ kind: "stale", since: "2026-12-02", reason: "waitingOver" });
});

test("a touch after the day waited for starts the clock again", () => {
  expect(stalenessOf({ ...watched, waitingUntil: "2026-11-05" }, "2026-11-12")).toEqual({ kind: "fresh" });
});

test("a touch on the day waited for answers the waiting", () => {
  const answered = { ...watched, lastTouchOn: "2026-12-01", waitingUntil: "2026-12-01" };
  expect(stalenessOf(answered, "2026-12-01")).toEqual({ kind: "waiting", until: "2026-12-01" });
  expect(stalenessOf(answered, "2026-12-02")).toEqual({ kind: "fresh" });
  expect(stalenessOf(answered, "2026-12-06")).toMatchObject({ kind: "stale", since: "2026-12-06", reason: "noTouch" });
});

test("a touch before the day waited for does not stop what was promised: past it, stale at once", () => {
  const waiting = { ...watched, lastTouchOn: "2026-11-30", waitingUntil: "2026-12-01" };
  expect(stalenessOf(waiting, "2026-12-02")).toMatchObject({ kind: "stale", days: 2, reason: "waitingOver" });
});

test("closed opportunities are never stale", () => {
  expect(stalenessOf({ ...watched, outcome: "won" }, "2027-11-15")).toEqual({ kind: "fresh" });
});

test("waiting is at most 12 months ahead", () => {
  expect(mayWaitUntil("2027-11-24", "2026-11-24")).toBe(true);
  expect(mayWaitUntil("2027-11-25", "2026-11-24")).toBe(false);
});

test("an activity planned beyond the limit proposes to wait until then", () => {
  expect(proposesWaiting("2026-11-14", watched)).toBe(false);
  expect(proposesWaiting("2026-11-15", watched)).toBe(true);
  expect(proposesWaiting("2026-12-15", { ...watched, outcome: "won" })).toBe(false);
});
