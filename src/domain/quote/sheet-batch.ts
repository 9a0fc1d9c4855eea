/**
 * Batches of edits as a person makes them: one act is often several edits (a mode converts every typed rate, a day goes
 * with its lines), what was typed over and over is kept once, and a conflict is settled for one side.
 */
import type { PricingMode } from "#domain/quote/costing.ts";
import { withMode } from "#domain/quote/pricing-rate.ts";
import { costingOf, type QuoteSheet } from "#domain/quote/quote-sheet.ts";
import type { EditConflict, SheetEdit, SheetField } from "#domain/quote/sheet-edit.ts";
import { isAlike } from "#domain/shared/alike.ts";

/** Mark-up to margin or back: typed rates are converted to two decimals (RULES 2.1). */
export function editsOfMode(sheet: QuoteSheet, mode: PricingMode): SheetEdit[] {
  if (mode === sheet.mode) return [];
  const converted = withMode(costingOf(sheet, { currency: sheet.currency, rate: null }), mode);
  const sheetFields: SheetField[] = ["mode", "ratePercent", "freePlacesRatePercent"];
  return [
    ...sheetFields.map((field): SheetEdit => ({
      kind: "setSheet",
      field,
      was: sheet[field],
      to: converted[field as keyof typeof converted],
    })),
    ...sheet.days.map(({ id, ratePercent }, index): SheetEdit => ({
      kind: "setDay",
      dayId: id,
      field: "ratePercent",
      was: ratePercent,
      to: converted.days[index]?.ratePercent ?? null,
    })),
    ...sheet.lines.map(({ id, ratePercent }, index): SheetEdit => ({
      kind: "setLine",
      lineId: id,
      field: "ratePercent",
      was: ratePercent,
      to: converted.lines[index]?.ratePercent ?? null,
    })),
  ].filter((edit) => !("was" in edit) || !isAlike(edit.was, edit.to));
}

/** A day with everything on it, seen by whoever takes it out. */
export function editsOfDayOut(sheet: QuoteSheet, dayId: string): SheetEdit[] {
  const lines = sheet.lines.filter((line) => line.dayId === dayId).toReversed();
  return [...lines.map(({ id }): SheetEdit => ({ kind: "removeLine", lineId: id })), { kind: "removeDay", dayId }];
}

/** What was typed over and over in one field is one edit: from what was there at first to what was typed last. */
export function compactEdits(edits: readonly SheetEdit[]): SheetEdit[] {
  const kept: SheetEdit[] = [];
  for (const edit of edits) {
    const last = kept.at(-1);
    if (last && isSameField(last, edit) && "was" in last && "to" in edit) kept[kept.length - 1] = { ...edit, was: last.was } as SheetEdit;
    else kept.push(edit);
  }
  return kept.filter((edit) => !("was" in edit) || !isAlike(edit.was, edit.to));
}

function isSameField(one: SheetEdit, other: SheetEdit): boolean {
  return "field" in one && "field" in other && one.field === other.field && isAlike(placeOf(one), placeOf(other));
}

function placeOf(edit: SheetEdit): Pick<EditConflict, "on" | "id"> {
  if ("lineId" in edit) return { on: "line", id: edit.lineId };
  if ("dayId" in edit) return { on: "day", id: edit.dayId };
  return { on: "sheet", id: null };
}

const isOf = (edit: SheetEdit, { on, id, field }: EditConflict): boolean =>
  "field" in edit && edit.field === field && isAlike(placeOf(edit), { on, id });

/** Written over what the other one wrote: the same edits, knowing of theirs. Only a value that changed can be. */
export function withMine(edits: readonly SheetEdit[], conflicts: readonly EditConflict[]): SheetEdit[] {
  return compactedByField(edits).map((edit) => {
    const conflict = conflicts.find((one) => one.kind === "changed" && isOf(edit, one));
    return conflict && "was" in edit ? { ...edit, was: conflict.theirs } : edit;
  });
}

/** Left as the other one wrote it: the same edits without those that fight. */
export function withTheirs(edits: readonly SheetEdit[], conflicts: readonly EditConflict[]): SheetEdit[] {
  return edits.filter((edit) => !conflicts.some((conflict) => isFoughtOver(edit, conflict)));
}

function isFoughtOver(edit: SheetEdit, conflict: EditConflict): boolean {
  if (conflict.kind === "changed") return isOf(edit, conflict);
  if (edit.kind === "addLine") return edit.line.id === conflict.id || (conflict.on === "day" && edit.line.dayId === conflict.id);
  if (edit.kind === "addDay") return edit.day.id === conflict.id;
  const { on, id } = placeOf(edit);
  return on === conflict.on && id === conflict.id ? true : edit.kind === "moveLine" && conflict.on === "day" && edit.dayId === conflict.id;
}

/** One edit a field, wherever in the batch it was typed again. */
function compactedByField(edits: readonly SheetEdit[]): SheetEdit[] {
  return edits.flatMap((edit, index): SheetEdit[] => {
    if (!("field" in edit)) return [edit];
    const first = edits.findIndex((one) => isSameField(one, edit));
    if (first !== index) return [];
    const last = edits.findLast((one) => isSameField(one, edit));
    return last && "to" in last ? [{ ...edit, to: last.to }] : [edit];
  });
}
