/** Lines and days moved by one place, or dropped onto another. */
import { newLine, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import type { SheetEdit } from "#domain/quote/sheet-edit.ts";

/** Within its day; past its first or last line into the day before or after. */
export function editsOfLineMove(sheet: QuoteSheet, line: SheetLine, by: 1 | -1): readonly SheetEdit[] {
  const peers = peersOf(sheet, line);
  const at = peers.findIndex(({ id }) => id === line.id);
  const move = (dayId: string | null, afterLineId: string | null): SheetEdit[] => [
    { kind: "moveLine", lineId: line.id, dayId, afterLineId },
  ];
  if (by === -1 && at > 0) return move(line.dayId, peers[at - 2]?.id ?? null);
  if (by === 1 && at < peers.length - 1) return move(line.dayId, peers[at + 1]?.id ?? null);
  if (line.part !== "base") return [];
  const days = [null, ...sheet.days.map(({ id }) => id)];
  const next = days[days.indexOf(line.dayId) + by];
  if (next === undefined) return [];
  const last = sheet.lines.findLast(({ dayId }) => dayId === next);
  return move(next, by === -1 ? (last?.id ?? null) : null);
}

/** Those it stands among on the screen: of its day, or all supplements and options. */
function peersOf(sheet: QuoteSheet, line: SheetLine): readonly SheetLine[] {
  return sheet.lines.filter(({ part, dayId }) => (line.part === "base" ? part === "base" : part !== "base") && dayId === line.dayId);
}

export function editsOfDayMove({ days }: QuoteSheet, dayId: string, by: 1 | -1): readonly SheetEdit[] {
  const at = days.findIndex(({ id }) => id === dayId);
  const to = at + by;
  if (at < 0 || to < 0 || to >= days.length) return [];
  return [{ kind: "moveDay", dayId, afterDayId: (by === 1 ? days[to]?.id : days[at - 2]?.id) ?? null }];
}

export type Drop = { readonly dayId: string | null; readonly afterLineId: string | null };

/** Dropped onto a line it takes that line's place; onto a day's heading it is the first of it. */
export function editsOfLineDrop(
  sheet: QuoteSheet,
  lineId: string,
  onto: { readonly lineId: string } | { readonly dayId: string | null },
): readonly SheetEdit[] {
  const line = sheet.lines.find(({ id }) => id === lineId);
  if (!line) return [];
  const drop = "lineId" in onto ? placeOf(sheet, line, onto.lineId) : { dayId: onto.dayId, afterLineId: null };
  return drop ? [{ kind: "moveLine", lineId, ...drop }] : [];
}

function placeOf(sheet: QuoteSheet, line: SheetLine, ontoId: string): Drop | undefined {
  const onto = sheet.lines.find(({ id }) => id === ontoId);
  if (!onto || onto === line) return undefined;
  const ofDay = sheet.lines.filter(({ dayId }) => dayId === onto.dayId);
  const isBelow = ofDay.includes(line) && ofDay.indexOf(line) < ofDay.indexOf(onto);
  return { dayId: onto.dayId, afterLineId: isBelow ? onto.id : (ofDay[ofDay.indexOf(onto) - 1]?.id ?? null) };
}

export function editsOfDayDrop({ days }: QuoteSheet, dayId: string, ontoId: string): readonly SheetEdit[] {
  const [from, to] = [dayId, ontoId].map((wanted) => days.findIndex(({ id }) => id === wanted));
  if (from === undefined || to === undefined || from < 0 || to < 0 || from === to) return [];
  const others = days.filter(({ id }) => id !== dayId);
  return [{ kind: "moveDay", dayId, afterDayId: others[to - 1]?.id ?? null }];
}

/** The same once more, below it. */
export function editsOfDuplicate(line: SheetLine, id: string): readonly SheetEdit[] {
  return [{ kind: "addLine", line: { ...line, id }, afterLineId: line.id }];
}

/** A line below another, in its day and its part. */
export function editsOfNewLine(
  sheet: QuoteSheet,
  facts: Partial<SheetLine> & { readonly id: string },
  below?: SheetLine,
): readonly SheetEdit[] {
  const place = below ? { dayId: below.dayId, part: below.part } : {};
  const line = newLine({ currency: sheet.currency, ...place, ...facts });
  const last = sheet.lines.findLast(({ dayId, part }) => dayId === line.dayId && part === line.part);
  return [{ kind: "addLine", line, afterLineId: below?.id ?? last?.id ?? null }];
}
