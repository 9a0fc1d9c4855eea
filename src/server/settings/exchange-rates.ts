import { sql } from "kysely";
import { exchangeRateEndpoints, type ExchangeRate } from "#contract/exchange-rate.ts";
import type { Day } from "#domain/shared/day.ts";
import { Refusal, type FieldProblem } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
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

type RateRow = { readonly currency: string; readonly rate: string; readonly on_day: Day; readonly source: string };

function present({ currency, rate, on_day, source }: RateRow): ExchangeRate {
  return { currency, rate: withoutZeros(rate), onDay: on_day, source };
}

export const listExchangeRates = handle(exchangeRateEndpoints.listExchangeRates, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx }) => ({ currency: tx.agency.currency, data: (await newestRates(tx)).map(present) }),
});

export const listExchangeRateHistory = handle(exchangeRateEndpoints.listExchangeRateHistory, {
  subject: nothing,
  allow: signedIn,
  run: async ({ tx, query: { currency, limit, before } }) => {
    let rows = tx.db
      .selectFrom("exchange_rate")
      .select(["currency", "rate", "on_day", "source"])
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("currency", "=", currency)
      .orderBy("on_day", "desc")
      .limit(limit + 1);
    if (before !== undefined) rows = rows.where("on_day", "<", before);
    const found = await rows.execute();
    const data = found.slice(0, limit).map(present);
    return { data, page: { nextBefore: found.length > limit ? (data.at(-1)?.onDay ?? null) : null } };
  },
});

export const addExchangeRate = handle(exchangeRateEndpoints.addExchangeRate, {
  subject: nothing,
  allow: mayChangeSettings,
  run: ({ tx, body: { currency, rate, onDay, source } }) =>
    setRate(tx, { currency, rate, on_day: onDay ?? tx.today, source: source ?? "typed" }),
});

export const setExchangeRate = handle(exchangeRateEndpoints.setExchangeRate, {
  subject: nothing,
  allow: mayChangeSettings,
  run: ({ tx, params, body }) =>
    setRate(tx, { currency: params.currency, rate: body.rate, on_day: tx.today, source: body.source ?? "typed" }),
});

async function setRate(tx: WriteTx, row: RateRow): Promise<ExchangeRate> {
  refuseImpossible(tx, row);
  const before = await rateOn(tx, row.currency, row.on_day);
  await writeRate(tx, row);
  tx.change.tell({
    kind: "rate.set",
    type: "rate",
    id: newId(),
    name: row.currency,
    fields: {
      rate: { from: before ? withoutZeros(before.rate) : null, to: withoutZeros(row.rate) },
      source: { from: before?.source ?? null, to: row.source },
      on_day: { from: before?.on_day ?? null, to: row.on_day },
    },
  });
  return present(row);
}

function refuseImpossible(tx: ReadTx, { currency, rate, on_day }: RateRow): void {
  const problems: FieldProblem[] = [];
  if (currency === tx.agency.currency) problems.push({ pointer: "/currency", code: "rate.own" });
  if (Number(rate) === 0) problems.push({ pointer: "/rate", code: "rate.invalid" });
  if (on_day > tx.today) problems.push({ pointer: "/onDay", code: "rate.future" });
  if (problems.length > 0) throw new Refusal("request.invalid", {}, problems);
}

export async function rateOn(tx: ReadTx, currency: string, onDay: Day): Promise<RateRow | undefined> {
  return tx.db
    .selectFrom("exchange_rate")
    .select(["currency", "rate", "on_day", "source"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("currency", "=", currency)
    .where("on_day", "=", onDay)
    .executeTakeFirst();
}

export async function writeRate(tx: WriteTx, { currency, rate, on_day, source }: RateRow): Promise<void> {
  await sql`insert into exchange_rate (workspace_id, currency, on_day, rate, source, change_id)
    values (${tx.actor.workspaceId}, ${currency}, ${on_day}, ${rate}, ${source}, ${tx.change.id})
    on conflict (workspace_id, currency, on_day) do update
      set rate = excluded.rate, source = excluded.source, change_id = excluded.change_id, replaced = null`.execute(tx.db);
}

export async function removeRate(tx: WriteTx, { currency, on_day }: Pick<RateRow, "currency" | "on_day">): Promise<void> {
  await tx.db
    .deleteFrom("exchange_rate")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("currency", "=", currency)
    .where("on_day", "=", on_day)
    .execute();
}

export const deleteExchangeRate = handle(exchangeRateEndpoints.deleteExchangeRate, {
  subject: async ({ tx, params }) => {
    const row = await rateOn(tx, params.currency, params.onDay);
    if (!row) throw new Refusal("request.notFound");
    return row;
  },
  allow: mayChangeSettings,
  run: async ({ tx, subject }) => {
    await removeRate(tx, subject);
    tellRemoved(tx, subject);
  },
});

export function tellRemoved(tx: WriteTx, { currency, rate, source, on_day }: RateRow): void {
  tx.change.tell({
    kind: "rate.deleted",
    type: "rate",
    id: newId(),
    name: currency,
    fields: { rate: { from: withoutZeros(rate), to: null }, source: { from: source, to: null }, on_day: { from: on_day, to: null } },
  });
}

export function withoutZeros(rate: string): string {
  return rate.includes(".") ? rate.replace(/0+$/, "").replace(/\.$/, "") : rate;
}
