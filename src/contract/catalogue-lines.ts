import { z } from "zod";
import { currency, day, id } from "#contract/common.ts";
import { endpoint } from "#contract/endpoint.ts";
import { quoteSheet, sheetDay, sheetLine } from "#contract/quote-sheet.ts";
import { CATALOGUE_WARNINGS } from "#domain/quote/catalogue-lines.ts";

const MOST_PARTS = 100;

/** A day ready to be put into a sheet: its lines have no ids yet. */
const catalogueDay = sheetDay
  .omit({ id: true, ratePercent: true })
  .extend({
    on: day.nullable(),
    lines: z
      .array(z.object({ line: sheetLine.omit({ id: true, dayId: true }), warnings: z.array(z.enum(CATALOGUE_WARNINGS)).readonly() }))
      .readonly(),
  })
  .meta({ id: "CatalogueDay" });

export const catalogueLineEndpoints = {
  linesFromCatalogue: endpoint({
    id: "linesFromCatalogue",
    method: "POST",
    path: "/quotes/lines-from-catalogue",
    tag: "quotes",
    access: "read",
    summary:
      "Products, steps (each a day of its own) or a trip template of the catalogue as days and lines for a quote, priced for their dates: day k falls on departsOn + k − 1. Nothing is stored. Warnings: noPeriod (price periods exist, none holds the day), noCost, noRate (its currency has no rate).",
    body: z
      .object({
        /** The quote's. */
        currency,
        departsOn: day.nullable().default(null),
        /** Which day of the trip the first one is. */
        dayNumber: z.int().min(1).max(400).default(1),
        productIds: z.array(id).min(1).max(MOST_PARTS).optional(),
        stepIds: z.array(id).min(1).max(MOST_PARTS).optional(),
        tripTemplateId: id.optional(),
      })
      .refine(({ productIds, stepIds, tripTemplateId }) => [productIds, stepIds, tripTemplateId].filter(Boolean).length === 1, {
        error: "value.required",
        path: ["productIds"],
      })
      .meta({ id: "CatalogueLinesQuestion", description: "Exactly one of productIds, stepIds and tripTemplateId." }),
    returns: z
      .object({
        days: z.array(catalogueDay).readonly(),
        /** The agency's newest rates of the currencies among the lines, other than the quote's. */
        exchangeRates: quoteSheet.shape.exchangeRates,
        /** Names of what was deleted from the catalogue meanwhile: it is not among the lines. */
        leftOut: z.array(z.string()),
      })
      .meta({ id: "CatalogueLines" }),
    refuses: ["request.forbidden", "request.invalid"],
  }),
};
