import type { z } from "zod";
import { catalogueLineEndpoints } from "#contract/catalogue-lines.ts";
import { mayReadCatalogue } from "#domain/product/policy.ts";
import { dayOfProducts, daysOfTemplate, type CatalogueDay, type Pricing } from "#domain/quote/catalogue-lines.ts";
import { mayPrice } from "#domain/quote/policy.ts";
import type { FrozenRate } from "#domain/quote/quote-sheet.ts";
import { addDays } from "#domain/shared/day.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import type { TemplateDay } from "#domain/step/step.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { findProducts, findSteps } from "#server/quote/catalogue-records.ts";
import { newestRates, withoutZeros } from "#server/settings/exchange-rates.ts";
import { findPart } from "#server/step/part-store.ts";

type Question = z.output<typeof catalogueLineEndpoints.linesFromCatalogue.body>;
type Priced = { readonly days: readonly CatalogueDay[]; readonly leftOut: readonly string[] };

/** Costs are what it answers: for whoever may see them. */
export const linesFromCatalogue = handle(catalogueLineEndpoints.linesFromCatalogue, {
  subject: nothing,
  allow: (actor) => mayPrice(actor) && mayReadCatalogue(actor),
  run: async ({ tx, body }) => {
    const rates = await ratesOf(tx);
    const { departsOn, dayNumber, currency } = body;
    const on = departsOn === null ? null : addDays(departsOn, dayNumber - 1);
    const currencies = new Set([currency, tx.agency.currency, ...rates.map((rate) => rate.currency)]);
    const { days, leftOut } = await priced(tx, body, { on, currencies });
    const used = new Set(days.flatMap(({ lines }) => lines.map(({ line }) => line.currency)));
    return {
      days,
      exchangeRates: rates.filter((rate) => rate.currency !== currency && used.has(rate.currency)),
      leftOut: [...new Set(leftOut)],
    };
  },
});

async function ratesOf(tx: ReadTx): Promise<FrozenRate[]> {
  const rows = await newestRates(tx);
  return rows.map(({ currency, rate, on_day, source }) => ({ currency, rate: withoutZeros(rate), onDay: on_day, source }));
}

async function priced(tx: ReadTx, { productIds, stepIds, tripTemplateId }: Question, pricing: Pricing): Promise<Priced> {
  if (productIds) return ofProducts(tx, productIds, pricing);
  if (stepIds) return ofSteps(tx, stepIds, pricing);
  return ofTemplate(tx, tripTemplateId ?? "", pricing);
}

async function ofProducts(tx: ReadTx, ids: readonly string[], pricing: Pricing): Promise<Priced> {
  const { byId, deleted } = await findProducts(tx, ids);
  refuseUnknown("productIds", ids, byId);
  return { days: [dayOfProducts(there(ids, byId), pricing)], leftOut: deleted };
}

/** Each a day of its own, one after the other. */
async function ofSteps(tx: ReadTx, ids: readonly string[], pricing: Pricing): Promise<Priced> {
  const { byId, deleted } = await findSteps(tx, ids);
  refuseUnknown("stepIds", ids, byId);
  const days = daysOfTemplate({ days: there(ids, byId).map((step) => ({ title: null, steps: [step] })) }, pricing);
  return { days, leftOut: deleted };
}

async function ofTemplate(tx: ReadTx, id: string, pricing: Pricing): Promise<Priced> {
  const template = await findPart(tx, "trip_template", id);
  if (!template || template.deleted_at) throw refuseField("/tripTemplateId", "reference.unknown");
  const planned = template.days as unknown as TemplateDay[];
  const { byId, deleted } = await findSteps(
    tx,
    planned.flatMap(({ stepIds }) => stepIds),
  );
  const days = daysOfTemplate({ days: planned.map(({ title, stepIds }) => ({ title, steps: there(stepIds, byId) })) }, pricing);
  return { days, leftOut: deleted };
}

function there<Part>(ids: readonly string[], byId: ReadonlyMap<string, Part>): Part[] {
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function refuseUnknown(field: string, ids: readonly string[], byId: ReadonlyMap<string, unknown>): void {
  const problems = ids.flatMap((id, index) => (byId.has(id) ? [] : [{ pointer: `/${field}/${index}`, code: "reference.unknown" }]));
  if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
}
