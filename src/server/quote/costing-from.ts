import type { z } from "zod";
import type { costingBody } from "#contract/costing.ts";
import type { Costing, PricingMode } from "#domain/quote/costing.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { newestRates } from "#server/settings/exchange-rates.ts";

type Body = z.output<typeof costingBody>;

/** What a costing leaves out is the agency's: its currency, its rates of other currencies, its mark-up or margin, today. */
export async function costingFrom(tx: ReadTx, body: Body): Promise<Costing> {
  const { defaultRate, exchangeRates } = await agencyOf(tx);
  const currency = body.currency ?? tx.agency.currency;
  const typed = new Set(body.exchangeRates.map((rate) => rate.currency));
  return {
    ...body,
    currency,
    workspaceCurrency: tx.agency.currency,
    exchangeRates: [...body.exchangeRates, ...exchangeRates.filter((rate) => !typed.has(rate.currency))],
    mode: body.mode ?? defaultRate.mode,
    workspaceRate: defaultRate,
    lines: body.lines.map((line) => ({ ...line, currency: line.currency ?? currency })),
    bookedOn: body.bookedOn === undefined ? tx.today : body.bookedOn,
  };
}

async function agencyOf(tx: ReadTx) {
  const agency = await tx.db
    .selectFrom("workspace")
    .select(["default_rate_mode", "default_rate_percent"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .executeTakeFirstOrThrow();
  const defaultRate = { mode: agency.default_rate_mode as PricingMode, percent: agency.default_rate_percent };
  return { defaultRate, exchangeRates: await newestRates(tx) };
}
