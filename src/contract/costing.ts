/** A costing on the wire: what a group price is made of. Its rules are the domain's; here only shapes and limits. */
import { z } from "zod";
import { currency, day, decimal, positiveDecimal, text } from "#contract/common.ts";
import { QUANTITY_TYPES } from "#domain/product/product.ts";
import { CAPACITY_KINDS, CONSUMERS, LINE_PARTS, PRICING_MODES, ROUNDING_STEPS, VAT_TREATMENTS } from "#domain/quote/costing.ts";

export const MAX_LINES = 300;
export const MAX_DAYS = 100;
export const MAX_BASES = 12;
export const MAX_PAYERS = 500;

/** A key of the caller's own, unique in the costing. */
const key = text(60);
export const count = (max: number) => z.number().max(max);
export const percent = z
  .string()
  .regex(/^-?\d{1,4}(\.\d{1,4})?$/, { error: "rate.invalid" })
  .meta({ example: "18" });
export const exchangeRate = z
  .string()
  .regex(/^\d{1,10}(\.\d{1,10})?$/, { error: "rate.invalid" })
  .meta({ example: "0.9213" });

export const freePlaces = z
  .discriminatedUnion("rule", [
    z.object({ rule: z.literal("none") }),
    z.object({ rule: z.enum(["afterPaying", "oneIn", "onPayers"]), n: count(MAX_PAYERS) }),
    z.object({ rule: z.literal("thresholds"), thresholds: z.array(count(MAX_PAYERS)).min(1).max(50).readonly() }),
  ])
  .meta({ description: "The client's free places: counted on heads (after n paying, one in n), on payers, or by thresholds." });

export const rounding = z.discriminatedUnion("to", [
  z.object({ to: z.literal("none") }),
  z.object({ to: z.enum(["nearest", "up"]), step: z.enum(ROUNDING_STEPS) }),
]);

export const vat = z.object({ regime: z.enum(["margin", "none"]), percent });

const line = z
  .object({
    id: key,
    dayId: key.nullable().default(null),
    name: text(200),
    part: z.enum(LINE_PARTS).default("base"),
    quantityType: z.enum(QUANTITY_TYPES),
    unitCost: decimal.default("0"),
    currency: currency.optional(),
    repetitions: count(1000).default(1),
    consumers: z.array(z.enum(CONSUMERS)).max(CONSUMERS.length).default(["payers", "freePlaces"]),
    capacity: count(100_000).nullable().default(null),
    capacityKind: z.enum(CAPACITY_KINDS).default("vehicle"),
    driversEach: count(20).nullable().default(null),
    supplierFree: z
      .object({ rule: z.enum(["after", "oneIn"]), n: count(MAX_PAYERS), counts: z.array(z.enum(CONSUMERS)).nullable().default(null) })
      .nullable()
      .default(null),
    ofLineId: key.nullable().default(null),
    ofLineIds: z.array(key).max(50).nullable().default(null),
    percent: percent.nullable().default(null),
    ratePercent: percent.nullable().default(null),
    vatTreatment: z.enum(VAT_TREATMENTS).default("eu"),
  })
  .meta({
    id: "CostingLine",
    description:
      "unitCost is per unit in the line's currency (the quote's unless given); repetitions are nights, days or services; capacity is seats, heads of a guide, or the occupancy of a room. ofLineId names the vehicle counted (perVehicleInUse) or the room a room supplement compares with; ofLineIds what a percentage is of (null: all other base-price lines). ratePercent is the line's own rate in the costing's mode.",
  });

const discount = z.object({ name: text(120), kind: z.enum(["percent", "amount", "perPayer"]), value: positiveDecimal });
const instalment = z.object({ name: text(120), daysBeforeDeparture: count(2000).nullable().default(null), percent: positiveDecimal });

/** Defaults stand for what an agency mostly means; currency, rates and mark-up or margin come from the agency's settings. */
export const costingBody = z
  .object({
    currency: currency.optional(),
    exchangeRates: z
      .array(z.object({ currency, rate: exchangeRate }))
      .max(60)
      .default([]),
    bufferPercent: percent.default("0"),
    bases: z.array(count(MAX_PAYERS)).max(MAX_BASES),
    children: count(MAX_PAYERS).default(0),
    leaders: count(100).default(0),
    freePlaces: freePlaces.default({ rule: "none" }),
    mode: z.enum(PRICING_MODES).optional(),
    ratePercent: percent.nullable().default(null),
    freePlacesRatePercent: percent.nullable().default(null),
    rounding: rounding.default({ to: "none" }),
    vat: vat.default({ regime: "none", percent: "0" }),
    discounts: z.array(discount).max(20).default([]),
    days: z
      .array(z.object({ id: key, ratePercent: percent.nullable().default(null) }))
      .max(MAX_DAYS)
      .default([]),
    lines: z.array(line).max(MAX_LINES),
    paymentPlan: z.array(instalment).max(12).default([]),
    bookedOn: day.nullable().optional(),
    departsOn: day.nullable().default(null),
    /** A group to be told the Total of, with who takes which supplement or option. */
    group: z
      .object({
        payers: count(MAX_PAYERS),
        taken: z
          .array(z.object({ lineId: key, takers: count(MAX_PAYERS) }))
          .max(MAX_LINES)
          .default([]),
      })
      .optional(),
    /** The price the chart by group size is drawn for; without it, that of the first base. */
    soldPrice: decimal.optional(),
    explain: z.boolean().default(true),
  })
  .meta({ id: "Costing" });
