import { expect, test } from "vitest";
import { isOverdue, missingValues } from "#domain/opportunity/hygiene.ts";

const complete = { hasContact: true, departsOn: "2027-06-12", pax: 42, amountMinor: 1n, destinations: 1 };

test("a complete opportunity lacks nothing", () => {
  expect(missingValues(complete)).toEqual([]);
});

test("what is lacking is named; nobody counted, or zero, is lacking", () => {
  expect(missingValues({ hasContact: false, departsOn: null, pax: null, amountMinor: 0n, destinations: 0 })).toEqual([
    "contact",
    "destination",
    "departure",
    "participants",
    "amount",
  ]);
  expect(missingValues({ ...complete, pax: 0 })).toEqual(["participants"]);
});

test("overdue is an open opportunity whose expected close has passed; today is not past", () => {
  const open = { outcome: "open", expectedCloseOn: "2026-11-20" };
  expect(isOverdue(open, "2026-11-20")).toBe(false);
  expect(isOverdue(open, "2026-11-21")).toBe(true);
  expect(isOverdue({ ...open, outcome: "won" }, "2026-11-21")).toBe(false);
  expect(isOverdue({ ...open, expectedCloseOn: null }, "2026-11-21")).toBe(false);
});
