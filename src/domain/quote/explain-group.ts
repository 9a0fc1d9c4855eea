/** Who travels, and how often a line counts, told term by term. */
import { isPerPerson, isRoom, type Consumer, type Costing, type CostingLine, type FreePlaceRule } from "#domain/quote/costing.ts";
import { explained, term, termOf, type Explanation, type Term } from "#domain/quote/explanation.ts";
import { childrenAmong, type Group } from "#domain/quote/group.ts";
import { countFor, type Count } from "#domain/quote/line-cost.ts";
import type { Prepared } from "#domain/quote/prepared-costing.ts";

export function explainFreePlaces({ freePlaces: rule }: Costing, group: Group): Explanation {
  return explained("freePlaces", group.freePlaces, { terms: freePlaceTerms(rule, group.payers), rounded: { to: "down", step: "1" } });
}

function freePlaceTerms(rule: FreePlaceRule, payers: number): Term[] {
  if (rule.rule === "none") return [];
  if (rule.rule === "thresholds") return [term("", "thresholdsReached", rule.thresholds.filter((threshold) => threshold <= payers).length)];
  return [term("", "payers", payers), term("÷", "freeAfter", rule.rule === "oneIn" ? rule.n - 1 : rule.n)];
}

/** The vehicles of the base price bring their drivers. */
export function explainDrivers(prepared: Prepared, group: Group): Explanation {
  const parts = prepared.driven.map(({ prepared: { line }, each }) => {
    const { units } = countFor(prepared, line, group);
    return explained("drivers", units * each, { lineId: line.id, terms: [term("", "vehicles", units), term("×", "driversEach", each)] });
  });
  return explained("drivers", group.drivers, { terms: added(parts), parts });
}

export function explainHeads(line: CostingLine, { group, heads }: { group: Group; heads: number }): Explanation {
  const children = childrenAmong(group, line.consumers);
  if (line.quantityType === "perChild") return explained("children", heads);
  const terms = consumerTerms(group, line.consumers);
  if (line.quantityType !== "perAdult") return explained("heads", heads, { terms });
  return explained("adults", heads, { terms: [...terms, term("-", "children", children)] });
}

function consumerTerms(group: Group, consumers: readonly Consumer[]): Term[] {
  return consumers.map((consumer, index) => term(index === 0 ? "" : "+", consumer, group[consumer]));
}

/** What the unit is multiplied with: heads, rooms, vehicles, less what the supplier gives. */
export function explainCount(line: CostingLine, { group, count, heads }: { group: Group; count: Count; heads: Explanation }): Explanation {
  const free = supplierTerms(line, { group, count });
  if (isPerPerson(line.quantityType)) return counted(count.times, [termOf("", heads)], { heads, free });
  if (!isRoom(line.quantityType)) return explainUnits(line, { count, heads });
  const capacity = line.capacity ?? 1;
  if (line.quantityType === "roomShared") return counted(count.times, [termOf("", heads)], { heads, free });
  const rooms = explainUnits(line, { count, heads });
  return counted(count.times, [termOf("", rooms), term("×", "capacity", capacity)], { heads: rooms, free });
}

function explainUnits(line: CostingLine, { count, heads }: { count: Count; heads: Explanation }): Explanation {
  if (line.quantityType === "perGroup") return explained("count", 1);
  if (line.quantityType === "perVehicleInUse")
    return explained(
      "vehicles",
      count.units,
      line.ofLineId === null ? {} : { terms: [{ ...term("", "vehicles", count.units), lineId: line.ofLineId }] },
    );
  const terms = [termOf("", heads), term("÷", "capacity", line.capacity ?? 1)];
  return explained("count", count.units, { terms, rounded: { to: "up", step: "1" }, parts: [heads] });
}

function supplierTerms({ supplierFree: rule }: CostingLine, { group, count }: { group: Group; count: Count }): Explanation | undefined {
  if (!rule) return undefined;
  const counted = rule.counts ? [explained("heads", count.counted, { terms: consumerTerms(group, rule.counts) })] : [];
  const terms = [term("", "heads", count.counted), term("÷", "freeAfter", rule.rule === "after" ? rule.n + 1 : rule.n)];
  return explained("supplierFree", count.free, { terms, rounded: { to: "down", step: "1" }, parts: counted });
}

function counted(times: number, terms: Term[], { heads, free }: { heads: Explanation; free: Explanation | undefined }): Explanation {
  if (!free) return explained("count", times, { terms, parts: [heads] });
  return explained("count", times, { terms: [...terms, termOf("-", free)], parts: [heads, free] });
}

/** Parts that are added up. */
export function added(parts: readonly Explanation[]): Term[] {
  return parts.map((part, index) => termOf(index === 0 ? "" : "+", part));
}
