/**
 * What a new sheet begins with: an opportunity, whose product lines are copied and independent from then on (M24); another
 * sheet, or a template, without what belonged to its client; or nothing.
 */
import { payersOf, type Participants } from "#domain/opportunity/participants.ts";
import type { LineUnit } from "#domain/product/product-line.ts";
import { priceOn, type Priced } from "#domain/product/price-period.ts";
import type { ProductCategory, QuantityType } from "#domain/product/product.ts";
import type { PricingMode } from "#domain/quote/costing.ts";
import { dateOfLine, newDay, newLine, newSheet, type FrozenRate, type QuoteSheet, type SheetLine } from "#domain/quote/quote-sheet.ts";
import { addDays, daysBetween, type Day } from "#domain/shared/day.ts";
import { compare, fraction, multiply, parseDecimal } from "#domain/shared/fraction.ts";
import { decimalText } from "#domain/quote/pricing-rate.ts";

/** A price is kept this long unless somebody says otherwise. */
export const VALID_DAYS = 30;
const MOST_DAYS = 100;
const MOST_PAYERS = 500;

export type SheetStart = {
  readonly currency: string;
  readonly mode: PricingMode;
  readonly exchangeRates: readonly FrozenRate[];
  readonly today: Day;
  readonly makeId: () => string;
};

export type PlannedTrip = Participants & {
  readonly departsOn: Day | null;
  readonly returnsOn: Day | null;
  readonly destinations: readonly { readonly country: string | null; readonly place: string }[];
};

/** Figures are decimal strings in the sheet's currency; a cost that is not known is null. */
export type SoldProduct = {
  readonly name: string;
  readonly productId: string | null;
  readonly supplierId: string | null;
  readonly unit: LineUnit;
  readonly quantity: string;
  readonly unitCost: string | null;
  readonly isSupplement: boolean;
  /** Of the catalogue, where the line came from it. */
  readonly category: ProductCategory | null;
  readonly capacity: number | null;
};

export function sheetFromNothing({ currency, mode, exchangeRates, today }: SheetStart): QuoteSheet {
  return newSheet({ currency, mode, exchangeRates, bookedOn: today, validUntil: addDays(today, VALID_DAYS) });
}

/** The number of those who pay is a base, and what the quote is worked on with. */
export function sheetFromTrip(start: SheetStart, trip: PlannedTrip, products: readonly SoldProduct[]): QuoteSheet {
  const payers = payersOf(trip);
  const isCounted = payers !== null && payers > 0 && payers <= MOST_PAYERS;
  const length = trip.departsOn !== null && trip.returnsOn !== null ? daysBetween(trip.departsOn, trip.returnsOn) + 1 : 0;
  const days = Math.max(0, Math.min(length, MOST_DAYS));
  const [only, ...others] = trip.destinations;
  const destination = only && others.length === 0 ? only : { country: null, place: null };
  return {
    ...sheetFromNothing(start),
    ...(isCounted ? { bases: [payers], payers } : {}),
    children: isCounted ? Math.min(trip.children ?? 0, payers) : 0,
    departsOn: trip.departsOn,
    days: Array.from({ length: days }, () => newDay({ id: start.makeId(), destination: { ...destination } })),
    lines: products.map((product) => lineOfSold(start, product, isCounted ? payers : null)),
  };
}

const TYPE_OF: Readonly<Partial<Record<LineUnit, QuantityType>>> = {
  person: "perPerson",
  adult: "perAdult",
  child: "perChild",
  room: "roomWhole",
  vehicle: "perCapacity",
};

/**
 * Counted as many as there are payers, it is a cost per head; how rooms and vehicles fill is the catalogue's. Anything else
 * is what it came to, for the group: its quantity is in the cost where it is not a whole number of times.
 */
function lineOfSold({ currency, makeId }: SheetStart, sold: SoldProduct, payers: number | null): SheetLine {
  const facts = {
    id: makeId(),
    currency,
    name: sold.name,
    productId: sold.productId,
    supplierId: sold.supplierId,
    category: sold.category,
    part: sold.isSupplement ? ("supplement" as const) : ("base" as const),
  };
  const unitCost = sold.unitCost ?? "0";
  const type = TYPE_OF[sold.unit];
  const isPerHead = type === "perPerson" || type === "perAdult" || type === "perChild";
  if (sold.isSupplement && isPerHead) return newLine({ ...facts, quantityType: type, unitCost });
  if (isPerHead && payers !== null && Number(sold.quantity) % payers === 0)
    return newLine({ ...facts, quantityType: type, unitCost, consumers: ["payers"], repetitions: Number(sold.quantity) / payers });
  if (type && !isPerHead && sold.capacity !== null && payers !== null && Number(sold.quantity) === Math.ceil(payers / sold.capacity))
    return newLine({ ...facts, quantityType: type, unitCost, capacity: sold.capacity, consumers: ["payers"] });
  const quantity = parseDecimal(sold.quantity) ?? fraction(1n);
  if (quantity.d === 1n && quantity.n <= 1000n)
    return newLine({ ...facts, quantityType: "perGroup", unitCost, repetitions: Number(quantity.n) });
  return newLine({
    ...facts,
    quantityType: "perGroup",
    unitCost: decimalText(multiply(parseDecimal(unitCost) ?? fraction(0n), quantity), 2),
  });
}

/** Of a template nothing is kept that belonged to one client: group, dates, validity, internal notes, what was taken. */
export function asTemplate(sheet: QuoteSheet): QuoteSheet {
  return { ...sheet, bookedOn: null, validUntil: null, payers: null, taken: [], notes: null };
}

type Renewal = Pick<SheetStart, "today" | "exchangeRates"> & {
  readonly departsOn: Day | null;
  readonly catalogue: ReadonlyMap<string, Priced>;
};

/**
 * A copy for another departure: days and dates shift along. Its exchange rates are of today; a price that was the
 * catalogue's on the old day is the catalogue's on the new one; what somebody typed stays.
 */
export function renewedSheet(sheet: QuoteSheet, { today, exchangeRates, departsOn, catalogue }: Renewal): QuoteSheet {
  const moved = { ...sheet, departsOn, exchangeRates, bookedOn: today, validUntil: addDays(today, VALID_DAYS) };
  return { ...moved, lines: sheet.lines.map((line) => repricedLine(line, { before: sheet, after: moved, catalogue })) };
}

type Move = { readonly before: QuoteSheet; readonly after: QuoteSheet; readonly catalogue: ReadonlyMap<string, Priced> };

function repricedLine(line: SheetLine, { before, after, catalogue }: Move): SheetLine {
  const product = line.productId === null ? undefined : catalogue.get(line.productId);
  const day = dateOfLine(after, line);
  if (!product || day === dateOfLine(before, line)) return line;
  const [was, is] = [priceOn(product, dateOfLine(before, line)), priceOn(product, day)];
  const isCatalogues = was.cost !== null && isSameFigure(was.cost, line.unitCost) && was.currency === line.currency;
  const price = isCatalogues && is.cost !== null ? { unitCost: is.cost, currency: is.currency, priceUntil: is.until } : {};
  return { ...line, ...price, withoutPeriod: day !== null && is.period === "none" };
}

/** "100" is "100.00". */
function isSameFigure(one: string, other: string): boolean {
  const [a, b] = [parseDecimal(one), parseDecimal(other)];
  return a !== undefined && b !== undefined && compare(a, b) === 0;
}

export type CatalogueProduct = Priced & {
  readonly id: string;
  readonly name: string;
  readonly publicName: string | null;
  readonly category: ProductCategory;
  readonly supplierId: string | null;
  readonly destination: SheetLine["destination"];
  readonly capacity: number | null;
};

/** A product of the catalogue as a line, with the price of the day it is used. */
export function lineOfProduct(
  product: CatalogueProduct,
  { id, dayId, day }: { readonly id: string; readonly dayId: string | null; readonly day: Day | null },
): SheetLine {
  const { cost, currency, quantityType, until, period, allotment } = priceOn(product, day);
  return newLine({
    id,
    dayId,
    name: product.name,
    publicName: product.publicName,
    productId: product.id,
    supplierId: product.supplierId,
    category: product.category,
    destination: product.destination,
    quantityType,
    capacity: product.capacity,
    unitCost: cost ?? "0",
    currency,
    note: allotment,
    priceUntil: until,
    withoutPeriod: period === "none" && day !== null,
  });
}
