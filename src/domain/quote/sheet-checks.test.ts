import { describe, expect, it } from "vitest";
import { costingGrid } from "#domain/quote/costing-grid.ts";
import { groupTotal } from "#domain/quote/group-total.ts";
import { prepare } from "#domain/quote/prepared-costing.ts";
import { costingOf, newDay, newLine, newSheet, payersOfSheet, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { sheetChecks } from "#domain/quote/sheet-checks.ts";

const TODAY = "2026-11-20";
const SUPPLIER = "00000000-0000-4000-8000-000000000001";

const line = (id: string, facts: Partial<SheetLine> = {}) =>
  newLine({ id, name: id, currency: "EUR", unitCost: "10", supplierId: SUPPLIER, ...facts });

function checksOf(facts: Partial<QuoteSheet>) {
  const sheet = newSheet({ currency: "EUR", mode: "markup", ratePercent: "20", bases: [20, 40], departsOn: "2027-06-12", ...facts });
  const prepared = prepare(costingOf(sheet, { currency: "EUR", rate: null }));
  const total = groupTotal(prepared, payersOfSheet(sheet) ?? 0, sheet.taken);
  return sheetChecks(sheet, { columns: costingGrid(prepared), total }, TODAY);
}

describe("what to look at before a quote is sent", () => {
  it("is nothing when all is there", () => {
    expect(checksOf({ lines: [line("coach")] })).toEqual([]);
  });

  it("names prices that end soon, by their day, and those that have ended", () => {
    const lines = [line("hotel", { priceUntil: "2026-11-30" }), line("meal", { priceUntil: "2026-11-01" }), line("guide")];
    expect(checksOf({ lines })).toEqual([
      { kind: "priceEnds", lineIds: ["meal"], on: "2026-11-01", isOver: true },
      { kind: "priceEnds", lineIds: ["hotel"], on: "2026-11-30", isOver: false },
    ]);
  });

  it("names prices that do not hold on the day of their line", () => {
    const days = [newDay({ id: "d1" }), newDay({ id: "d2" })];
    const lines = [
      line("first", { dayId: "d1", priceUntil: "2027-06-12" }),
      line("second", { dayId: "d2", priceUntil: "2027-06-12" }),
      line("none", { withoutPeriod: true }),
    ];
    expect(checksOf({ days, lines })).toEqual([{ kind: "priceOutside", lineIds: ["second", "none"] }]);
  });

  it("counts lines without supplier and without cost; a percentage needs neither", () => {
    const lines = [
      line("a", { supplierId: null }),
      line("b", { unitCost: "0.00" }),
      line("c", { quantityType: "percentage", percent: "2", supplierId: null, unitCost: "0" }),
    ];
    expect(checksOf({ lines })).toEqual([
      { kind: "withoutSupplier", lineIds: ["a"] },
      { kind: "withoutCost", lineIds: ["b"] },
    ]);
  });

  it("tells of old rates only where they are used", () => {
    const exchangeRates = [{ currency: "USD", rate: "0.9", onDay: "2026-09-01", source: "typed" }];
    expect(checksOf({ lines: [line("a")], exchangeRates })).toEqual([]);
    expect(checksOf({ lines: [line("a", { currency: "USD" })], exchangeRates })).toEqual([{ kind: "oldRates", on: "2026-09-01" }]);
  });

  it("names currencies without a rate, unless there is only one", () => {
    expect(checksOf({ currency: "USD", lines: [line("a", { currency: "USD" })] })).toEqual([]);
    const exchangeRates = [{ currency: "USD", rate: "0.9", onDay: TODAY, source: "typed" }];
    const sheet = newSheet({
      currency: "EUR",
      mode: "markup",
      lines: [line("a", { currency: "GBP" }), line("b", { currency: "USD" })],
      exchangeRates,
    });
    expect(sheetChecks(sheet, undefined, TODAY)).toEqual([{ kind: "rateMissing", currencies: ["EUR", "GBP"] }]);
  });

  it("names the smallest base that no longer fits into a hotel: free places and leaders count", () => {
    const hotel = line("hotel", { quantityType: "roomShared", capacity: 2, holds: 41, consumers: ["payers", "freePlaces", "leaders"] });
    const facts = { freePlaces: { rule: "onPayers", n: 20 } as const, leaders: 1, bases: [20, 38, 40] };
    expect(checksOf({ ...facts, lines: [hotel] })).toEqual([
      { kind: "aboveCapacity", lineIds: ["hotel"], holds: 41, heads: 43, payers: 40 },
    ]);
    expect(checksOf({ ...facts, lines: [line("hotel", { ...hotel, holds: 43 })] })).toEqual([]);
  });

  it("tells of a validity that is over, a group too small, a margin below nothing", () => {
    expect(checksOf({ lines: [line("a")], validUntil: "2026-11-19", payers: 12 })).toEqual([
      { kind: "validityOver", on: "2026-11-19" },
      { kind: "belowMinimum", payers: 12 },
    ]);
    const discounts = [{ name: "late", kind: "amount", value: "100" } as const];
    expect(checksOf({ lines: [line("a")], discounts })).toEqual([{ kind: "negativeMargin", payers: [20, 40] }]);
  });
});
