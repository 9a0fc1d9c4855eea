import { expect, test } from "vitest";
import type { OpportunityCard } from "#contract/opportunity.ts";
import { placeInColumn } from "#web/opportunity/place-in-column.ts";

const aCard = (id: string, expectedCloseOn: string | null, amount = "0.00") =>
  ({ id, expectedCloseOn, amount: { amount, currency: "EUR" } }) as OpportunityCard;

const column = [aCard("a", "2026-12-01", "900.00"), aCard("b", "2026-12-20", "90.00"), aCard("c", null)];

test.each([
  ["2026-11-30", 0],
  ["2026-12-10", 1],
  ["2027-01-01", 2],
  [null, 3],
])("by expected close %s it stands at %i, without one last", (day, place) => {
  expect(placeInColumn(column, aCard("d", day), "expectedCloseOn")).toBe(place);
});

test("the same day goes by id, the dearest comes first, the last touched last", () => {
  expect(placeInColumn(column, aCard("A", "2026-12-01"), "expectedCloseOn")).toBe(0);
  expect(placeInColumn(column, aCard("d", null, "100.00"), "amount")).toBe(1);
  expect(placeInColumn(column, aCard("d", "2026-01-01"), "lastTouchAt")).toBe(3);
});

test("by next activity, what is due first stands first, then what closes first; nothing planned stands last", () => {
  const planned = (id: string, dueOn: string | null, closes: string | null) =>
    ({ ...aCard(id, closes), nextActivity: dueOn === null ? null : { dueOn } }) as OpportunityCard;
  const rows = [planned("a", "2026-11-24", "2027-02-01"), planned("b", "2026-11-30", null), planned("c", null, "2026-12-01")];
  expect(placeInColumn(rows, planned("d", "2026-11-24", "2027-01-01"), "nextActivity")).toBe(0);
  expect(placeInColumn(rows, planned("d", "2026-11-24", null), "nextActivity")).toBe(1);
  expect(placeInColumn(rows, planned("d", null, "2027-01-01"), "nextActivity")).toBe(3);
});
