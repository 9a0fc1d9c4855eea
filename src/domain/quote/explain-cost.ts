/** What a line costs, and C, told term by term: unit, exchange, repetitions, count, occupancy. */
import { isRoom, type Costing, type CostingLine } from "#domain/quote/costing.ts";
import { explained, inUnits, term, termOf, type Explanation, type Term } from "#domain/quote/explanation.ts";
import { added, explainCount, explainHeads } from "#domain/quote/explain-group.ts";
import { roundedStep } from "#domain/quote/explain-rounding.ts";
import { countFor, namedBy, type Costs } from "#domain/quote/line-cost.ts";
import { exchangeOf, type Prepared, type PreparedLine } from "#domain/quote/prepared-costing.ts";
import { exactly, shareOf } from "#domain/quote/pricing-rate.ts";
import { add, fraction, type Fraction } from "#domain/shared/fraction.ts";
import { printedCost } from "#domain/quote/group-price.ts";

export function explainLineCost(prepared: Prepared, one: PreparedLine, costs: Costs): Explanation {
  const { costing, scale } = prepared;
  const { line } = one;
  const value = inUnits({ n: costs.byLine.get(line.id) ?? 0n, d: scale }, costing.currency);
  if (line.quantityType === "percentage") {
    const named = explained("costOfNamed", sumOf(prepared, one, costs), { terms: namedTerms(prepared, one, costs) });
    return explained("lineCost", value, {
      lineId: line.id,
      terms: [termOf("", named), term("×", "percentage", one.share)],
      parts: [named],
    });
  }
  const count = countFor(prepared, line, costs.group);
  const heads = explainHeads(line, { group: costs.group, heads: count.heads });
  const counted = explainCount(line, { group: costs.group, count, heads });
  const exchanged = explainExchange(costing, line);
  return explained("lineCost", value, {
    lineId: line.id,
    terms: [...unitTerms(line, exchanged), termOf("×", counted), ...occupancy(line)],
    parts: [...(exchanged ? [exchanged] : []), counted],
  });
}

/** The lines named are explained where they stand, not once more under each percentage. */
function namedTerms(prepared: Prepared, one: PreparedLine, { byLine }: Costs): Term[] {
  return namedBy(prepared, one).map(({ line: { id } }, index) => ({
    ...term(index === 0 ? "" : "+", "lineCost", inUnits({ n: byLine.get(id) ?? 0n, d: prepared.scale }, prepared.costing.currency)),
    lineId: id,
  }));
}

function sumOf(prepared: Prepared, one: PreparedLine, { byLine }: Costs): Fraction {
  const sum = namedBy(prepared, one).reduce((all, { line }) => all + (byLine.get(line.id) ?? 0n), 0n);
  return inUnits({ n: sum, d: prepared.scale }, prepared.costing.currency);
}

export function unitTerms(line: CostingLine, exchanged: Explanation | undefined): Term[] {
  const unit = exchanged ? termOf("", exchanged) : term("", "unitCost", line.unitCost);
  return line.repetitions === 1 ? [unit] : [unit, term("×", "repetitions", line.repetitions)];
}

export function occupancy({ quantityType, capacity }: CostingLine): Term[] {
  return isRoom(quantityType) ? [term("÷", "capacity", capacity ?? 1)] : [];
}

/** unit × rate(line) ÷ rate(quote) × (1 + buffer), where the line is in another currency. */
export function explainExchange(costing: Costing, line: CostingLine): Explanation | undefined {
  if (line.currency === costing.currency) return undefined;
  const rateOf = (code: string): string =>
    code === costing.workspaceCurrency ? "1" : (costing.exchangeRates.find(({ currency }) => currency === code)?.rate ?? "1");
  const exchange = exchangeOf(costing, line.currency);
  const unit = exactly(line.unitCost);
  const terms = [
    term("", "unitCost", line.unitCost),
    term("×", "exchangeRate", rateOf(line.currency)),
    term("÷", "quoteExchangeRate", rateOf(costing.currency)),
    term("×", "buffer", add(fraction(1n), shareOf(costing.bufferPercent))),
  ];
  return explained("exchanged", { n: unit.n * exchange.n, d: unit.d * exchange.d }, { lineId: line.id, terms });
}

/** C, printed: the exact sum of the base-price lines, rounded once. */
export function explainCost(prepared: Prepared, costs: Costs): Explanation {
  const { currency } = prepared.costing;
  const parts = prepared.base.map((one) => explainLineCost(prepared, one, costs));
  const printed = inUnits(printedCost(prepared, costs.total), currency);
  return explained("cost", printed, { terms: added(parts), parts, rounded: roundedStep({ to: "none" }, currency) });
}
