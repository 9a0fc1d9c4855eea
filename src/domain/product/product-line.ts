/**
 * A line of the products panel: quantity × unit price, less its discount, in the opportunity's currency, rounded once.
 * The panel's total feeds the amount while that follows the products; its margin is known when every line has a cost.
 */
import { fraction, multiply, parseDecimal, roundHalfAway, subtract, type Fraction } from "#domain/shared/fraction.ts";
import { formatAmount, minorDigits, parseAmount } from "#domain/shared/money.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";
import type { QuantityType } from "#domain/product/product.ts";

export const LINE_UNITS = ["person", "adult", "child", "group", "room", "vehicle", "day", "night", "service"] as const;
export type LineUnit = (typeof LINE_UNITS)[number];

/** Figures are decimal strings; a cost that is not known is null. */
export type ProductLine = {
  readonly quantity: string;
  readonly unitPrice: string;
  readonly unitCost: string | null;
  readonly discountPercent: string;
};

const decimal = (text: string): Fraction => {
  const parsed = parseDecimal(text);
  if (!parsed) throw new RangeError(`not a decimal number: ${text}`);
  return parsed;
};

function inMinor(figure: Fraction, currency: string): bigint {
  return roundHalfAway(multiply(figure, fraction(10n ** BigInt(minorDigits(currency)))));
}

/** quantity × unit price × (1 − discount), in minor units, rounded once, half away from zero. */
export function lineTotal({ quantity, unitPrice, discountPercent }: ProductLine, currency: string): bigint {
  const paid = subtract(fraction(1n), multiply(decimal(discountPercent), fraction(1n, 100n)));
  return inMinor(multiply(multiply(decimal(quantity), decimal(unitPrice)), paid), currency);
}

/** quantity × unit cost: a discount given to the client lowers no supplier's bill. */
export function lineCost({ quantity, unitCost }: ProductLine, currency: string): bigint | null {
  return unitCost === null ? null : inMinor(multiply(decimal(quantity), decimal(unitCost)), currency);
}

export type ProductTotals = {
  readonly count: number;
  /** Null while there is no line: an amount that follows the products is zero then. */
  readonly totalMinor: bigint | null;
  readonly costMinor: bigint | null;
  readonly marginMinor: bigint | null;
  readonly withoutCost: number;
};

export function totalsOfLines(lines: readonly ProductLine[], currency: string): ProductTotals {
  const costs = lines.map((line) => lineCost(line, currency));
  const withoutCost = costs.filter((cost) => cost === null).length;
  const totalMinor = lines.reduce((sum, line) => sum + lineTotal(line, currency), 0n);
  const costMinor = costs.reduce<bigint>((sum, cost) => sum + (cost ?? 0n), 0n);
  const isWhole = lines.length > 0 && withoutCost === 0;
  return {
    count: lines.length,
    totalMinor: lines.length === 0 ? null : totalMinor,
    costMinor: isWhole ? costMinor : null,
    marginMinor: isWhole ? totalMinor - costMinor : null,
    withoutCost,
  };
}

/** Money finer than its minor unit, a quantity of nothing and a discount beyond the whole are refused by field. */
export function lineProblems(line: Partial<ProductLine>, currency: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const { quantity, unitPrice, unitCost, discountPercent } = line;
  if (quantity !== undefined && decimal(quantity).n <= 0n) problems.push({ pointer: "/quantity", code: "value.tooSmall" });
  if (unitPrice !== undefined && parseAmount(unitPrice, currency) === undefined)
    problems.push({ pointer: "/unitPrice", code: "amount.tooFine" });
  if (unitCost !== undefined && unitCost !== null && parseAmount(unitCost, currency) === undefined)
    problems.push({ pointer: "/unitCost", code: "amount.tooFine" });
  if (discountPercent !== undefined && !isShare(decimal(discountPercent)))
    problems.push({ pointer: "/discountPercent", code: "value.tooBig" });
  return problems;
}

function isShare({ n, d }: Fraction): boolean {
  return n >= 0n && n <= 100n * d;
}

/** Margin on price with one decimal, unknown without a price. */
export function marginOnPrice(totalMinor: bigint | null, marginMinor: bigint | null): string | null {
  return totalMinor === null || marginMinor === null ? null : percentOf(totalMinor, marginMinor);
}

/** A part of a whole as percents with one decimal; of nothing, unknown. */
export function percentOf(wholeMinor: bigint, partMinor: bigint): string | null {
  if (wholeMinor === 0n) return null;
  const tenths = roundHalfAway(fraction(partMinor * 1000n, wholeMinor));
  const magnitude = tenths < 0n ? -tenths : tenths;
  return `${tenths < 0n ? "-" : ""}${magnitude / 10n}.${magnitude % 10n}`;
}

const UNIT_OF: Readonly<Record<QuantityType, LineUnit>> = {
  perPerson: "person",
  perAdult: "adult",
  perChild: "child",
  perGroup: "group",
  perCapacity: "vehicle",
  roomShared: "room",
  roomWhole: "room",
  perVehicleInUse: "vehicle",
  percentage: "service",
};

/** How a product of the catalogue is counted on a line. */
export function unitOf(type: QuantityType): LineUnit {
  return UNIT_OF[type];
}

/** A catalogue price of another currency, at the two frozen rates to the workspace's: rounded once to the minor unit. */
export function convertPrice(price: string, rate: { readonly from: string; readonly to: string }, currency: string): string {
  const minor = inMinor(multiply(decimal(price), multiply(decimal(rate.from), inverse(decimal(rate.to)))), currency);
  return formatAmount(minor, currency);
}

function inverse({ n, d }: Fraction): Fraction {
  return fraction(d, n);
}
