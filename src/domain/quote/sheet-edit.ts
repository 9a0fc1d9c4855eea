/**
 * What a person does to a sheet, as small edits: the same code in the browser, which shows them at once, and in the server,
 * which keeps them. An edit of a field says what it was: two people who touch different fields both get their way; of one
 * field both are shown what the other wants. Places are not fought over: a line moved by two stands where the later put it.
 *
 * A day goes only once it has no lines: the lines are removed first, by edits of their own, so that nobody's new line goes
 * with a day unseen. Every edit has an inverse; the inverses of a batch, applied, restore the sheet exactly.
 */
import { inReadingOrder, type QuoteSheet, type SheetDay, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { isAlike } from "#domain/shared/alike.ts";

export type LineField = Exclude<keyof SheetLine, "id" | "dayId">;
export type DayField = Exclude<keyof SheetDay, "id">;
export type SheetField = Exclude<keyof QuoteSheet, "days" | "lines">;

export type SheetEdit =
  | { readonly kind: "setLine"; readonly lineId: string; readonly field: LineField; readonly was: unknown; readonly to: unknown }
  /** After a line of the same day; null: the first of its day. */
  | { readonly kind: "addLine"; readonly line: SheetLine; readonly afterLineId: string | null }
  | { readonly kind: "removeLine"; readonly lineId: string }
  | { readonly kind: "moveLine"; readonly lineId: string; readonly dayId: string | null; readonly afterLineId: string | null }
  | { readonly kind: "setDay"; readonly dayId: string; readonly field: DayField; readonly was: unknown; readonly to: unknown }
  /** Null: the first day. */
  | { readonly kind: "addDay"; readonly day: SheetDay; readonly afterDayId: string | null }
  | { readonly kind: "removeDay"; readonly dayId: string }
  | { readonly kind: "moveDay"; readonly dayId: string; readonly afterDayId: string | null }
  | { readonly kind: "setSheet"; readonly field: SheetField; readonly was: unknown; readonly to: unknown };

/** "changed": another value stands there; "gone": it was removed; "twice": another one has that id; "inUse": the day has lines. */
export type EditConflict = {
  readonly kind: "changed" | "gone" | "twice" | "inUse";
  readonly on: "line" | "day" | "sheet";
  readonly id: string | null;
  /** Of the line or the day, as far as it is known. */
  readonly name: string | null;
  readonly field: string | null;
  readonly mine: unknown;
  readonly theirs: unknown;
};

export type Applied = {
  /** With every edit that could be applied. */
  readonly sheet: QuoteSheet;
  /** Takes them back, to be applied in this order. */
  readonly inverse: readonly SheetEdit[];
  readonly conflicts: readonly EditConflict[];
};

/** Undefined inverse: there was nothing to do. */
type Step = { readonly sheet: QuoteSheet; readonly inverse?: SheetEdit } | { readonly conflict: EditConflict };

export function applyEdits(before: QuoteSheet, edits: readonly SheetEdit[]): Applied {
  let sheet = inReadingOrder(before);
  const inverse: SheetEdit[] = [];
  const conflicts: EditConflict[] = [];
  for (const edit of edits) {
    const step = applyEdit(sheet, edit);
    if ("conflict" in step) {
      note(conflicts, step.conflict);
      continue;
    }
    sheet = step.sheet;
    if (step.inverse) inverse.unshift(step.inverse);
  }
  return { sheet, inverse, conflicts };
}

/** Typed twice in one batch, a field is one conflict: with what was typed last. */
function note(conflicts: EditConflict[], conflict: EditConflict): void {
  const index = conflicts.findIndex(({ on, id, field }) => on === conflict.on && id === conflict.id && field === conflict.field);
  if (index < 0) conflicts.push(conflict);
  else conflicts[index] = conflict;
}

function applyEdit(sheet: QuoteSheet, edit: SheetEdit): Step {
  switch (edit.kind) {
    case "setLine":
      return setLine(sheet, edit);
    case "addLine":
      return addLine(sheet, edit);
    case "removeLine":
      return removeLine(sheet, edit);
    case "moveLine":
      return moveLine(sheet, edit);
    case "setDay":
      return setDay(sheet, edit);
    case "addDay":
      return addDay(sheet, edit);
    case "removeDay":
      return removeDay(sheet, edit);
    case "moveDay":
      return moveDay(sheet, edit);
    case "setSheet":
      return setField(sheet, edit, { on: "sheet", id: null, name: null, put: (changed) => ({ ...sheet, ...changed }) });
  }
}

type Edit<Kind extends SheetEdit["kind"]> = Extract<SheetEdit, { kind: Kind }>;
type Place = Pick<EditConflict, "on" | "id" | "name"> & { readonly put: (changed: Record<string, unknown>) => QuoteSheet };

/** What one wants is there already, or what was there still is: else both are shown. */
function setField(record: object, edit: Edit<"setLine" | "setDay" | "setSheet">, { put, ...place }: Place): Step {
  const { field, was, to } = edit;
  const theirs = (record as Record<string, unknown>)[field];
  if (isAlike(theirs, to)) return { sheet: put({}) };
  if (!isAlike(theirs, was)) return { conflict: { kind: "changed", ...place, field, mine: to, theirs } };
  return { sheet: put({ [field]: to }), inverse: { ...edit, was: to, to: theirs } };
}

function setLine(sheet: QuoteSheet, edit: Edit<"setLine">): Step {
  const line = sheet.lines.find(({ id }) => id === edit.lineId);
  if (!line) return gone("line", edit.lineId, { field: edit.field, mine: edit.to });
  const put = (changed: Record<string, unknown>): QuoteSheet => ({
    ...sheet,
    lines: sheet.lines.map((one) => (one === line ? { ...line, ...changed } : one)),
  });
  return setField(line, edit, { on: "line", id: line.id, name: line.name, put });
}

function setDay(sheet: QuoteSheet, edit: Edit<"setDay">): Step {
  const day = sheet.days.find(({ id }) => id === edit.dayId);
  if (!day) return gone("day", edit.dayId, { field: edit.field, mine: edit.to });
  const put = (changed: Record<string, unknown>): QuoteSheet => ({
    ...sheet,
    days: sheet.days.map((one) => (one === day ? { ...day, ...changed } : one)),
  });
  return setField(day, edit, { on: "day", id: day.id, name: day.title, put });
}

function gone(on: "line" | "day", id: string, { field, mine }: { field: string | null; mine: unknown }): Step {
  return { conflict: { kind: "gone", on, id, name: null, field, mine, theirs: null } };
}

function addLine(sheet: QuoteSheet, { line, afterLineId }: Edit<"addLine">): Step {
  const twin = sheet.lines.find(({ id }) => id === line.id);
  // Sent again after an answer that was lost.
  if (twin && isAlike(twin, line)) return { sheet };
  if (twin) return { conflict: { kind: "twice", on: "line", id: line.id, name: line.name, field: null, mine: line, theirs: twin } };
  if (!hasDay(sheet, line.dayId)) return gone("day", line.dayId ?? "", { field: null, mine: line });
  return { sheet: placed(sheet, line, afterLineId), inverse: { kind: "removeLine", lineId: line.id } };
}

/** Removed by both, it is removed. */
function removeLine(sheet: QuoteSheet, { lineId }: Edit<"removeLine">): Step {
  const line = sheet.lines.find(({ id }) => id === lineId);
  if (!line) return { sheet };
  return { sheet: withoutLine(sheet, line), inverse: { kind: "addLine", line, afterLineId: lineBefore(sheet, line) } };
}

function moveLine(sheet: QuoteSheet, edit: Edit<"moveLine">): Step {
  const { lineId, dayId, afterLineId } = edit;
  const line = sheet.lines.find(({ id }) => id === lineId);
  if (!line) return gone("line", lineId, { field: null, mine: null });
  if (!hasDay(sheet, dayId)) return gone("day", dayId ?? "", { field: null, mine: line });
  const inverse: SheetEdit = { ...edit, dayId: line.dayId, afterLineId: lineBefore(sheet, line) };
  if (dayId === line.dayId && (afterLineId === lineId || afterLineId === inverse.afterLineId)) return { sheet };
  return { sheet: placed(withoutLine(sheet, line), { ...line, dayId }, afterLineId), inverse };
}

const hasDay = (sheet: QuoteSheet, dayId: string | null): boolean => dayId === null || sheet.days.some(({ id }) => id === dayId);

function withoutLine(sheet: QuoteSheet, line: SheetLine): QuoteSheet {
  return { ...sheet, lines: sheet.lines.filter((one) => one !== line) };
}

/** The one it follows in its day; null: it is the first. */
function lineBefore(sheet: QuoteSheet, line: SheetLine): string | null {
  const ofDay = sheet.lines.filter(({ dayId }) => dayId === line.dayId);
  return ofDay[ofDay.indexOf(line) - 1]?.id ?? null;
}

/** Where the line to stand after went elsewhere meanwhile: at the end of the day. */
function placed(sheet: QuoteSheet, line: SheetLine, afterLineId: string | null): QuoteSheet {
  const ofDay = sheet.lines.filter(({ dayId }) => dayId === line.dayId);
  const after = afterLineId === null ? 0 : ofDay.findIndex(({ id }) => id === afterLineId) + 1;
  const at = afterLineId !== null && after === 0 ? ofDay.length : after;
  const others = sheet.lines.filter(({ dayId }) => dayId !== line.dayId);
  return inReadingOrder({ ...sheet, lines: [...others, ...ofDay.toSpliced(at, 0, line)] });
}

function addDay(sheet: QuoteSheet, { day, afterDayId }: Edit<"addDay">): Step {
  const twin = sheet.days.find(({ id }) => id === day.id);
  if (twin && isAlike(twin, day)) return { sheet };
  if (twin) return { conflict: { kind: "twice", on: "day", id: day.id, name: day.title, field: null, mine: day, theirs: twin } };
  return { sheet: withDays(sheet, dayPlaced(sheet.days, day, afterDayId)), inverse: { kind: "removeDay", dayId: day.id } };
}

function removeDay(sheet: QuoteSheet, { dayId }: Edit<"removeDay">): Step {
  const day = sheet.days.find(({ id }) => id === dayId);
  if (!day) return { sheet };
  const held = sheet.lines.find((line) => line.dayId === dayId);
  if (held) return { conflict: { kind: "inUse", on: "day", id: dayId, name: day.title, field: null, mine: null, theirs: held } };
  const inverse: SheetEdit = { kind: "addDay", day, afterDayId: dayBefore(sheet, day) };
  return { sheet: withDays(sheet, without(sheet.days, day)), inverse };
}

/** Its lines go along. */
function moveDay(sheet: QuoteSheet, { dayId, afterDayId }: Edit<"moveDay">): Step {
  const day = sheet.days.find(({ id }) => id === dayId);
  if (!day) return gone("day", dayId, { field: null, mine: null });
  const was = dayBefore(sheet, day);
  if (afterDayId === dayId || afterDayId === was) return { sheet };
  const days = dayPlaced(without(sheet.days, day), day, afterDayId);
  return { sheet: withDays(sheet, days), inverse: { kind: "moveDay", dayId, afterDayId: was } };
}

const without = (days: readonly SheetDay[], day: SheetDay): SheetDay[] => days.filter((one) => one !== day);

function withDays(sheet: QuoteSheet, days: readonly SheetDay[]): QuoteSheet {
  return inReadingOrder({ ...sheet, days });
}

function dayBefore({ days }: QuoteSheet, day: SheetDay): string | null {
  return days[days.indexOf(day) - 1]?.id ?? null;
}

function dayPlaced(days: readonly SheetDay[], day: SheetDay, afterDayId: string | null): SheetDay[] {
  const after = afterDayId === null ? 0 : days.findIndex(({ id }) => id === afterDayId) + 1;
  return days.toSpliced(afterDayId !== null && after === 0 ? days.length : after, 0, day);
}
