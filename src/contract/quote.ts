import { z } from "zod";
import { costingBody } from "#contract/costing.ts";
import { currency, day, decimal } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { PRICING_MODES } from "#domain/quote/costing.ts";
import { FIGURES } from "#domain/quote/explanation.ts";

const term = z.object({
  sign: z.enum(["", "+", "-", "×", "÷"]),
  figure: z.enum(FIGURES),
  value: z.string(),
  lineId: z.string().optional(),
});

type Explained = {
  figure: (typeof FIGURES)[number];
  lineId?: string | undefined;
  value: string;
  isExact: boolean;
  rounded: { to: "down" | "up" | "nearest"; step: string } | null;
  terms: readonly z.output<typeof term>[];
  parts: readonly Explained[];
};

/** How a figure came about; × and ÷ go before + and −, the parts are the figures among its terms. */
const explanation: z.ZodType<Explained> = z
  .object({
    figure: z.enum(FIGURES),
    lineId: z.string().optional(),
    value: z.string(),
    isExact: z.boolean(),
    rounded: z.object({ to: z.enum(["down", "up", "nearest"]), step: z.string() }).nullable(),
    terms: z.array(term).readonly(),
    get parts() {
      return z.array(explanation).readonly();
    },
  })
  .meta({ id: "Explanation" });

const explained = z.object({
  freePlaces: explanation,
  drivers: explanation,
  price: explanation,
  extras: z.array(explanation).readonly(),
  sales: explanation,
  revenue: explanation,
  cost: explanation,
  margin: explanation,
  roundingGain: explanation,
  vatOnMargin: explanation,
  vatStandard: explanation,
  netMargin: explanation,
});

const vat = z.object({ onMargin: decimal, standard: decimal, total: decimal }).meta({ description: "An estimate, not tax advice." });

const total = z
  .object({
    payers: z.int(),
    base: z.int(),
    freePlaces: z.int(),
    leaders: z.int(),
    drivers: z.int(),
    price: decimal,
    sales: decimal,
    discounts: z.array(decimal),
    revenue: decimal,
    cost: decimal,
    margin: decimal,
    marginPercent: z.string().nullable(),
    markupPercent: z.string().nullable(),
    vat,
    netMargin: decimal,
    extras: z.array(z.object({ lineId: z.string(), takers: z.int(), price: decimal })),
  })
  .meta({ id: "GroupTotal" });

const column = z
  .object({
    payers: z.int(),
    exactPrice: z.string(),
    price: decimal,
    roundingGain: decimal,
    lines: z.array(z.object({ lineId: z.string(), cost: decimal, perPayer: decimal })),
    freePlacesCost: decimal,
    freePlacesPerPayer: decimal,
    extras: z.array(z.object({ lineId: z.string(), price: decimal })),
    total,
    explanation: explained.optional(),
  })
  .meta({ id: "PriceColumn" });

const pricedQuote = z
  .object({
    currency,
    mode: z.enum(PRICING_MODES),
    /** Each line's rate and where it was found: shown grey when inherited. */
    rates: z.array(z.object({ lineId: z.string(), percent: z.string(), origin: z.enum(["line", "day", "quote", "workspace"]) })),
    bases: z.array(column),
    breakEven: z.object({
      soldPrice: decimal,
      payers: z.int().nullable(),
      upTo: z.int(),
      negativeAgain: z.array(z.int()),
      sizes: z.array(z.object({ payers: z.int(), margin: decimal })),
    }),
    total: total.nullable(),
    /** Of the group's total, else of the first base. */
    paymentPlan: z.array(
      z.object({ names: z.array(z.string()), dueOn: day.nullable(), isAtBooking: z.boolean(), percent: z.string(), amount: decimal }),
    ),
  })
  .meta({ id: "PricedQuote", description: "Amounts are decimal strings in the quote's currency." });

export const quoteEndpoints = {
  priceQuote: endpoint({
    id: "priceQuote",
    method: "POST",
    path: "/quotes/price",
    tag: "quotes",
    access: "read",
    summary: "Prices a group: a costing in, the grid by group size with its explanation out; nothing is stored.",
    body: costingBody,
    returns: pricedQuote,
    refuses: ["request.forbidden", "request.invalid"],
  }),
};
