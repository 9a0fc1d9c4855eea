/**
 * The catalogue: what can be sold, from whom and how it is counted. What it costs on which day stands in its price periods.
 */

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
