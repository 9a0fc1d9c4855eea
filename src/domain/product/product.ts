/**
 * The catalogue: what can be sold, from whom, how it is counted, at which cost and price on which day. A price period
 * holds its two days; outside every period the plain figures count, and the screen says so.
 */
import type { Day } from "#domain/shared/day.ts";
import type { FieldProblem } from "#domain/shared/refusal.ts";

export const PRODUCT_CATEGORIES = ["accommodation", "transport", "flight", "meal", "guide", "visit", "insurance", "other"] as const;
export type ProductCategory = (typeof PRODUCT_CATEGORIES)[number];

export const QUANTITY_TYPES = [
  "perPerson",
  "perAdult",
  "perChild",
  "perGroup",
  "perCapacity",
  "roomShared",
  "roomWhole",
  "perVehicleInUse",
  "percentage",
] as const;
export type QuantityType = (typeof QUANTITY_TYPES)[number];

/** Those of which one serves as many people as it holds. */
const BY_CAPACITY: ReadonlySet<QuantityType> = new Set(["perCapacity", "roomShared", "roomWhole"]);
export const isCountedByCapacity = (type: QuantityType): boolean => BY_CAPACITY.has(type);

/** Cost and price are decimal strings in the product's currency; null is not known. */
export type PricePeriod = { readonly from: Day; readonly until: Day; readonly cost: string | null; readonly price: string | null };

export type PriceOnDay = {
  readonly cost: string | null;
  readonly price: string | null;
  /** "none": the product has periods and none holds the day. */
  readonly period: "held" | "none" | "unneeded";
};

type Priced = { readonly cost: string | null; readonly price: string | null; readonly periods: readonly PricePeriod[] };

export function priceOn(product: Priced, day: Day | null): PriceOnDay {
  const { cost, price, periods } = product;
  if (periods.length === 0) return { cost, price, period: "unneeded" };
  const period = day === null ? undefined : periods.find(({ from, until }) => from <= day && day <= until);
  return period ? { cost: period.cost, price: period.price, period: "held" } : { cost, price, period: "none" };
}

/** A period ends after it begins, and no day has two prices. */
export function periodProblems(periods: readonly PricePeriod[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  for (const [index, { from, until }] of periods.entries()) {
    if (until < from) problems.push({ pointer: `/periods/${index}/until`, code: "dates.order" });
    const clash = periods.slice(0, index).some((other) => from <= other.until && other.from <= until);
    if (clash) problems.push({ pointer: `/periods/${index}/from`, code: "periods.overlap" });
  }
  return problems;
}

type Group = { readonly adults: number | null; readonly children: number | null; readonly infants: number | null };

/** How many of it a group needs at first: its heads, its rooms, its vehicles; one of what is for the whole group. */
export function firstQuantity(type: QuantityType, capacity: number | null, group: Group): number {
  const adults = group.adults ?? 0;
  const children = group.children ?? 0;
  const heads = adults + children + (group.infants ?? 0);
  const atLeastOne = (count: number): number => Math.max(1, count);
  switch (type) {
    case "perPerson":
      return atLeastOne(heads);
    case "perAdult":
      return atLeastOne(adults);
    case "perChild":
      return atLeastOne(children);
    case "perCapacity":
    case "roomShared":
    case "roomWhole":
      return atLeastOne(Math.ceil(heads / (capacity ?? 1)));
    case "perGroup":
    case "perVehicleInUse":
    case "percentage":
      return 1;
  }
}
