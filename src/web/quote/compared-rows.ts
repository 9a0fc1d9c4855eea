/** Two versions as the rows of one table: lines matched by identity, else by name and day; what came, went, changed or moved. */
import type { QuoteSheet, SheetDay, SheetLine } from "#domain/quote/quote-sheet.ts";
import { isAlike } from "#domain/shared/alike.ts";

export type LinePair = {
  readonly kind: "line";
  readonly id: string;
  readonly before: SheetLine | undefined;
  readonly after: SheetLine | undefined;
  readonly isMoved: boolean;
  /** Of the figures that are shown: cost, rate, way of counting. */
  readonly changed: ReadonlySet<"cost" | "rate" | "calculation" | "name">;
};
export type DayPair = { readonly kind: "day"; readonly id: string; readonly day: SheetDay; readonly index: number };
export type ComparedRow = LinePair | DayPair;

/** In the order of the newer version; what was removed stands in its day, after what is there. Supplements and options come last. */
export function comparedRows(before: QuoteSheet, after: QuoteSheet): readonly ComparedRow[] {
  const matched = matchedLines(before, after);
  const gone = before.lines.filter((line) => ![...matched.values()].includes(line));
  const dayOf = dayIn(before, after);
  const pairsOf = (isThere: (line: SheetLine) => boolean): ComparedRow[] => [
    ...after.lines.filter(isThere).map((line) => pairOf(matched.get(line.id), line, dayOf)),
    ...gone.filter((line) => isThere({ ...line, dayId: dayOf(line.dayId) })).map((line) => pairOf(line, undefined, dayOf)),
  ];
  const inBase = (dayId: string | null) => (line: SheetLine) => line.part === "base" && line.dayId === dayId;
  return [
    ...pairsOf(inBase(null)),
    ...after.days.flatMap((day, index): ComparedRow[] => [{ kind: "day", id: day.id, day, index }, ...pairsOf(inBase(day.id))]),
    ...pairsOf(({ part }) => part !== "base"),
  ];
}

/** By id of the newer line. */
function matchedLines(before: QuoteSheet, after: QuoteSheet): ReadonlyMap<string, SheetLine> {
  const matched = new Map<string, SheetLine>();
  const dayOf = dayIn(before, after);
  for (const line of after.lines) {
    const same = before.lines.find(({ id }) => id === line.id);
    if (same) matched.set(line.id, same);
  }
  for (const line of after.lines) {
    if (matched.has(line.id)) continue;
    const taken = new Set([...matched.values()].map(({ id }) => id));
    const twin = before.lines.find((old) => !taken.has(old.id) && old.name === line.name && dayOf(old.dayId) === line.dayId);
    if (twin) matched.set(line.id, twin);
  }
  return matched;
}

/** A day of the older version in the newer one: itself, else the one in its place; gone, lines are read as of no day. */
function dayIn(before: QuoteSheet, after: QuoteSheet): (dayId: string | null) => string | null {
  return (dayId) => {
    if (dayId === null || after.days.some(({ id }) => id === dayId)) return dayId;
    return after.days[before.days.findIndex(({ id }) => id === dayId)]?.id ?? null;
  };
}

function pairOf(before: SheetLine | undefined, after: SheetLine | undefined, dayOf: (dayId: string | null) => string | null): LinePair {
  const changed = new Set<"cost" | "rate" | "calculation" | "name">();
  if (before && after) {
    if (!isAlike(costOf(before), costOf(after))) changed.add("cost");
    if (!isAlike(before.ratePercent, after.ratePercent)) changed.add("rate");
    if (!isAlike(countingOf(before), countingOf(after))) changed.add("calculation");
    if (before.name !== after.name) changed.add("name");
  }
  const isMoved = before !== undefined && after !== undefined && dayOf(before.dayId) !== after.dayId;
  return { kind: "line", id: after?.id ?? before?.id ?? "", before, after, isMoved, changed };
}

const costOf = ({ unitCost, currency, percent }: SheetLine): unknown => [
  Number(unitCost),
  currency,
  percent === null ? null : Number(percent),
];
const countingOf = ({ quantityType, capacity, repetitions, consumers, part }: SheetLine): unknown => [
  quantityType,
  capacity,
  repetitions,
  consumers.toSorted(),
  part,
];

export const isDifferent = (pair: LinePair): boolean => !pair.before || !pair.after || pair.isMoved || pair.changed.size > 0;

/** Equal lines are hidden, and days without any other. */
export function onlyDifferences(rows: readonly ComparedRow[], isApart: (pair: LinePair) => boolean): readonly ComparedRow[] {
  const kept = rows.filter((row) => row.kind === "day" || isApart(row));
  return kept.filter((row, index) => row.kind === "line" || kept[index + 1]?.kind === "line");
}
