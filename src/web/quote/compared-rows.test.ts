import { describe, expect, it } from "vitest";
import { newDay, newLine, newSheet, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { comparedRows, onlyDifferences, isDifferent, type ComparedRow } from "#web/quote/compared-rows.ts";

const line = (id: string, facts: Partial<SheetLine> = {}) =>
  newLine({ id, name: id, currency: "EUR", dayId: "d1", unitCost: "10", ...facts });
const sheet = (lines: readonly SheetLine[], facts: Partial<QuoteSheet> = {}) =>
  newSheet({ currency: "EUR", mode: "markup", days: [newDay({ id: "d1" }), newDay({ id: "d2" })], lines, ...facts });

const told = (row: ComparedRow): string => {
  if (row.kind === "day") return row.id;
  if (!row.before) return `+ ${row.after?.name}`;
  if (!row.after) return `- ${row.before.name}`;
  return `${row.after.name}${row.isMoved ? " moved" : ""}${row.changed.size > 0 ? ` ${[...row.changed].join()}` : ""}`;
};

describe("two versions side by side", () => {
  const before = sheet([line("flight"), line("coach"), line("dinner", { dayId: "d2" }), line("hotel", { dayId: "d2" })]);
  const after = sheet([
    line("flight", { unitCost: "12.00" }),
    line("guide"),
    line("coach", { unitCost: "10.00", ratePercent: "25", dayId: "d2" }),
    line("hotel", { dayId: "d2" }),
  ]);

  it("are one table: changed, added, moved, removed where it stood", () => {
    expect(comparedRows(before, after).map(told)).toEqual(["d1", "flight cost", "+ guide", "d2", "coach moved rate", "hotel", "- dinner"]);
  });

  it("show only what differs, and no day without any", () => {
    const rows = comparedRows(
      before,
      sheet([line("flight"), line("coach"), line("dinner", { dayId: "d2", unitCost: "11" }), line("hotel", { dayId: "d2" })]),
    );
    expect(onlyDifferences(rows, isDifferent).map(told)).toEqual(["d2", "dinner cost"]);
  });

  it("know a line by its name and day when a copy gave it another id", () => {
    const copy = sheet([line("f2", { name: "flight" }), line("h2", { name: "hotel", dayId: "e2" })], {
      days: [newDay({ id: "e1" }), newDay({ id: "e2" })],
    });
    const moved = { ...copy, lines: copy.lines.map((one) => (one.id === "f2" ? { ...one, dayId: "e1" } : one)) };
    expect(comparedRows(before, moved).map(told)).toEqual(["e1", "flight", "- coach", "e2", "hotel", "- dinner"]);
  });
});
