/**
 * What a line costs for so many heads (RULES 2.2), exact: per person, group, capacity, room shared or whole, vehicle in use,
 * percentage. The supplier's free units are heads, for rooms places, taken off after counting rooms.
 */
import { isPerPerson, isRoom, type CostingLine } from "#domain/quote/costing.ts";
import { childrenAmong, freeAmongHeads, freePlacesFor, headsOf, type Group } from "#domain/quote/group.ts";
import type { Prepared, PreparedLine } from "#domain/quote/prepared-costing.ts";

/** How often the unit counts, and how it came about. */
export type Count = {
  /** The heads the line is for. */
  readonly heads: number;
  /** Vehicles, guides, boats, rooms; heads where nothing is filled. */
  readonly units: number;
  /** The heads the supplier counts, and what it gives. */
  readonly counted: number;
  readonly free: number;
  /** What the prepared unit is multiplied with. */
  readonly times: number;
};

/** The group of so many payers with so many free places; drivers come with the vehicles. */
export function groupOf(prepared: Prepared, payers: number, freePlaces?: number): Group {
  const { costing, driven } = prepared;
  const group = {
    payers,
    children: Math.min(costing.children, payers),
    freePlaces: freePlaces ?? freePlacesFor(costing.freePlaces, payers),
    leaders: costing.leaders,
    drivers: 0,
  };
  const drivers = driven.reduce((sum, { prepared: { line }, each }) => sum + each * countFor(prepared, line, group).units, 0);
  return { ...group, drivers };
}

/** The heads of a line's type: adults, children, or all who consume it. */
export function headsOfLine({ quantityType, consumers }: CostingLine, group: Group): number {
  const children = childrenAmong(group, consumers);
  if (quantityType === "perChild") return children;
  const heads = headsOf(group, consumers);
  return quantityType === "perAdult" ? heads - children : heads;
}

export function countFor(prepared: Prepared, line: CostingLine, group: Group): Count {
  return countOfHeads(prepared, line, { group, heads: headsOfLine(line, group) });
}

/** For heads that are known: a base-price line's own, or those who take a supplement or an option. */
export function countOfHeads(prepared: Prepared, line: CostingLine, { group, heads }: { group: Group; heads: number }): Count {
  const rule = line.supplierFree;
  const counted = rule?.counts ? headsOf(group, rule.counts) : heads;
  const free = rule ? Math.min(heads, freeAmongHeads(rule.rule, rule.n, counted)) : 0;
  const units = unitsOf(prepared, line, { group, heads });
  return { heads, units, counted, free, times: timesOf(line, { heads, units, free }) };
}

function unitsOf(prepared: Prepared, line: CostingLine, { group, heads }: { group: Group; heads: number }): number {
  const { quantityType, capacity } = line;
  if (quantityType === "perGroup") return 1;
  if (quantityType === "perCapacity" || isRoom(quantityType)) return Math.ceil(heads / (capacity ?? 1));
  if (quantityType !== "perVehicleInUse") return heads;
  const vehicle = line.ofLineId === null ? undefined : prepared.byId.get(line.ofLineId);
  return vehicle ? countFor(prepared, vehicle.line, group).units : 0;
}

function timesOf(line: CostingLine, { heads, units, free }: Pick<Count, "heads" | "units" | "free">): number {
  if (isPerPerson(line.quantityType) || line.quantityType === "roomShared") return heads - free;
  if (line.quantityType === "roomWhole") return units * (line.capacity ?? 1) - free;
  return units;
}

/** The costs of all base-price lines over the scale, in their order, and C, their sum. */
export type Costs = { readonly group: Group; readonly byLine: ReadonlyMap<string, bigint>; readonly total: bigint };

export function costsFor(prepared: Prepared, payers: number, freePlaces?: number): Costs {
  const group = groupOf(prepared, payers, freePlaces);
  const byLine = new Map<string, bigint>();
  const costOf = (one: PreparedLine): bigint => {
    const known = byLine.get(one.line.id);
    if (known !== undefined) return known;
    const cost =
      one.line.quantityType === "percentage"
        ? percentageOf(one, namedBy(prepared, one).map(costOf))
        : one.unit * BigInt(countFor(prepared, one.line, group).times);
    byLine.set(one.line.id, cost);
    return cost;
  };
  const total = prepared.base.reduce((sum, one) => sum + costOf(one), 0n);
  return { group, byLine, total };
}

/** Its rate of the exact cost of what it names; the scale holds the denominator of every rate. */
export function percentageOf({ share }: PreparedLine, named: readonly bigint[]): bigint {
  return (named.reduce((sum, cost) => sum + cost, 0n) / share.d) * share.n;
}

/** The base-price lines a percentage is taken of: those it names, else all others. */
export function namedBy({ base, byId }: Prepared, { line }: PreparedLine): readonly PreparedLine[] {
  if (line.ofLineIds === null) return base.filter((other) => other.line.id !== line.id);
  return line.ofLineIds.flatMap((id) => byId.get(id) ?? []);
}
