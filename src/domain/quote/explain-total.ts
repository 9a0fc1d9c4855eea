/** What a group pays, costs and leaves, told down to what was typed. */
import { explained, inUnits, term, termOf, type Explanation } from "#domain/quote/explanation.ts";
import { explainCost } from "#domain/quote/explain-cost.ts";
import { added, explainDrivers, explainFreePlaces } from "#domain/quote/explain-group.ts";
import { explainExtraCost, explainExtraPrice, explainPrice } from "#domain/quote/explain-price.ts";
import { roundedStep } from "#domain/quote/explain-rounding.ts";
import { extrasOf } from "#domain/quote/extras.ts";
import type { GroupPrice } from "#domain/quote/group-price.ts";
import type { GroupTotal, TakenExtra } from "#domain/quote/group-total.ts";
import { vatIncluded } from "#domain/quote/margin-vat.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";
import { ZERO, type Fraction } from "#domain/shared/fraction.ts";

export type TotalExplained = {
  readonly freePlaces: Explanation;
  readonly drivers: Explanation;
  readonly price: Explanation;
  readonly extras: readonly Explanation[];
  readonly sales: Explanation;
  readonly revenue: Explanation;
  readonly cost: Explanation;
  readonly margin: Explanation;
  readonly roundingGain: Explanation;
  readonly vatOnMargin: Explanation;
  readonly vatStandard: Explanation;
  readonly netMargin: Explanation;
};

export function explainTotal(prepared: Prepared, price: GroupPrice, total: GroupTotal): TotalExplained {
  const { costing } = prepared;
  const priced = explainPrice(prepared, price);
  const sales = explainSales(prepared, { priced, price, total });
  const revenue = explainRevenue(prepared, sales, total);
  const cost = explainTotalCost(prepared, total);
  const money = (minor: bigint) => inUnits(minor, costing.currency);
  const margin = explained("margin", money(total.marginMinor), { terms: [termOf("", revenue), termOf("-", cost)] });
  const vat = explainVat(prepared, total);
  return {
    freePlaces: explainFreePlaces(costing, total.costs.group),
    drivers: explainDrivers(prepared, total.costs.group),
    price: priced,
    extras: extrasOf(prepared).map((extra) => explainExtraPrice(prepared, extra, price.costs)),
    sales,
    revenue,
    cost,
    margin,
    roundingGain: explainGain(prepared, price),
    ...vat,
    netMargin: explained("netMargin", money(total.netMarginMinor), {
      terms: [termOf("", margin), termOf("-", vat.vatOnMargin), termOf("-", vat.vatStandard)],
    }),
  };
}

/** p × P and what is taken, before discounts. */
function explainSales(
  prepared: Prepared,
  { priced, price, total }: { priced: Explanation; price: GroupPrice; total: GroupTotal },
): Explanation {
  const { currency } = prepared.costing;
  const extras = total.extras.flatMap((one) => {
    const extra = prepared.byId.get(one.lineId);
    return extra ? [{ one, priced: explainExtraPrice(prepared, extra, price.costs) }] : [];
  });
  const terms = [termOf("", priced), term("×", "payers", total.payers)];
  return explained("sales", inUnits(total.beforeDiscountsMinor, currency), {
    terms: [...terms, ...extras.flatMap(({ one, priced: extra }) => [termOf("+", extra), term("×", "takers", one.takers)])],
    parts: extras.map((extra) => extra.priced),
  });
}

function explainRevenue({ costing }: Prepared, sales: Explanation, total: GroupTotal): Explanation {
  const deductions = total.deductionsMinor.map((minor, index) => {
    const discount = costing.discounts[index];
    const figure = discount?.kind === "percent" ? "discountPercent" : "discountAmount";
    const payers = discount?.kind === "perPayer" ? [term("×", "payers", total.payers)] : [];
    return explained("discount", inUnits(minor, costing.currency), {
      terms: [term("", figure, discount?.value ?? "0"), ...payers],
      rounded: roundedStep({ to: "none" }, costing.currency),
    });
  });
  return explained("revenue", inUnits(total.revenueMinor, costing.currency), {
    terms: [termOf("", sales), ...deductions.map((deduction) => termOf("-", deduction))],
    parts: [sales, ...deductions],
  });
}

function explainTotalCost(prepared: Prepared, total: GroupTotal): Explanation {
  const base = explainCost(prepared, total.costs);
  if (total.extras.length === 0) return base;
  const { currency } = prepared.costing;
  const extras = total.extras.flatMap((taken) => explainTaken(prepared, taken, total));
  return explained("cost", inUnits(total.costMinor, currency), {
    terms: [...base.terms, ...added(extras).map((one) => ({ ...one, sign: "+" as const }))],
    parts: [...base.parts, ...extras],
    rounded: roundedStep({ to: "none" }, currency),
  });
}

function explainTaken(prepared: Prepared, { lineId, takers }: TakenExtra, { costs }: GroupTotal): Explanation[] {
  const extra = prepared.byId.get(lineId);
  return extra ? [explainExtraCost(prepared, extra, { takers, costs })] : [];
}

function explainGain({ costing: { currency } }: Prepared, price: GroupPrice): Explanation {
  const each = { n: price.minor * price.exact.d - price.exact.n, d: price.exact.d };
  const gained = explained("roundingGainEach", inUnits(each, currency), {
    terms: [term("", "price", inUnits(price.minor, currency)), term("-", "exactPrice", inUnits(price.exact, currency))],
  });
  return explained("roundingGain", inUnits(price.roundingGainMinor, currency), {
    terms: [termOf("", gained), term("×", "payers", price.costs.group.payers)],
    rounded: roundedStep({ to: "none" }, currency),
    parts: [gained],
  });
}

/** A loss has no VAT: it is said, not clamped silently. */
function explainVat(
  { costing }: Prepared,
  { vat, marginMinor, revenueMinor }: GroupTotal,
): Pick<TotalExplained, "vatOnMargin" | "vatStandard"> {
  const { currency } = costing;
  const included = costing.vat.regime === "none" ? ZERO : vatIncluded(costing.vat.percent);
  const rounded = roundedStep({ to: "none" }, currency);
  const taxed = (figure: "margin" | "revenue", minor: bigint, { share, part }: { share: "euShare" | "standardShare"; part: Fraction }) =>
    minor < 0n
      ? [term("", "noVatOnLoss", 0)]
      : [term("", figure, inUnits(minor, currency)), term("×", share, part), term("×", "vatIncluded", included)];
  return {
    vatOnMargin: explained("vatOnMargin", inUnits(vat.onMarginMinor, currency), {
      terms: taxed("margin", marginMinor, { share: "euShare", part: vat.euShare }),
      rounded,
    }),
    vatStandard: explained("vatStandard", inUnits(vat.standardMinor, currency), {
      terms: taxed("revenue", revenueMinor, { share: "standardShare", part: vat.standardShare }),
      rounded,
    }),
  };
}
