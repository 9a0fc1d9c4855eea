/**
 * A costing made ready to be reckoned many times: every figure on one common denominator, so that a grid of sixty lines
 * and eight bases is whole-number arithmetic, exact and fast. Nothing is rounded here.
 */
import { driversEachOf, isRoom, isRoomSupplement, type Costing, type CostingLine } from "#domain/quote/costing.ts";
import { exactly, priceFactor, rateOfFreePlaces, rateOfLine, shareOf } from "#domain/quote/pricing-rate.ts";
import { add, divide, fraction, multiply, subtract, type Fraction } from "#domain/shared/fraction.ts";
import { minorDigits } from "#domain/shared/money.ts";

export type PreparedLine = {
  readonly line: CostingLine;
  /** What one counted unit costs, × repetitions, in minor units of the quote, over the scale; a place where rooms are counted. */
  readonly unit: bigint;
  /** A percentage line: its rate. */
  readonly share: Fraction;
  /** What its cost is multiplied with to be priced, over the factor scale. */
  readonly factor: bigint;
};

export type Prepared = {
  readonly costing: Costing;
  readonly lines: readonly PreparedLine[];
  readonly byId: ReadonlyMap<string, PreparedLine>;
  readonly base: readonly PreparedLine[];
  /** The base-price lines that bring drivers along. */
  readonly driven: readonly { readonly prepared: PreparedLine; readonly each: number }[];
  readonly scale: bigint;
  readonly factorScale: bigint;
  readonly freePlacesFactor: bigint;
};

/** Only for a costing without problems (`costingProblems`). */
export function prepare(costing: Costing): Prepared {
  const lines = costing.lines.map((line) => exactLine(costing, line));
  const freePlaces = rateOfFreePlaces(costing);
  const freeFactor = freePlaces ? priceFactor(costing.mode, freePlaces.rate) : fraction(1n);
  const scale = lines.reduce((all, { share }) => all * share.d, leastCommon(lines.map(({ unit }) => unit.d)));
  const factorScale = leastCommon([freeFactor.d, ...lines.map(({ factor }) => factor.d)]);
  const prepared = lines.map(({ line, unit, share, factor }) => ({
    line,
    unit: over(unit, scale),
    share,
    factor: over(factor, factorScale),
  }));
  const base = prepared.filter(({ line }) => line.part === "base");
  return {
    costing,
    lines: prepared,
    byId: new Map(prepared.map((one) => [one.line.id, one])),
    base,
    driven: base.map((one) => ({ prepared: one, each: driversEachOf(one.line) })).filter(({ each }) => each > 0),
    scale,
    factorScale,
    freePlacesFactor: over(freeFactor, factorScale),
  };
}

function exactLine(costing: Costing, line: CostingLine) {
  const rate = rateOfLine(costing, line);
  if (!rate) throw new RangeError(`no rate for ${line.name}`);
  const isPercentage = line.quantityType === "percentage";
  return {
    line,
    unit: isPercentage ? fraction(0n) : unitOf(costing, line),
    share: isPercentage ? shareOf(line.percent ?? "0") : fraction(0n),
    factor: priceFactor(costing.mode, rate.rate),
  };
}

/** What one costs once, × repetitions; a room supplement is what its place costs more than a place of the room it names. */
function unitOf(costing: Costing, line: CostingLine): Fraction {
  const compared = isRoomSupplement(line) ? costing.lines.find(({ id }) => id === line.ofLineId) : undefined;
  const once = compared ? subtract(onceOf(costing, line), onceOf(costing, compared)) : onceOf(costing, line);
  return multiply(once, fraction(line.repetitions));
}

/** unit × rate(line) ÷ rate(quote) × (1 + buffer), ÷ the occupancy of a room; in minor units, exact. */
export function onceOf(costing: Costing, line: CostingLine): Fraction {
  const minor = multiply(exactly(line.unitCost), fraction(10n ** BigInt(minorDigits(costing.currency))));
  const exchanged = multiply(minor, exchangeOf(costing, line.currency));
  return isRoom(line.quantityType) ? divide(exchanged, fraction(line.capacity ?? 1)) : exchanged;
}

/** EUR 921.30 in a USD quote of a EUR agency, USD at 0.9213: × 1 ÷ 0.9213, and the buffer on top. */
export function exchangeOf(costing: Costing, currency: string): Fraction {
  if (currency === costing.currency) return fraction(1n);
  const rateOf = (code: string): Fraction => {
    if (code === costing.workspaceCurrency) return fraction(1n);
    const found = costing.exchangeRates.find((rate) => rate.currency === code);
    if (!found) throw new RangeError(`no exchange rate for ${code}`);
    return exactly(found.rate);
  };
  return multiply(divide(rateOf(currency), rateOf(costing.currency)), add(fraction(1n), shareOf(costing.bufferPercent)));
}

function over({ n, d }: Fraction, scale: bigint): bigint {
  return n * (scale / d);
}

function leastCommon(denominators: readonly bigint[]): bigint {
  return denominators.reduce((all, one) => (all / greatestCommon(all, one)) * one, 1n);
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}
