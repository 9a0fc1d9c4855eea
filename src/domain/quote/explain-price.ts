/** The price per payer of a base, and of supplements and options, told down to what was typed. */
import { isRoomSupplement, type Costing, type CostingLine } from "#domain/quote/costing.ts";
import { explained, inUnits, term, termOf, type Explanation } from "#domain/quote/explanation.ts";
import { explainExchange, explainLineCost, occupancy, unitTerms } from "#domain/quote/explain-cost.ts";
import { added } from "#domain/quote/explain-group.ts";
import { roundedStep } from "#domain/quote/explain-rounding.ts";
import { extraCost, extraPrice } from "#domain/quote/extras.ts";
import type { GroupPrice } from "#domain/quote/group-price.ts";
import { countOfHeads, type Costs } from "#domain/quote/line-cost.ts";
import { onceOf, type Prepared, type PreparedLine } from "#domain/quote/prepared-costing.ts";
import { percentText, rateOfFreePlaces, rateOfLine, type FoundRate } from "#domain/quote/pricing-rate.ts";
import { subtract, type Fraction } from "#domain/shared/fraction.ts";

export function explainPrice(prepared: Prepared, price: GroupPrice): Explanation {
  const { currency, rounding } = prepared.costing;
  const exact = explainExactPrice(prepared, price);
  return explained("price", inUnits(price.minor, currency), {
    terms: [termOf("", exact)],
    parts: [exact],
    rounded: roundedStep(rounding, currency),
  });
}

function explainExactPrice(prepared: Prepared, price: GroupPrice): Explanation {
  const lines = prepared.base.map((one) => explainLinePrice(prepared, one, price));
  const parts = price.costs.group.freePlaces === 0 ? lines : [...lines, explainFreePlacesPrice(prepared, price)];
  return explained("exactPrice", inUnits(price.exact, prepared.costing.currency), { terms: added(parts), parts });
}

/** Its cost without the free places × (1 + u), or ÷ (1 − m), ÷ P. */
function explainLinePrice(prepared: Prepared, one: PreparedLine, price: GroupPrice): Explanation {
  const { costing, factorScale } = prepared;
  const cost = explainLineCost(prepared, one, price.bare);
  const rate = explainRate(prepared, rateOfLine(costing, one.line), { n: one.factor, d: factorScale });
  return explained("linePrice", inUnits(price.parts.get(one.line.id) ?? { n: 0n, d: 1n }, costing.currency), {
    lineId: one.line.id,
    terms: [termOf("", cost), termOf("×", rate), term("÷", "payers", price.costs.group.payers)],
    parts: [cost, rate],
  });
}

/** C less C at F = 0, at the quote's rate unless overridden. */
function explainFreePlacesPrice(prepared: Prepared, price: GroupPrice): Explanation {
  const { costing, scale, factorScale, freePlacesFactor } = prepared;
  const sum = (costs: Costs): Fraction => inUnits({ n: costs.total, d: scale }, costing.currency);
  const cost = explained("freePlacesCost", inUnits({ n: price.costs.total - price.bare.total, d: scale }, costing.currency), {
    terms: [term("", "cost", sum(price.costs)), term("-", "costWithoutFreePlaces", sum(price.bare))],
  });
  const rate = explainRate(prepared, rateOfFreePlaces(costing), { n: freePlacesFactor, d: factorScale });
  return explained("freePlacesPrice", inUnits(price.freePlacesPart, costing.currency), {
    terms: [termOf("", cost), termOf("×", rate), term("÷", "payers", price.costs.group.payers)],
    parts: [cost, rate],
  });
}

/** 1 + u, or 1 ÷ (1 − m): always named which. */
function explainRate({ costing }: Prepared, found: FoundRate | undefined, factor: Fraction): Explanation {
  const rate = found ? percentText(found.rate, 6) : "0";
  return explained("rateFactor", factor, { terms: [term("", costing.mode === "markup" ? "markupRate" : "marginRate", rate)] });
}

/** What one taker pays: the cost as if all P took it, ÷ P, at its own rate. */
export function explainExtraPrice(prepared: Prepared, extra: PreparedLine, costs: Costs): Explanation {
  const { costing, factorScale } = prepared;
  const { payers } = costs.group;
  const cost = explainExtraCost(prepared, extra, { takers: payers, costs });
  const rate = explainRate(prepared, rateOfLine(costing, extra.line), { n: extra.factor, d: factorScale });
  return explained("extraPrice", inUnits(extraPrice(prepared, extra, costs).minor, costing.currency), {
    lineId: extra.line.id,
    terms: [termOf("", cost), termOf("×", rate), term("÷", "payers", payers)],
    parts: [cost, rate],
    rounded: roundedStep(costing.rounding, costing.currency),
  });
}

export function explainExtraCost(
  prepared: Prepared,
  extra: PreparedLine,
  { takers, costs }: { takers: number; costs: Costs },
): Explanation {
  const { costing } = prepared;
  const { line } = extra;
  const value = inUnits(extraCost(prepared, extra, { takers, costs }), costing.currency);
  const compared = isRoomSupplement(line) ? costing.lines.find(({ id }) => id === line.ofLineId) : undefined;
  const exchanged = explainExchange(costing, line);
  const parts = exchanged ? [exchanged] : [];
  if (line.quantityType === "percentage")
    return explained("extraCost", value, { lineId: line.id, terms: [term("", "percentage", extra.share), term("×", "takers", takers)] });
  if (compared) {
    const difference = explainRoomDifference(costing, line, compared);
    const terms = [termOf("", difference), term("×", "repetitions", line.repetitions), term("×", "takers", takers)];
    return explained("extraCost", value, { lineId: line.id, terms, parts: [...parts, difference] });
  }
  const { times } = countOfHeads(prepared, line, { group: costs.group, heads: takers });
  const terms = [...unitTerms(line, exchanged), term("×", "count", times), ...occupancy(line)];
  return explained("extraCost", value, { lineId: line.id, terms, parts });
}

/** A place of this room less a place of the one it is compared with, for one night. */
function explainRoomDifference(costing: Costing, line: CostingLine, compared: CostingLine): Explanation {
  const [own, other] = [onceOf(costing, line), onceOf(costing, compared)];
  return explained("roomDifference", inUnits(subtract(own, other), costing.currency), {
    terms: [
      term("", "unitCost", inUnits(own, costing.currency)),
      { ...term("-", "roomComparedWith", inUnits(other, costing.currency)), lineId: compared.id },
    ],
  });
}
