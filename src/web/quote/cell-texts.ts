/** What the cells of the grid show, as texts: a row is drawn anew only when one of its texts changes. */
import type { GridColumn } from "#domain/quote/costing-grid.ts";
import { rateOfFreePlaces, rateOfLine, percentText, type FoundRate } from "#domain/quote/pricing-rate.ts";
import { percentOf } from "#domain/product/product-line.ts";
import { fraction, multiply, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";
import { formatAmount, minorDigits } from "#domain/shared/money.ts";
import { formatMoney, formatNumber, formatPercent, regionalLocale } from "#web/kit/format.ts";
import { priceText } from "#web/product/figures.ts";
import type { GridRow } from "#web/quote/quote-grid-rows.ts";
import type { Reckoned } from "#web/quote/reckoned-sheet.ts";

/** A base of the grid with what its cells say, wherever it was reckoned. */
export type BaseFigures = {
  readonly payers: number;
  /** A line's part of the price, exact or rounded, in units of the currency. */
  readonly parts: ReadonlyMap<string, string>;
  readonly freePlaces: string | null;
  readonly exact: string | null;
  readonly price: string;
  readonly extras: ReadonlyMap<string, string>;
  readonly marginPercent: string | null;
  readonly freePlacesCount: number;
  readonly leaders: number;
  readonly drivers: number;
};

export function baseFigures({ costing, figures }: Reckoned): readonly BaseFigures[] {
  return (figures?.columns ?? []).map((column) => ofColumn(column, costing.currency));
}

function ofColumn({ price, total, extras }: GridColumn, currency: string): BaseFigures {
  const { group } = price.costs;
  return {
    payers: group.payers,
    parts: new Map([...price.parts].map(([id, part]) => [id, wholeUnits(part, currency)])),
    freePlaces: group.freePlaces === 0 ? null : wholeUnits(price.freePlacesPart, currency),
    exact: formatAmount(roundHalfAway(price.exact), currency),
    price: formatAmount(price.minor, currency),
    extras: new Map(extras.map(({ lineId, minor }) => [lineId, formatAmount(minor, currency)])),
    marginPercent: percentOf(total.revenueMinor, total.marginMinor),
    freePlacesCount: group.freePlaces,
    leaders: group.leaders,
    drivers: group.drivers,
  };
}

/** Parts of a price are read in whole units; the price itself has its cents. */
function wholeUnits(minor: Fraction, currency: string): string {
  return String(roundHalfAway(multiply(minor, fraction(1n, 10n ** BigInt(minorDigits(currency))))));
}

export type PriceText = {
  readonly text: string /** The number of the free place that comes with this base. */;
  readonly mark?: number;
  readonly isNegative?: boolean;
};

export function priceTexts(bases: readonly BaseFigures[], row: GridRow, told: { currency: string; locale: string }): readonly PriceText[] {
  return bases.map((base, index) => textOf(base, row, { ...told, before: bases[index - 1] }));
}

type Told = { readonly currency: string; readonly locale: string; readonly before: BaseFigures | undefined };

function textOf(base: BaseFigures, row: GridRow, { currency, locale, before }: Told): PriceText {
  const figure = (value: string | null | undefined): PriceText =>
    value === null || value === undefined ? { text: "–" } : { text: formatNumber(value, locale), isNegative: value.startsWith("-") };
  switch (row.kind) {
    case "line":
      return figure(base.parts.get(row.id));
    case "freePlaces": {
      const isNext = before !== undefined && base.freePlacesCount > before.freePlacesCount && base.freePlacesCount > 1;
      return { ...figure(base.freePlaces), ...(isNext ? { mark: base.freePlacesCount } : {}) };
    }
    case "leaders":
      return { text: [base.leaders, base.drivers].filter((count) => count > 0).join(" + ") || "–" };
    case "exactPrice":
      return base.exact === null ? { text: "–" } : { text: priceText(base.exact, currency, regionalLocale(locale)) };
    case "price":
      return { text: formatMoney({ amount: base.price, currency }, locale), isNegative: base.price.startsWith("-") };
    case "extra":
      return { text: signed(base.extras.get(row.id), currency, locale) };
    case "marginRate":
      return {
        text: base.marginPercent === null ? "–" : formatPercent(base.marginPercent, locale, 1),
        isNegative: base.marginPercent?.startsWith("-") ?? false,
      };
    case "day":
    case "general":
      return { text: "" };
  }
}

/** "+ 290 €" */
function signed(amount: string | undefined, currency: string, locale: string): string {
  if (amount === undefined) return "–";
  const text = formatMoney({ amount: amount.replace(/^-/, ""), currency }, locale);
  return `${amount.startsWith("-") ? "−" : "+"}\u00a0${text}`;
}

export type RateText = { readonly text: string; readonly isOwn: boolean };

/** A line's rate, its own or inherited; a day's only when it has one. */
export function rateText({ costing }: Pick<Reckoned, "costing">, row: GridRow, locale: string): RateText | undefined {
  if (row.kind === "line" || row.kind === "extra") return found(rateOfLine(costing, row.line), locale);
  if (row.kind === "freePlaces") return found(rateOfFreePlaces(costing), locale);
  if (row.kind !== "day" || row.day.ratePercent === null) return undefined;
  return { text: formatPercent(row.day.ratePercent, locale, decimalsOf(row.day.ratePercent)), isOwn: true };
}

function found(rate: FoundRate | undefined, locale: string): RateText {
  if (!rate) return { text: "–", isOwn: false };
  const percent = percentText(rate.rate);
  return { text: formatPercent(percent, locale, decimalsOf(percent)), isOwn: rate.origin === "line" };
}

const decimalsOf = (percent: string): number => percent.split(".")[1]?.length ?? 0;

export function costText(row: GridRow, quoteCurrency: string, locale: string): string {
  if (row.kind !== "line" && row.kind !== "extra") return "";
  const { quantityType, percent, unitCost, currency } = row.line;
  if (quantityType === "percentage") return formatPercent(percent ?? "0", locale, decimalsOf(percent ?? "0"));
  const text = priceText(unitCost, currency, regionalLocale(locale));
  return currency === quoteCurrency ? text : `${text}\u00a0${currency}`;
}
