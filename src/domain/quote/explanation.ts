/**
 * How a figure came about: its formula, term by term, and the figures it was made of, down to what was typed. Values are
 * decimal strings (money in units of the quote's currency); what has more than ten decimals says that it is shortened.
 */
import { decimalText } from "#domain/quote/pricing-rate.ts";
import { compare, parseDecimal, type Fraction } from "#domain/shared/fraction.ts";
import { minorDigits } from "#domain/shared/money.ts";

export const FIGURES = [
  "payers",
  "freePlaces",
  "leaders",
  "drivers",
  "children",
  "takers",
  "heads",
  "adults",
  "thresholdsReached",
  "freeAfter",
  "unitCost",
  "roomComparedWith",
  "roomDifference",
  "exchangeRate",
  "quoteExchangeRate",
  "buffer",
  "exchanged",
  "repetitions",
  "capacity",
  "vehicles",
  "driversEach",
  "supplierFree",
  "count",
  "percentage",
  "costOfNamed",
  "lineCost",
  "cost",
  "costWithoutFreePlaces",
  "freePlacesCost",
  "markupRate",
  "marginRate",
  "rateFactor",
  "linePrice",
  "freePlacesPrice",
  "exactPrice",
  "price",
  "extraCost",
  "extraPrice",
  "sales",
  "discount",
  "discountPercent",
  "discountAmount",
  "revenue",
  "margin",
  "euShare",
  "standardShare",
  "vatIncluded",
  "noVatOnLoss",
  "vatOnMargin",
  "vatStandard",
  "netMargin",
  "roundingGainEach",
  "roundingGain",
] as const;
export type Figure = (typeof FIGURES)[number];

export type Term = { readonly sign: "" | "+" | "-" | "×" | "÷"; readonly figure: Figure; readonly value: string; readonly lineId?: string };

/** How the result was brought to whole units: down, up, to the nearest; null where it is exact. */
export type RoundedTo = { readonly to: "down" | "up" | "nearest"; readonly step: string };

export type Explanation = {
  readonly figure: Figure;
  readonly lineId?: string;
  readonly value: string;
  /** False where ten decimals do not hold it. */
  readonly isExact: boolean;
  readonly rounded: RoundedTo | null;
  readonly terms: readonly Term[];
  readonly parts: readonly Explanation[];
};

const DECIMALS = 10;

type Told = {
  readonly lineId?: string;
  readonly rounded?: RoundedTo;
  readonly terms?: readonly Term[];
  readonly parts?: readonly Explanation[];
};

export function explained(figure: Figure, value: Fraction | number, told: Told = {}): Explanation {
  const exact = typeof value === "number" ? { n: BigInt(value), d: 1n } : value;
  const text = decimalText(exact, DECIMALS);
  return {
    figure,
    ...(told.lineId === undefined ? {} : { lineId: told.lineId }),
    value: text,
    isExact: isSame(text, exact),
    rounded: told.rounded ?? null,
    terms: told.terms ?? [],
    parts: told.parts ?? [],
  };
}

function isSame(text: string, exact: Fraction): boolean {
  const parsed = parseDecimal(text);
  return parsed !== undefined && compare(parsed, exact) === 0;
}

export function term(sign: Term["sign"], figure: Figure, value: Fraction | number | string): Term {
  if (typeof value === "string") return { sign, figure, value };
  return { sign, figure, value: decimalText(typeof value === "number" ? { n: BigInt(value), d: 1n } : value, DECIMALS) };
}

/** A figure that is explained itself, as a term of another. */
export function termOf(sign: Term["sign"], { figure, value, lineId }: Explanation): Term {
  return { sign, figure, value, ...(lineId === undefined ? {} : { lineId }) };
}

/** Minor units as units of the currency. */
export function inUnits(minor: Fraction | bigint, currency: string): Fraction {
  const { n, d } = typeof minor === "bigint" ? { n: minor, d: 1n } : minor;
  return { n, d: d * 10n ** BigInt(minorDigits(currency)) };
}
