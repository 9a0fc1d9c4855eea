import fc from "fast-check";
import { expect, test } from "vitest";
import { doEdits, NO_HISTORY, redoEdits, undoEdits } from "#domain/quote/edit-history.ts";
import { costingProblems } from "#domain/quote/costing-problems.ts";
import { costingOf, inReadingOrder, newDay, newLine, newSheet, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import { compactEdits, editsOfDayOut, editsOfMode, withMine, withTheirs } from "#domain/quote/sheet-batch.ts";
import { applyEdits, type SheetEdit } from "#domain/quote/sheet-edit.ts";

const aLine = (id: string, dayId: string | null = null) => newLine({ id, dayId, name: id, currency: "EUR", unitCost: "10.00" });

const aSheet = (facts: Partial<QuoteSheet> = {}): QuoteSheet =>
  newSheet({
    currency: "EUR",
    mode: "markup",
    ratePercent: "25",
    days: [newDay({ id: "d1", title: "Rome" }), newDay({ id: "d2", title: "Naples" })],
    lines: [aLine("general"), aLine("a", "d1"), aLine("b", "d1"), aLine("c", "d2")],
    ...facts,
  });

const order = ({ lines }: QuoteSheet): string => lines.map(({ id, dayId }) => `${dayId ?? "-"}:${id}`).join(" ");

test("a field that is set is what one typed, and its inverse is what was there", () => {
  const edit: SheetEdit = { kind: "setLine", lineId: "a", field: "unitCost", was: "10.00", to: "12.50" };
  const { sheet, inverse, conflicts } = applyEdits(aSheet(), [edit]);
  expect(sheet.lines.find(({ id }) => id === "a")?.unitCost).toBe("12.50");
  expect(inverse).toEqual([{ ...edit, was: "12.50", to: "10.00" }]);
  expect(conflicts).toEqual([]);
});

test("two people who touch different fields both get their way", () => {
  const theirs = applyEdits(aSheet(), [{ kind: "setLine", lineId: "a", field: "unitCost", was: "10.00", to: "12.50" }]).sheet;
  const { sheet, conflicts } = applyEdits(theirs, [
    { kind: "setLine", lineId: "a", field: "repetitions", was: 1, to: 3 },
    { kind: "setSheet", field: "bases", was: [20, 25, 30, 35, 40], to: [20, 30] },
  ]);
  expect(conflicts).toEqual([]);
  expect(sheet.lines.find(({ id }) => id === "a")).toMatchObject({ unitCost: "12.50", repetitions: 3 });
  expect(sheet.bases).toEqual([20, 30]);
});

test("of one field both are shown what the other wants, by line and field; the rest of the batch stands", () => {
  const theirs = applyEdits(aSheet(), [{ kind: "setLine", lineId: "a", field: "unitCost", was: "10.00", to: "12.50" }]).sheet;
  const mine: SheetEdit[] = [
    { kind: "setLine", lineId: "a", field: "unitCost", was: "10.00", to: "9.00" },
    { kind: "setLine", lineId: "a", field: "unitCost", was: "9.00", to: "9.50" },
    { kind: "setLine", lineId: "b", field: "name", was: "b", to: "Boat" },
  ];
  const { sheet, conflicts } = applyEdits(theirs, mine);
  expect(conflicts).toEqual([{ kind: "changed", on: "line", id: "a", name: "a", field: "unitCost", mine: "9.50", theirs: "12.50" }]);
  expect(sheet.lines.find(({ id }) => id === "b")?.name).toBe("Boat");
  const over = applyEdits(theirs, withMine(mine, conflicts));
  expect(over.conflicts).toEqual([]);
  expect(over.sheet.lines.find(({ id }) => id === "a")?.unitCost).toBe("9.50");
  expect(withTheirs(mine, conflicts)).toEqual(mine.slice(2));
});

test("what both want alike, and what is sent again, is no conflict", () => {
  const edits: SheetEdit[] = [
    { kind: "setSheet", field: "freePlaces", was: { rule: "none" }, to: { n: 20, rule: "oneIn" } },
    { kind: "addLine", line: aLine("new", "d2"), afterLineId: "c" },
    { kind: "removeLine", lineId: "b" },
  ];
  const once = applyEdits(aSheet(), edits).sheet;
  const again = applyEdits(once, edits);
  expect(again.conflicts).toEqual([]);
  expect(again.inverse).toEqual([]);
  expect(again.sheet).toEqual(once);
});

test("a field of a line that somebody removed is a conflict, and so is a line on a day that is gone", () => {
  const theirs = applyEdits(aSheet(), [
    { kind: "removeLine", lineId: "c" },
    { kind: "removeDay", dayId: "d2" },
  ]).sheet;
  const { conflicts } = applyEdits(theirs, [
    { kind: "setLine", lineId: "c", field: "note", was: null, to: "late" },
    { kind: "addLine", line: aLine("new", "d2"), afterLineId: null },
  ]);
  expect(conflicts.map(({ kind, on, id, field }) => ({ kind, on, id, field }))).toEqual([
    { kind: "gone", on: "line", id: "c", field: "note" },
    { kind: "gone", on: "day", id: "d2", field: null },
  ]);
});

test("a day goes only without lines: a line somebody added meanwhile is not taken along", () => {
  const edits = editsOfDayOut(aSheet(), "d1");
  expect(order(applyEdits(aSheet(), edits).sheet)).toBe("-:general d2:c");
  const theirs = applyEdits(aSheet(), [{ kind: "addLine", line: aLine("new", "d1"), afterLineId: null }]).sheet;
  const { conflicts, sheet } = applyEdits(theirs, edits);
  expect(conflicts).toMatchObject([{ kind: "inUse", on: "day", id: "d1", name: "Rome", theirs: { id: "new" } }]);
  expect(sheet.days.map(({ id }) => id)).toEqual(["d1", "d2"]);
});

test("lines move within a day and to another; with a day its lines move along", () => {
  const moved = applyEdits(aSheet(), [
    { kind: "moveLine", lineId: "b", dayId: "d1", afterLineId: null },
    { kind: "moveLine", lineId: "general", dayId: "d2", afterLineId: "c" },
    { kind: "moveDay", dayId: "d2", afterDayId: null },
  ]);
  expect(order(moved.sheet)).toBe("d2:c d2:general d1:b d1:a");
  expect(order(applyEdits(moved.sheet, moved.inverse).sheet)).toBe(order(aSheet()));
});

test("where the line to stand after went elsewhere, a line stands at the end of its day", () => {
  const theirs = applyEdits(aSheet(), [{ kind: "moveLine", lineId: "a", dayId: "d2", afterLineId: null }]).sheet;
  const { sheet } = applyEdits(theirs, [{ kind: "addLine", line: aLine("new", "d1"), afterLineId: "a" }]);
  expect(order(sheet)).toBe("-:general d1:b d1:new d2:a d2:c");
});

test("a change of mode converts every typed rate, 25 % mark-up to 20 % margin, and comes back in one step", () => {
  const before = aSheet({ days: [newDay({ id: "d1", ratePercent: "50" })], lines: [{ ...aLine("a", "d1"), ratePercent: "12" }] });
  const step = doEdits(before, NO_HISTORY, editsOfMode(before, "margin"));
  expect(step.sheet).toMatchObject({ mode: "margin", ratePercent: "20", freePlacesRatePercent: null });
  expect(step.sheet.days[0]?.ratePercent).toBe("33.33");
  expect(step.sheet.lines[0]?.ratePercent).toBe("10.71");
  expect(undoEdits(step.sheet, step.history)?.sheet).toEqual(before);
});

test("undo and redo go through the steps; a new step forgets what was undone", () => {
  const first = doEdits(aSheet(), NO_HISTORY, [{ kind: "setSheet", field: "leaders", was: 0, to: 1 }]);
  const second = doEdits(first.sheet, first.history, [{ kind: "removeLine", lineId: "a" }]);
  const undone = undoEdits(second.sheet, second.history);
  expect(undone?.sheet).toEqual(first.sheet);
  const redone = undone && redoEdits(undone.sheet, undone.history);
  expect(redone?.sheet).toEqual(second.sheet);
  expect(redone && undoEdits(redone.sheet, redone.history)?.sheet).toEqual(first.sheet);
  const other = undone && doEdits(undone.sheet, undone.history, [{ kind: "setSheet", field: "leaders", was: 1, to: 2 }]);
  expect(other && redoEdits(other.sheet, other.history)).toBeUndefined();
  expect(undoEdits(aSheet(), NO_HISTORY)).toBeUndefined();
});

test("what was typed over and over is one edit; typed and taken back it is none", () => {
  const typed = (was: string, to: string): SheetEdit => ({ kind: "setLine", lineId: "a", field: "name", was, to });
  expect(compactEdits([typed("a", "ab"), typed("ab", "abc")])).toEqual([typed("a", "abc")]);
  expect(compactEdits([typed("a", "ab"), typed("ab", "a")])).toEqual([]);
});

const IDS = ["a", "b", "c", "general", "x", "y"];
const DAYS = ["d1", "d2", "d3"];
const aLineId = fc.constantFrom(...IDS);
const aDayId = fc.constantFrom(...DAYS);
const perhaps = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });

const anEdit: fc.Arbitrary<SheetEdit> = fc.oneof<fc.Arbitrary<SheetEdit>[]>(
  fc.record({
    kind: fc.constant("setLine" as const),
    lineId: aLineId,
    field: fc.constant("unitCost" as const),
    was: fc.constantFrom("10.00", "11", "12"),
    to: fc.constantFrom("11", "12"),
  }),
  fc.record({
    kind: fc.constant("addLine" as const),
    line: fc.tuple(aLineId, perhaps(aDayId)).map(([id, dayId]) => aLine(id, dayId)),
    afterLineId: perhaps(aLineId),
  }),
  fc.record({ kind: fc.constant("removeLine" as const), lineId: aLineId }),
  fc.record({ kind: fc.constant("moveLine" as const), lineId: aLineId, dayId: perhaps(aDayId), afterLineId: perhaps(aLineId) }),
  fc.record({
    kind: fc.constant("setDay" as const),
    dayId: aDayId,
    field: fc.constant("title" as const),
    was: fc.constantFrom("Rome", "Naples", "Bari"),
    to: fc.constantFrom("Bari", "Capri"),
  }),
  fc.record({ kind: fc.constant("addDay" as const), day: aDayId.map((id) => newDay({ id, title: "Bari" })), afterDayId: perhaps(aDayId) }),
  fc.record({ kind: fc.constant("removeDay" as const), dayId: aDayId }),
  fc.record({ kind: fc.constant("moveDay" as const), dayId: aDayId, afterDayId: perhaps(aDayId) }),
  fc.record({
    kind: fc.constant("setSheet" as const),
    field: fc.constant("leaders" as const),
    was: fc.constantFrom(0, 1),
    to: fc.constantFrom(1, 2),
  }),
);

test("whatever was done, its inverse restores the sheet exactly, and the inverse of that does it again", () => {
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 12 }), (edits) => {
      const before = inReadingOrder(aSheet());
      const done = applyEdits(before, edits);
      const back = applyEdits(done.sheet, done.inverse);
      expect(back.conflicts).toEqual([]);
      expect(back.sheet).toEqual(before);
      expect(applyEdits(back.sheet, back.inverse).sheet).toEqual(done.sheet);
    }),
  );
});

test("edits keep every line on a day that is there, in reading order, each id once", () => {
  fc.assert(
    fc.property(fc.array(anEdit, { maxLength: 12 }), (edits) => {
      const { sheet } = applyEdits(aSheet(), edits);
      const days = new Set([null, ...sheet.days.map(({ id }) => id)]);
      expect(sheet.lines.every(({ dayId }) => days.has(dayId))).toBe(true);
      expect(new Set(sheet.lines.map(({ id }) => id)).size).toBe(sheet.lines.length);
      expect(inReadingOrder(sheet)).toBe(sheet);
    }),
  );
});

test("a new sheet with a rate can be reckoned as it is", () => {
  expect(costingProblems(costingOf(aSheet(), { currency: "EUR", rate: null }))).toEqual([]);
});
