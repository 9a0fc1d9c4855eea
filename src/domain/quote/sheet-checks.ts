/**
 * What a seller should look at before a quote is sent: prices that end or do not hold on the day, suppliers and costs that are
 * missing, rates that are old, a validity that is over, a margin below nothing. They hinder nothing.
 */
import type { GridColumn } from "#domain/quote/costing-grid.ts";
import { freePlacesFor, headsOf } from "#domain/quote/group.ts";
import type { GroupTotal } from "#domain/quote/group-total.ts";
import { dateOfLine, payersOfSheet, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { addDays, type Day } from "#domain/shared/day.ts";

export type SheetCheck =
  /** The price period of the line ends soon, or has ended. */
  | { readonly kind: "priceEnds"; readonly lineIds: readonly string[]; readonly on: Day; readonly isOver: boolean }
  /** No price period holds the line's day. */
  | { readonly kind: "priceOutside"; readonly lineIds: readonly string[] }
  | { readonly kind: "withoutSupplier" | "withoutCost"; readonly lineIds: readonly string[] }
  | { readonly kind: "oldRates"; readonly on: Day }
  /** Currencies in use that have no frozen rate; whoever sells in one of them alone needs none to reckon. */
  | { readonly kind: "rateMissing"; readonly currencies: readonly string[] }
  /** More people at a base than a line takes: the smallest such base. */
  | {
      readonly kind: "aboveCapacity";
      readonly lineIds: readonly string[];
      readonly holds: number;
      readonly heads: number;
      readonly payers: number;
    }
  | { readonly kind: "validityOver"; readonly on: Day }
  /** The group is below the smallest base. */
  | { readonly kind: "belowMinimum"; readonly payers: number }
  /** The numbers of payers whose margin is negative. */
  | { readonly kind: "negativeMargin"; readonly payers: readonly number[] };

/** How many days before its end a price is told to end. */
const SOON_DAYS = 14;
const OLD_RATE_DAYS = 30;

type Figures = { readonly columns: readonly GridColumn[]; readonly total: GroupTotal | undefined };

/** Without figures (the sheet cannot be reckoned yet) only what is read off the sheet. */
export function sheetChecks(sheet: QuoteSheet, figures: Figures | undefined, today: Day): readonly SheetCheck[] {
  return [
    ...priceChecks(sheet, today),
    ...missing(sheet),
    ...dayChecks(sheet, today),
    ...ratesMissing(sheet),
    ...sheet.lines.flatMap((line) => capacityChecks(sheet, line)),
    ...(figures ? marginChecks(sheet, figures) : []),
  ];
}

function priceChecks(sheet: QuoteSheet, today: Day): SheetCheck[] {
  const soon = addDays(today, SOON_DAYS);
  const ending = sheet.lines.filter(({ priceUntil }) => priceUntil !== null && priceUntil <= soon);
  const days = [...new Set(ending.map(({ priceUntil }) => priceUntil ?? today))].toSorted();
  const outside = sheet.lines.filter((line) => isOutside(sheet, line) && !ending.includes(line));
  return [
    ...days.map((on): SheetCheck => ({
      kind: "priceEnds",
      lineIds: idsOf(ending.filter(({ priceUntil }) => priceUntil === on)),
      on,
      isOver: on < today,
    })),
    ...named("priceOutside", outside),
  ];
}

function isOutside(sheet: QuoteSheet, line: SheetLine): boolean {
  if (line.withoutPeriod) return true;
  const date = dateOfLine(sheet, line);
  return line.priceUntil !== null && date !== null && date > line.priceUntil;
}

function missing({ lines }: QuoteSheet): SheetCheck[] {
  const bought = lines.filter(({ quantityType }) => quantityType !== "percentage");
  return [
    ...named(
      "withoutSupplier",
      bought.filter(({ supplierId }) => supplierId === null),
    ),
    ...named(
      "withoutCost",
      bought.filter(({ unitCost }) => !/[1-9]/.test(unitCost)),
    ),
  ];
}

function named(kind: "priceOutside" | "withoutSupplier" | "withoutCost", lines: readonly SheetLine[]): SheetCheck[] {
  return lines.length === 0 ? [] : [{ kind, lineIds: idsOf(lines) }];
}

const idsOf = (lines: readonly SheetLine[]): string[] => lines.map(({ id }) => id);

/** Only rates of currencies that are in use. */
function dayChecks({ currency, lines, exchangeRates, validUntil }: QuoteSheet, today: Day): SheetCheck[] {
  const used = new Set(lines.map((line) => line.currency).filter((code) => code !== currency));
  const isForeign = used.size > 0;
  const oldest = exchangeRates
    .filter((rate) => used.has(rate.currency) || (isForeign && rate.currency === currency))
    .map(({ onDay }) => onDay);
  const [on] = oldest.toSorted();
  return [
    ...(on !== undefined && on < addDays(today, -OLD_RATE_DAYS) ? [{ kind: "oldRates", on } as const] : []),
    ...(validUntil !== null && validUntil < today ? [{ kind: "validityOver", on: validUntil } as const] : []),
  ];
}

/** Of the currencies in use all but one have a rate to the workspace's: that one may be the workspace's own. */
function ratesMissing({ currency, lines, exchangeRates }: QuoteSheet): SheetCheck[] {
  const used = [...new Set([currency, ...lines.map((line) => line.currency)])];
  const unknown = used.filter((code) => !exchangeRates.some((rate) => rate.currency === code));
  return unknown.length > 1 ? [{ kind: "rateMissing", currencies: unknown }] : [];
}

function capacityChecks(sheet: QuoteSheet, line: SheetLine): SheetCheck[] {
  const { holds } = line;
  if (holds === null) return [];
  const sizes = sheet.bases.toSorted((a, b) => a - b).map((payers) => ({ payers, heads: headsAt(sheet, line, payers) }));
  const first = sizes.find(({ heads }) => heads > holds);
  return first ? [{ kind: "aboveCapacity", lineIds: [line.id], holds, ...first }] : [];
}

function headsAt({ freePlaces, leaders, children }: QuoteSheet, { consumers }: SheetLine, payers: number): number {
  return headsOf({ payers, children, freePlaces: freePlacesFor(freePlaces, payers), leaders, drivers: 0 }, consumers);
}

function marginChecks(sheet: QuoteSheet, { columns, total }: Figures): SheetCheck[] {
  const payers = payersOfSheet(sheet);
  const losing = columns.filter((column) => column.total.marginMinor < 0n).map((column) => column.total.payers);
  return [
    ...(payers !== null && total === undefined ? [{ kind: "belowMinimum", payers } as const] : []),
    ...(losing.length > 0 ? [{ kind: "negativeMargin", payers: losing } as const] : []),
  ];
}
