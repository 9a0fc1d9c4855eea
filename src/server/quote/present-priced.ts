import type { quoteEndpoints } from "#contract/quote.ts";
import type { Result } from "#contract/endpoint.ts";
import { percentOf } from "#domain/product/product-line.ts";
import type { BreakEven } from "#domain/quote/break-even.ts";
import type { GridColumn } from "#domain/quote/costing-grid.ts";
import { explainTotal } from "#domain/quote/explain-total.ts";
import type { GroupTotal } from "#domain/quote/group-total.ts";
import { paymentPlan } from "#domain/quote/payment-plan.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";
import { decimalText, percentText, rateOfLine } from "#domain/quote/pricing-rate.ts";
import { fraction, multiply, roundHalfAway, type Fraction } from "#domain/shared/fraction.ts";
import { formatAmount, minorDigits } from "#domain/shared/money.ts";

type Priced = Result<(typeof quoteEndpoints)["priceQuote"]>;
type Reckoned = {
  readonly columns: readonly GridColumn[];
  readonly total: GroupTotal | undefined;
  readonly sold: bigint;
  readonly breakEven: BreakEven;
  readonly isExplained: boolean;
};

export function presentPriced(prepared: Prepared, { columns, total, sold, breakEven, isExplained }: Reckoned): Priced {
  const { costing } = prepared;
  const inFull = (minor: bigint): string => formatAmount(minor, costing.currency);
  return {
    currency: costing.currency,
    mode: costing.mode,
    rates: costing.lines.flatMap((line) => {
      const found = rateOfLine(costing, line);
      return found ? [{ lineId: line.id, percent: percentText(found.rate, 4), origin: found.origin }] : [];
    }),
    bases: columns.map((column) => presentColumn(prepared, column, isExplained)),
    breakEven: {
      soldPrice: inFull(sold),
      payers: breakEven.payers ?? null,
      upTo: breakEven.upTo,
      negativeAgain: [...breakEven.negativeAgain],
      sizes: breakEven.sizes.map(({ payers, marginMinor }) => ({ payers, margin: inFull(marginMinor) })),
    },
    total: total ? presentTotal(total, costing.currency) : null,
    paymentPlan: paymentPlan(total?.revenueMinor ?? columns[0]?.total.revenueMinor ?? 0n, costing).map(
      ({ amountMinor, percent, names, ...due }) => ({
        ...due,
        names: [...names],
        percent: decimalText(percent, 4),
        amount: inFull(amountMinor),
      }),
    ),
  };
}

function presentColumn(prepared: Prepared, { price, total, extras }: GridColumn, isExplained: boolean): Priced["bases"][number] {
  const { costing, scale, base } = prepared;
  const rounded = (minor: Fraction): string => formatAmount(roundHalfAway(minor), costing.currency);
  const units = fraction(1n, 10n ** BigInt(minorDigits(costing.currency)));
  return {
    payers: total.payers,
    exactPrice: decimalText(multiply(price.exact, units), 10),
    price: formatAmount(price.minor, costing.currency),
    roundingGain: formatAmount(price.roundingGainMinor, costing.currency),
    lines: base.map(({ line }) => ({
      lineId: line.id,
      cost: rounded({ n: price.costs.byLine.get(line.id) ?? 0n, d: scale }),
      perPayer: rounded(price.parts.get(line.id) ?? fraction(0n)),
    })),
    freePlacesCost: rounded({ n: price.costs.total - price.bare.total, d: scale }),
    freePlacesPerPayer: rounded(price.freePlacesPart),
    extras: extras.map(({ lineId, minor }) => ({ lineId, price: formatAmount(minor, costing.currency) })),
    total: presentTotal(total, costing.currency),
    ...(isExplained ? { explanation: explainTotal(prepared, price, total) } : {}),
  };
}

function presentTotal(total: GroupTotal, currency: string): NonNullable<Priced["total"]> {
  const inFull = (minor: bigint): string => formatAmount(minor, currency);
  const { group } = total.costs;
  return {
    payers: total.payers,
    base: total.base,
    freePlaces: group.freePlaces,
    leaders: group.leaders,
    drivers: group.drivers,
    price: inFull(total.priceMinor),
    sales: inFull(total.beforeDiscountsMinor),
    discounts: total.deductionsMinor.map(inFull),
    revenue: inFull(total.revenueMinor),
    cost: inFull(total.costMinor),
    margin: inFull(total.marginMinor),
    marginPercent: percentOf(total.revenueMinor, total.marginMinor),
    markupPercent: percentOf(total.costMinor, total.marginMinor),
    vat: { onMargin: inFull(total.vat.onMarginMinor), standard: inFull(total.vat.standardMinor), total: inFull(total.vat.totalMinor) },
    netMargin: inFull(total.netMarginMinor),
    extras: total.extras.map(({ lineId, takers, priceMinor }) => ({ lineId, takers, price: inFull(priceMinor) })),
  };
}
