/**
 * A sheet as it is seen by somebody without the right to costs (RULES 5): what things cost and what is put on top of it is
 * hidden, null; words, dates and numbers of people stay. Such a person edits words, not figures that make the price.
 */
import type { QuoteSheet, SheetDay, SheetLine } from "#domain/quote/quote-sheet.ts";
import type { DayField, LineField, SheetEdit, SheetField } from "#domain/quote/sheet-edit.ts";

type Hidden<Record, Field extends keyof Record> = Omit<Record, Field> & { readonly [F in Field]: Record[F] | null };

export type SeenLine = Hidden<SheetLine, "unitCost">;
/** Equal to the sheet itself for whoever may see costs. */
export type SeenSheet = Omit<Hidden<QuoteSheet, "bufferPercent">, "lines"> & { readonly lines: readonly SeenLine[] };

/** Whether nothing of the sheet was hidden. */
export function showsCosts(sheet: SeenSheet): sheet is QuoteSheet {
  return sheet.bufferPercent !== null;
}

export function withoutCosts(sheet: QuoteSheet): SeenSheet {
  return {
    ...sheet,
    bufferPercent: null,
    ratePercent: null,
    freePlacesRatePercent: null,
    days: sheet.days.map((day): SheetDay => ({ ...day, ratePercent: null })),
    lines: sheet.lines.map((line): SeenLine => ({ ...line, unitCost: null, percent: null, ratePercent: null, supplierFree: null })),
  };
}

const LINE_WORDS: ReadonlySet<LineField> = new Set(["name", "publicName", "category", "destination", "note"]);
const DAY_WORDS: ReadonlySet<DayField> = new Set(["title", "destination", "publicText"]);
const SHEET_WORDS: ReadonlySet<SheetField> = new Set(["validUntil", "notes"]);

/** Whether an edit moves no price: words, and the order of things. */
export function isOfWords(edit: SheetEdit): boolean {
  switch (edit.kind) {
    case "setLine":
      return LINE_WORDS.has(edit.field);
    case "setDay":
      return DAY_WORDS.has(edit.field);
    case "setSheet":
      return SHEET_WORDS.has(edit.field);
    case "moveDay":
      return true;
    case "addDay":
      return edit.day.ratePercent === null;
    // A line on another day may inherit another rate.
    case "moveLine":
    case "addLine":
    case "removeLine":
    case "removeDay":
      return false;
  }
}
