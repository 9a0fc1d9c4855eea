/**
 * What a group price is made of (RULES 2.1): the group and its bases, how free places are given, how a price comes from a
 * cost, and the lines. Figures are decimal strings, percentages are decimal strings of percents, days are days.
 * P paying travellers, F free places offered to the client, L leaders, T = P + F.
 */
import type { QuantityType } from "#domain/product/product.ts";
import type { Day } from "#domain/shared/day.ts";

/** After how many a place is free for the client: counted on heads (after n paying, one in n), on payers, or by thresholds. */
export type FreePlaceRule =
  | { readonly rule: "none" }
  | { readonly rule: "afterPaying" | "oneIn" | "onPayers"; readonly n: number }
  | { readonly rule: "thresholds"; readonly thresholds: readonly number[] };

/** Mark-up counts on the cost (fr taux de marge), margin on the price (fr taux de marque). 25 % mark-up = 20 % margin. */
export const PRICING_MODES = ["markup", "margin"] as const;
export type PricingMode = (typeof PRICING_MODES)[number];

export const ROUNDING_STEPS = ["0.01", "1", "5", "10"] as const;
export type Rounding = { readonly to: "none" } | { readonly to: "nearest" | "up"; readonly step: (typeof ROUNDING_STEPS)[number] };

export const CONSUMERS = ["payers", "freePlaces", "leaders", "drivers"] as const;
export type Consumer = (typeof CONSUMERS)[number];

export const CAPACITY_KINDS = ["vehicle", "guide", "boat"] as const;
export type CapacityKind = (typeof CAPACITY_KINDS)[number];

export const VAT_TREATMENTS = ["eu", "nonEu", "standard"] as const;
export type VatTreatment = (typeof VAT_TREATMENTS)[number];

export const LINE_PARTS = ["base", "supplement", "option"] as const;
export type LinePart = (typeof LINE_PARTS)[number];

/** The supplier's own gift: one free after n, or one in n, of the line's heads unless others are named. */
export type SupplierFreeRule = {
  readonly rule: "after" | "oneIn";
  readonly n: number;
  readonly counts: readonly Consumer[] | null;
};

export type CostingLine = {
  readonly id: string;
  readonly dayId: string | null;
  readonly name: string;
  readonly part: LinePart;
  readonly quantityType: QuantityType;
  /** Per unit, in the line's currency; ignored by a percentage line. */
  readonly unitCost: string;
  readonly currency: string;
  /** Nights, days, services. */
  readonly repetitions: number;
  readonly consumers: readonly Consumer[];
  /** Seats of a vehicle, heads of a guide or boat, occupancy of a room. */
  readonly capacity: number | null;
  readonly capacityKind: CapacityKind;
  /** Null: one of a vehicle, none of a guide or boat. */
  readonly driversEach: number | null;
  readonly supplierFree: SupplierFreeRule | null;
  /** The vehicles of this line are counted (per vehicle in use), or this room is what a room supplement compares with. */
  readonly ofLineId: string | null;
  /** A percentage: of which base-price lines; null is all others. */
  readonly ofLineIds: readonly string[] | null;
  readonly percent: string | null;
  /** Its own rate, in the quote's mode; null is inherited from the day, the quote, the workspace. */
  readonly ratePercent: string | null;
  readonly vatTreatment: VatTreatment;
};

export type CostingDay = { readonly id: string; readonly ratePercent: string | null };

/** A part of the running total, an amount for the group, or an amount for each payer. */
export type Discount = { readonly name: string; readonly kind: "percent" | "amount" | "perPayer"; readonly value: string };

export type Instalment = {
  readonly name: string;
  /** Null is at booking. */
  readonly daysBeforeDeparture: number | null;
  readonly percent: string;
};

export type Costing = {
  readonly currency: string;
  readonly workspaceCurrency: string;
  /** Units of the workspace's currency for one unit, frozen with the quote. */
  readonly exchangeRates: readonly { readonly currency: string; readonly rate: string }[];
  /** Added to the cost of every line in another currency than the quote's. */
  readonly bufferPercent: string;
  readonly bases: readonly number[];
  /** Among the payers of every base; free places, leaders and drivers are adults. */
  readonly children: number;
  readonly leaders: number;
  readonly freePlaces: FreePlaceRule;
  readonly mode: PricingMode;
  readonly ratePercent: string | null;
  readonly workspaceRate: { readonly mode: PricingMode; readonly percent: string } | null;
  /** The rate of what free places cost; null is the quote's. */
  readonly freePlacesRatePercent: string | null;
  readonly rounding: Rounding;
  readonly vat: { readonly regime: "margin" | "none"; readonly percent: string };
  readonly discounts: readonly Discount[];
  readonly days: readonly CostingDay[];
  readonly lines: readonly CostingLine[];
  readonly paymentPlan: readonly Instalment[];
  readonly bookedOn: Day | null;
  readonly departsOn: Day | null;
};

const ROOMS: ReadonlySet<QuantityType> = new Set(["roomShared", "roomWhole"]);
const PERSONS: ReadonlySet<QuantityType> = new Set(["perPerson", "perAdult", "perChild"]);

export const isRoom = (type: QuantityType): boolean => ROOMS.has(type);
export const isPerPerson = (type: QuantityType): boolean => PERSONS.has(type);

/** A single or triple compared with the room of the base price: costs the difference of a place. */
export const isRoomSupplement = (line: CostingLine): boolean => line.part !== "base" && isRoom(line.quantityType) && line.ofLineId !== null;

/** Drivers come with the vehicles of the base price: one each unless typed; with a guide or a boat none. */
export function driversEachOf({ part, quantityType, driversEach, capacityKind }: CostingLine): number {
  if (part !== "base" || quantityType !== "perCapacity") return 0;
  return driversEach ?? (capacityKind === "vehicle" ? 1 : 0);
}
