import { exchangeRateEndpoints } from "#contract/exchange-rate.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing, signedIn } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";

/** The newest rate of each currency to the agency's. */
export function newestRates(tx: ReadTx) {
  return tx.db
    .selectFrom("exchange_rate")
    .distinctOn("currency")
    .select(["currency", "rate", "on_day", "source"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .orderBy("currency")
    .orderBy("on_day", "desc")
    .execute();
}

export const listExchangeRates = handle(exchangeRateEndpoints.listExchangeRates, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => {
    const rows = await newestRates(tx);
    return {
      currency: tx.agency.currency,
      data: rows.map((row) => ({ currency: row.currency, rate: withoutZeros(row.rate), onDay: row.on_day, source: row.source })),
    };
  },
});

export const setExchangeRate = handle(exchangeRateEndpoints.setExchangeRate, {
  subject: nothing,
  allow: mayChangeSettings,
  run: async ({ tx, params, body }) => {
    if (params.currency === tx.agency.currency || Number(body.rate) === 0)
      throw new Refusal("request.invalid", {}, [{ pointer: "/rate", code: "rate.invalid" }]);
    const row = {
      workspace_id: tx.actor.workspaceId,
      currency: params.currency,
      on_day: tx.today,
      rate: body.rate,
      source: body.source ?? "typed",
    };
    const before = await tx.db
      .selectFrom("exchange_rate")
      .select("rate")
      .where("workspace_id", "=", row.workspace_id)
      .where("currency", "=", row.currency)
      .orderBy("on_day", "desc")
      .executeTakeFirst();
    await tx.db
      .insertInto("exchange_rate")
      .values(row)
      .onConflict((conflict) =>
        conflict.columns(["workspace_id", "currency", "on_day"]).doUpdateSet({ rate: row.rate, source: row.source }),
      )
      .execute();
    tx.change.tell({
      kind: "rate.set",
      type: "rate",
      id: newId(),
      name: row.currency,
      fields: { rate: { from: before?.rate ?? null, to: body.rate } },
    });
    return { currency: row.currency, rate: withoutZeros(body.rate), onDay: row.on_day, source: row.source };
  },
});

function withoutZeros(rate: string): string {
  return rate.includes(".") ? rate.replace(/0+$/, "").replace(/\.$/, "") : rate;
}
