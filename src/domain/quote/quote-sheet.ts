/**
 * The sheet of a quote: everything a version holds, as one document (RULES 2.1). What the engine reckons with is its
 * costing; the rest is what people read: days of the programme, public names, suppliers, notes, validity.
 *
 * Lines stand in the order they are read: first those of no day ("general"), then day by day. Day k is dated
 * departsOn + k − 1 once the departure is known. A sheet may be saved while it cannot be reckoned yet: its problems are told.
 */
import type { ProductCategory } from "#domain/product/product.ts";
import type { Costing, CostingLine, PricingMode } from "#domain/quote/costing.ts";
import type { Taken } from "#domain/quote/group-total.ts";
import { addDays, type Day } from "#domain/shared/day.ts";

export const SHEET_LANGUAGES = ["en", "fr", "it"] as const;
export type PublicText = { readonly [Language in (typeof SHEET_LANGUAGES)[number]]: string | null };

export type SheetDestination = { readonly country: string | null; readonly place: string | null };

export type SheetLine = CostingLine & {
  /** What the client reads; null is the name. */
  readonly publicName: string | null;
  readonly supplierId: string | null;
  readonly productId: string | null;
  readonly stepId: string | null;
  readonly category: ProductCategory | null;
  readonly destination: SheetDestination;
  /** How many people it takes at most: the places of a hotel, the seats kept on a flight. */
  readonly holds: number | null;
  /** Internal. */
  readonly note: string | null;
  /** The last day of the catalogue's price period that was used. */
  readonly priceUntil: Day | null;
  /** The catalogue has price periods and none held the day. */
  readonly withoutPeriod: boolean;
};

export type SheetDay = {
  readonly id: string;
  readonly title: string;
  readonly ratePercent: string | null;
  readonly stepId: string | null;
  readonly destination: SheetDestination;
  readonly publicText: PublicText | null;
};

/** Units of the workspace's currency for one unit, as they were that day. */
export type FrozenRate = { readonly currency: string; readonly rate: string; readonly onDay: Day; readonly source: string };

export type QuoteSheet = Omit<Costing, "workspaceCurrency" | "workspaceRate" | "exchangeRates" | "days" | "lines"> & {
  readonly exchangeRates: readonly FrozenRate[];
  readonly validUntil: Day | null;
  readonly days: readonly SheetDay[];
  readonly lines: readonly SheetLine[];
  /** The number of payers the seller works with, and who takes which supplement or option; null: the smallest base. */
  readonly payers: number | null;
  readonly taken: readonly Taken[];
  /** Internal. */
  readonly notes: string | null;
};

/** The agency's own: its currency and its mark-up or margin, which a quote without a rate of its own inherits. */
export type PricingAgency = { readonly currency: string; readonly rate: { readonly mode: PricingMode; readonly percent: string } | null };

export function costingOf(sheet: QuoteSheet, agency: PricingAgency): Costing {
  return { ...sheet, workspaceCurrency: agency.currency, workspaceRate: agency.rate };
}

/** The number of payers whose total the quote shows: typed, else the smallest base. */
export function payersOfSheet({ payers, bases }: Pick<QuoteSheet, "payers" | "bases">): number | null {
  return payers ?? (bases.length === 0 ? null : Math.min(...bases));
}

/** The day of the programme at this place (0 is the first); null while the departure is not known. */
export function dateOfDay({ departsOn }: Pick<QuoteSheet, "departsOn">, index: number): Day | null {
  return departsOn === null ? null : addDays(departsOn, index);
}

/** The day a line is used: its day's, else the departure. */
export function dateOfLine(sheet: Pick<QuoteSheet, "departsOn" | "days">, line: Pick<SheetLine, "dayId">): Day | null {
  const index = sheet.days.findIndex(({ id }) => id === line.dayId);
  return dateOfDay(sheet, Math.max(0, index));
}

/** Lines in the order they are read; those of a day that is not there come first, like those of none. */
export function inReadingOrder<Sheet extends Pick<QuoteSheet, "days"> & { readonly lines: readonly { readonly dayId: string | null }[] }>(
  sheet: Sheet,
): Sheet {
  const place = new Map(sheet.days.map(({ id }, index) => [id, index]));
  const placeOf = ({ dayId }: { readonly dayId: string | null }): number => (dayId === null ? -1 : (place.get(dayId) ?? -1));
  const isOrdered = sheet.lines.every((line, index) => {
    const before = sheet.lines[index - 1];
    return before === undefined || placeOf(before) <= placeOf(line);
  });
  return isOrdered ? sheet : { ...sheet, lines: sheet.lines.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

const NOWHERE: SheetDestination = { country: null, place: null };

/** A line with what an agency mostly means: per person, for those who pay and the free places. */
export function newLine(facts: Partial<SheetLine> & Pick<SheetLine, "id" | "currency">): SheetLine {
  return {
    dayId: null,
    name: "",
    publicName: null,
    part: "base",
    quantityType: "perPerson",
    unitCost: "0",
    repetitions: 1,
    consumers: ["payers", "freePlaces"],
    capacity: null,
    capacityKind: "vehicle",
    driversEach: null,
    supplierFree: null,
    ofLineId: null,
    ofLineIds: null,
    percent: null,
    ratePercent: null,
    vatTreatment: "eu",
    supplierId: null,
    productId: null,
    stepId: null,
    category: null,
    destination: NOWHERE,
    holds: null,
    note: null,
    priceUntil: null,
    withoutPeriod: false,
    ...facts,
  };
}

export function newDay(facts: Partial<SheetDay> & Pick<SheetDay, "id">): SheetDay {
  return { title: "", ratePercent: null, stepId: null, destination: NOWHERE, publicText: null, ...facts };
}

/** An empty sheet: prices rounded to the minor unit, VAT on the margin, everything else to be said. */
export function newSheet(facts: Partial<QuoteSheet> & Pick<QuoteSheet, "currency" | "mode">): QuoteSheet {
  return {
    exchangeRates: [],
    bufferPercent: "0",
    bases: [20, 25, 30, 35, 40],
    children: 0,
    leaders: 0,
    freePlaces: { rule: "none" },
    ratePercent: null,
    freePlacesRatePercent: null,
    rounding: { to: "none" },
    vat: { regime: "margin", percent: "20" },
    discounts: [],
    paymentPlan: [],
    bookedOn: null,
    departsOn: null,
    validUntil: null,
    days: [],
    lines: [],
    payers: null,
    taken: [],
    notes: null,
    ...facts,
  };
}
