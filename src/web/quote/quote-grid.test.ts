import { describe, expect, it } from "vitest";
import { newDay, newLine, newSheet, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { applyEdits, type SheetEdit } from "#domain/quote/sheet-edit.ts";
import { editsOfClear, editsOfCopyDown, editsOfCut, editsOfPaste, type Grid } from "#web/quote/block-edits.ts";
import { readBlock } from "#web/quote/block-text.ts";
import { editsOfEmptied, editsOfTyped, type Typing } from "#web/quote/cell-edits.ts";
import { editsOfDayMove, editsOfLineDrop, editsOfLineMove } from "#web/quote/move-edits.ts";
import { editsOfDayOut } from "#domain/quote/sheet-batch.ts";
import { columnsOf, isLineRow, rowsOf, type GridColumnId } from "#web/quote/quote-grid-rows.ts";

const line = (id: string, facts: Partial<SheetLine> = {}) => newLine({ id, name: id, currency: "EUR", ...facts });

function aSheet(facts: Partial<QuoteSheet> = {}): QuoteSheet {
  return newSheet({
    currency: "EUR",
    mode: "markup",
    ratePercent: "22",
    bases: [20, 40],
    days: [newDay({ id: "d1", title: "Lyon, Naples" }), newDay({ id: "d2", title: "Pompéi" })],
    lines: [
      line("flight", { dayId: "d1", unitCost: "214.00", ratePercent: "12" }),
      line("transfer", { dayId: "d1", quantityType: "perGroup", unitCost: "690.00" }),
      line("hotel", { dayId: "d2", quantityType: "roomShared", capacity: 2, unitCost: "812.00" }),
      line("single", { part: "supplement", unitCost: "232.00" }),
    ],
    ...facts,
  });
}

const TYPES = { "par personne": "perPerson", "par groupe": "perGroup", "par capacité": "perCapacity" } as const;
const typing = (sheet: QuoteSheet): Typing => ({
  sheet,
  locale: "fr-FR",
  readQuantityType: (text) => TYPES[text as keyof typeof TYPES],
});
const gridOf = (sheet: QuoteSheet): Grid => ({ rows: rowsOf(sheet, true), columns: columnsOf(sheet.bases, true) });
const after = (sheet: QuoteSheet, edits: readonly SheetEdit[] | undefined): QuoteSheet => applyEdits(sheet, edits ?? []).sheet;
const lineOf = (sheet: QuoteSheet, id: string) => sheet.lines.find((one) => one.id === id);

function type(sheet: QuoteSheet, id: string, [column, text]: readonly [GridColumnId, string]) {
  const row = rowsOf(sheet, true).find((one) => one.id === id);
  if (!row) throw new Error(`no row ${id}`);
  return editsOfTyped(typing(sheet), { row, column }, text);
}

function paste(sheet: QuoteSheet, at: readonly [string, number], text: string) {
  let count = 0;
  const row = rowsOf(sheet, true).findIndex(({ id }) => id === at[0]);
  const pasting = { ...typing(sheet), newId: () => `new${(count += 1)}` };
  const pasted = editsOfPaste(pasting, gridOf(sheet), { row, column: at[1] }, readBlock(text));
  return { ...pasted, sheet: after(sheet, pasted.edits) };
}

describe("the rows of the grid", () => {
  it("are days with their lines, what is reckoned, then supplements and options", () => {
    const sheet = aSheet({ freePlaces: { rule: "onPayers", n: 20 }, leaders: 1 });
    expect(rowsOf(sheet, true).map(({ id }) => id)).toEqual(
      "d1 flight transfer d2 hotel freePlaces leaders exactPrice price single marginRate".split(" "),
    );
  });

  it("show no row made of costs to those who may not see them", () => {
    expect(rowsOf(aSheet(), false).map(({ id }) => id)).toEqual("d1 flight transfer d2 hotel price single".split(" "));
    expect(columnsOf([40, 20], false)).toEqual(["name", "calculation", 20, 40]);
  });

  it("put lines of no day first, under a heading when there are days", () => {
    const lines = [line("insurance")];
    expect(rowsOf(aSheet({ lines }), true)[0]?.kind).toBe("general");
    expect(rowsOf(aSheet({ lines, days: [] }), true)[0]?.id).toBe("insurance");
  });
});

describe("typing into a cell", () => {
  it("reads figures as the reader writes them", () => {
    expect(lineOf(after(aSheet(), type(aSheet(), "transfer", ["cost", "5 900,50"])), "transfer")?.unitCost).toBe("5900.50");
    expect(lineOf(after(aSheet(), type(aSheet(), "transfer", ["rate", "25 %"])), "transfer")?.ratePercent).toBe("25");
    expect(lineOf(after(aSheet(), type(aSheet(), "transfer", ["cost", "480 usd"])), "transfer")).toMatchObject({
      unitCost: "480",
      currency: "USD",
    });
  });

  it("says what cannot be read", () => {
    expect(type(aSheet(), "transfer", ["cost", "two hundred"])).toBeUndefined();
    expect(type(aSheet(), "transfer", ["cost", "-3"])).toBeUndefined();
    expect(type(aSheet(), "single", ["cost", "-3"])).toHaveLength(1);
    expect(type(aSheet(), "transfer", ["name", "  "])).toBeUndefined();
    expect(type(aSheet(), "exactPrice", ["rate", "3"])).toBeUndefined();
  });

  it("changes nothing when the same is typed", () => {
    expect(type(aSheet(), "flight", ["cost", "214"])).toEqual([]);
    expect(type(aSheet(), "flight", ["name", "flight"])).toEqual([]);
  });

  it("gives another way of counting what it needs", () => {
    expect(lineOf(after(aSheet(), type(aSheet(), "transfer", ["calculation", "par capacité"])), "transfer")?.capacity).toBe(50);
  });

  it("sets the rate of a day and of the free places", () => {
    const sheet = aSheet({ freePlaces: { rule: "onPayers", n: 20 } });
    expect(after(sheet, type(sheet, "d1", ["rate", "18"])).days[0]?.ratePercent).toBe("18");
    expect(after(sheet, type(sheet, "freePlaces", ["rate", "0"])).freePlacesRatePercent).toBe("0");
  });

  it("Delete gives an overridden rate back to what it inherits", () => {
    const sheet = aSheet();
    const row = rowsOf(sheet, true)[1];
    if (!isLineRow(row)) throw new Error("a line stands there");
    expect(lineOf(after(sheet, editsOfEmptied(sheet, { row, column: "rate" })), "flight")?.ratePercent).toBeNull();
  });
});

describe("blocks", () => {
  it("are pasted over the lines of the day, and make new ones beyond its last", () => {
    const { sheet, added, unread } = paste(
      aSheet(),
      ["transfer", 0],
      "Bus\tpar groupe\t700,00\t20 %\nGuide\tpar groupe\t180\t\nRepas\t\t22,5\t",
    );
    expect(added).toBe(2);
    expect(unread).toBe(0);
    expect(sheet.lines.map(({ id, name }) => `${id} ${name}`)).toEqual([
      "single single",
      "flight flight",
      "transfer Bus",
      "new1 Guide",
      "new2 Repas",
      "hotel hotel",
    ]);
    expect(lineOf(sheet, "transfer")).toMatchObject({ unitCost: "700.00", ratePercent: "20", quantityType: "perGroup" });
    expect(lineOf(sheet, "new2")).toMatchObject({ unitCost: "22.5", quantityType: "perPerson", dayId: "d1" });
  });

  it("of one column go into that column, and never into prices", () => {
    const { sheet, added } = paste(aSheet(), ["flight", 2], "100\t10\t999\n200\t\t999");
    expect(added).toBe(0);
    expect(lineOf(sheet, "flight")).toMatchObject({ unitCost: "100", ratePercent: "10" });
    expect(lineOf(sheet, "transfer")).toMatchObject({ unitCost: "200", ratePercent: null });
  });

  it("count what could not be read", () => {
    expect(paste(aSheet(), ["flight", 2], "free\n200").unread).toBe(1);
  });

  it("of thirty lines make thirty lines of the day whose heading they are pasted on", () => {
    const rows = Array.from({ length: 30 }, (_, index) => `Service ${index}\tpar personne\t${index},5`);
    const { sheet, added } = paste(aSheet(), ["d2", 0], rows.join("\r\n"));
    expect(added).toBe(30);
    expect(sheet.lines.filter(({ dayId }) => dayId === "d2").map(({ name }) => name)).toEqual([
      "hotel",
      ...rows.map((_, index) => `Service ${index}`),
    ]);
  });

  it("are copied down, of one cell from the line above", () => {
    const sheet = aSheet();
    const grid = gridOf(sheet);
    const cell = { row: 2, column: 3 };
    expect(lineOf(after(sheet, editsOfCopyDown(grid, { from: cell, to: cell })), "transfer")?.ratePercent).toBe("12");
    const block = { from: { row: 1, column: 2 }, to: { row: 4, column: 3 } };
    const copied = after(sheet, editsOfCopyDown(grid, block));
    expect(lineOf(copied, "hotel")).toMatchObject({ unitCost: "214.00", ratePercent: "12", name: "hotel" });
  });

  it("are emptied, and cut with their names they go", () => {
    const sheet = aSheet();
    const grid = gridOf(sheet);
    const figures = { from: { row: 1, column: 2 }, to: { row: 2, column: 3 } };
    expect(lineOf(after(sheet, editsOfClear({ sheet }, grid, figures)), "flight")).toMatchObject({ unitCost: "0", ratePercent: null });
    const whole = { from: { row: 1, column: 0 }, to: { row: 2, column: 3 } };
    expect(after(sheet, editsOfCut({ sheet }, grid, whole)).lines.map(({ id }) => id)).toEqual(["single", "hotel"]);
  });
});

describe("moving", () => {
  const moved = (id: string, by: 1 | -1) => {
    const found = lineOf(aSheet(), id);
    return after(aSheet(), found ? editsOfLineMove(aSheet(), found, by) : []).lines.map((one) => `${one.dayId} ${one.id}`);
  };

  it("a line goes up and down in its day, and on into the next one", () => {
    expect(moved("flight", 1).slice(1, 3)).toEqual(["d1 transfer", "d1 flight"]);
    expect(moved("transfer", -1).slice(1, 3)).toEqual(["d1 transfer", "d1 flight"]);
    expect(moved("transfer", 1)).toContain("d2 transfer");
    expect(moved("hotel", -1).slice(0, 4)).toEqual(["null single", "d1 flight", "d1 transfer", "d1 hotel"]);
    expect(moved("flight", -1)).toContain("null flight");
  });

  it("a line dropped onto another takes its place", () => {
    const dropped = (onto: string) => after(aSheet(), editsOfLineDrop(aSheet(), "hotel", { lineId: onto })).lines.map(({ id }) => id);
    expect(dropped("flight")).toEqual(["single", "hotel", "flight", "transfer"]);
    expect(after(aSheet(), editsOfLineDrop(aSheet(), "flight", { lineId: "transfer" })).lines.map(({ id }) => id)).toEqual([
      "single",
      "transfer",
      "flight",
      "hotel",
    ]);
  });

  it("a day takes its lines along, and goes with them", () => {
    expect(after(aSheet(), editsOfDayMove(aSheet(), "d1", 1)).days.map(({ id }) => id)).toEqual(["d2", "d1"]);
    expect(editsOfDayMove(aSheet(), "d1", -1)).toEqual([]);
    const without = after(aSheet(), editsOfDayOut(aSheet(), "d1"));
    expect(without.days.map(({ id }) => id)).toEqual(["d2"]);
    expect(without.lines.map(({ id }) => id)).toEqual(["single", "hotel"]);
  });
});
