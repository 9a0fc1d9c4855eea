/**
 * Putting days of the catalogue into a sheet, as the small edits a person could have made: so they are undone, merged and
 * told like any others. Into a day that is there, a step brings its lines after those the day has, and its text under the
 * text it has; the days of a trip template become days of their own. Days after new ones fall on later dates: the lines
 * whose price was of the former date are named, so that somebody looks at them.
 */
import { joinedTexts, type CatalogueDay, type CatalogueWarning } from "#domain/quote/catalogue-lines.ts";
import { newDay, type FrozenRate, type QuoteSheet, type SheetDay } from "#domain/quote/quote-sheet.ts";
import type { SheetEdit } from "#domain/quote/sheet-edit.ts";

/** Into a day that is there (null: before the days), the other days after it; or all as new days after one (null: first). */
export type InsertPlace = { readonly intoDayId: string | null } | { readonly afterDayId: string | null };

export type InsertMeans = {
  readonly newId: () => string;
  /** Rates of the agency for the currencies that come; the sheet keeps those it has. */
  readonly rates: readonly FrozenRate[];
};

export type Insertion = {
  readonly edits: readonly SheetEdit[];
  readonly warnings: readonly { readonly lineId: string; readonly name: string; readonly warning: CatalogueWarning }[];
  /** Lines of the catalogue that fall on another date than they were priced for. */
  readonly movedLineIds: readonly string[];
};

export function insertDays(sheet: QuoteSheet, days: readonly CatalogueDay[], place: InsertPlace, means: InsertMeans): Insertion {
  const edits: SheetEdit[] = rateEdits(sheet, days, means.rates);
  const warnings: Insertion["warnings"][number][] = [];
  let afterDayId = "intoDayId" in place ? place.intoDayId : place.afterDayId;
  for (const [index, day] of days.entries()) {
    const isInto = "intoDayId" in place && index === 0;
    const dayId: string | null = isInto ? place.intoDayId : means.newId();
    if (isInto) edits.push(...enrich(sheet, dayId, day));
    else edits.push({ kind: "addDay", day: newDay({ ...dayFacts(day), id: String(dayId) }), afterDayId });
    let afterLineId = isInto ? lastLineOf(sheet, dayId) : null;
    for (const { line, warnings: told } of day.lines) {
      const id = means.newId();
      edits.push({ kind: "addLine", line: { ...line, id, dayId }, afterLineId });
      afterLineId = id;
      warnings.push(...told.map((warning) => ({ lineId: id, name: line.name, warning })));
    }
    afterDayId = dayId ?? afterDayId;
  }
  return { edits, warnings, movedLineIds: movedBy(sheet, place, days.length) };
}

function dayFacts({ title, stepId, destination, publicText }: CatalogueDay): Omit<SheetDay, "id" | "ratePercent"> {
  return { title, stepId, destination, publicText };
}

function lastLineOf({ lines }: QuoteSheet, dayId: string | null): string | null {
  return lines.findLast((line) => line.dayId === dayId)?.id ?? null;
}

/** Title, place and step where the day has none; the text under its own. */
function enrich({ days }: QuoteSheet, dayId: string | null, from: CatalogueDay): SheetEdit[] {
  const day = days.find(({ id }) => id === dayId);
  if (!day) return [];
  const set = (field: "title" | "stepId" | "destination" | "publicText", to: unknown): SheetEdit => ({
    kind: "setDay",
    dayId: day.id,
    field,
    was: day[field],
    to,
  });
  const isNowhere = day.destination.country === null && day.destination.place === null;
  const isSomewhere = from.destination.country !== null || from.destination.place !== null;
  return [
    ...(day.title === "" && from.title !== "" ? [set("title", from.title)] : []),
    ...(day.stepId === null && from.stepId !== null ? [set("stepId", from.stepId)] : []),
    ...(isNowhere && isSomewhere ? [set("destination", from.destination)] : []),
    ...(from.publicText === null ? [] : [set("publicText", joinedTexts([day.publicText, from.publicText]))]),
  ];
}

/** A currency that comes with a line is frozen with the rates the sheet has. */
function rateEdits(sheet: QuoteSheet, days: readonly CatalogueDay[], rates: readonly FrozenRate[]): SheetEdit[] {
  const used = new Set(days.flatMap(({ lines }) => lines.map(({ line }) => line.currency)));
  const known = new Set(sheet.exchangeRates.map(({ currency }) => currency));
  const fresh = rates.filter(({ currency }) => used.has(currency) && !known.has(currency) && currency !== sheet.currency);
  if (fresh.length === 0) return [];
  return [{ kind: "setSheet", field: "exchangeRates", was: sheet.exchangeRates, to: [...sheet.exchangeRates, ...fresh] }];
}

function movedBy(sheet: QuoteSheet, place: InsertPlace, count: number): string[] {
  const added = "intoDayId" in place ? count - 1 : count;
  if (added <= 0 || sheet.departsOn === null) return [];
  const afterId = "intoDayId" in place ? place.intoDayId : place.afterDayId;
  const later = new Set(sheet.days.slice(sheet.days.findIndex(({ id }) => id === afterId) + 1).map(({ id }) => id));
  return sheet.lines.filter(({ dayId, productId }) => productId !== null && dayId !== null && later.has(dayId)).map(({ id }) => id);
}
