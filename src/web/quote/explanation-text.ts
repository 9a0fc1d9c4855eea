/** A figure's sum in one line: "5 900 € ÷ 40 × 1,22 = 179,95 €". Longer ones are told term by term in the panel. */
import type { Explanation, Figure, Term } from "#domain/quote/explanation.ts";
import { minorDigits } from "#domain/shared/money.ts";
import { formatMoney, formatNumber, formatPercent } from "#web/kit/format.ts";

export type Telling = {
  readonly locale: string;
  /** The quote's. */
  readonly currency: string;
  /** What a line costs is told in its own currency. */
  readonly currencyOf: (lineId: string | undefined) => string;
};

const AMOUNTS: ReadonlySet<Figure> = new Set<Figure>([
  "unitCost",
  "roomComparedWith",
  "roomDifference",
  "exchanged",
  "costOfNamed",
  "lineCost",
  "cost",
  "costWithoutFreePlaces",
  "freePlacesCost",
  "linePrice",
  "freePlacesPrice",
  "exactPrice",
  "price",
  "extraCost",
  "extraPrice",
  "sales",
  "discount",
  "discountAmount",
  "revenue",
  "margin",
  "vatOnMargin",
  "vatStandard",
  "netMargin",
  "roundingGainEach",
  "roundingGain",
]);
const PERCENTS: ReadonlySet<Figure> = new Set<Figure>(["markupRate", "marginRate", "discountPercent"]);
const SHARES: ReadonlySet<Figure> = new Set<Figure>(["percentage", "euShare", "standardShare"]);

const FINE = 6;
const LONGEST = 6;

export function figureText(figure: Figure, value: string, told: Telling & { readonly lineId?: string | undefined }): string {
  const { locale } = told;
  if (PERCENTS.has(figure)) return formatPercent(value, locale);
  if (SHARES.has(figure)) return formatPercent(Number(value) * 100, locale);
  if (!AMOUNTS.has(figure)) return formatNumber(value, locale, FINE);
  const currency = figure === "unitCost" ? told.currencyOf(told.lineId) : told.currency;
  return formatMoney({ amount: value, currency }, locale, isWhole(value) ? "never" : "always");
}

const isWhole = (value: string): boolean => !/\.\d*[1-9]/.test(value);

/** The terms of a figure with those of its cost written out, what cancels left out, the rate last. */
export function plainTerms(explanation: Explanation): readonly Term[] {
  const terms = explanation.terms.flatMap((one) => writtenOut(one, explanation.parts));
  if (!terms.every(({ sign }) => sign === "" || sign === "×" || sign === "÷")) return terms;
  const kept = withoutPairs(terms.filter((one) => one.sign === "" || Number(one.value) !== 1));
  const isRate = ({ figure }: Term): boolean => figure === "rateFactor";
  return [...kept.filter((one) => !isRate(one)), ...kept.filter(isRate)];
}

/** A product inside a product is written out: unit × nights × heads, not its result. */
function writtenOut(one: Term, parts: readonly Explanation[]): readonly Term[] {
  const part = parts.find(({ figure, lineId, value }) => figure === one.figure && lineId === one.lineId && value === one.value);
  const isProduct = part && part.figure !== "rateFactor" && part.terms.length > 0 && part.terms.every(isFactor) && !part.rounded;
  if (!isProduct || part.figure === "count" || part.figure === "heads") return [one];
  if (one.sign !== "" && part.terms.length > 1) return [one];
  return part.terms.flatMap((inner, index) =>
    writtenOut({ ...inner, sign: index === 0 ? one.sign : inner.sign, ...lineOf(inner, part) }, part.parts),
  );
}

function lineOf(inner: Term, part: Explanation): { lineId?: string } {
  const lineId = inner.lineId ?? (inner.figure === "unitCost" ? part.lineId : undefined);
  return lineId === undefined ? {} : { lineId };
}

const isFactor = ({ sign }: Term): boolean => sign === "" || sign === "×" || sign === "÷";

/** × 40 ÷ 40 is nothing. */
function withoutPairs(terms: readonly Term[]): readonly Term[] {
  const times = terms.findIndex((one) => one.sign === "×" && terms.some((other) => other.sign === "÷" && other.value === one.value));
  const factor = terms[times];
  if (!factor) return terms;
  const over = terms.findIndex(({ sign, value }) => sign === "÷" && value === factor.value);
  return withoutPairs(terms.filter((_, index) => index !== times && index !== over));
}

/** Undefined where there are too many terms for a line. */
export function sumText(explanation: Explanation, told: Telling): string | undefined {
  const terms = plainTerms(explanation);
  if (terms.length === 0 || terms.length > LONGEST) return undefined;
  const sum = terms.map((one) =>
    `${one.sign === "-" ? "−" : one.sign} ${figureText(one.figure, one.value, { ...told, lineId: one.lineId })}`.trim(),
  );
  return `${sum.join(" ")} ${isPlain(explanation, told.currency) ? "=" : "≈"} ${figureText(explanation.figure, explanation.value, told)}`;
}

/** Written with the cents of its currency, it is the whole truth. */
function isPlain({ value, isExact, rounded }: Explanation, currency: string): boolean {
  const decimals = value.split(".")[1]?.length ?? 0;
  return isExact && rounded === null && decimals <= minorDigits(currency);
}
