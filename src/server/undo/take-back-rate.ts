import { sql } from "kysely";
import { Refusal } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import type { WriteTx } from "#server/platform/database.ts";
import { newId } from "#server/platform/new-id.ts";
import { rateOn, removeRate, tellRemoved, withoutZeros, writeRate } from "#server/settings/exchange-rates.ts";
import type { StoredFact } from "#server/undo/stored-fact.ts";

/** A rate that was set, removed or came with a file; returns the fields a later change holds. */
export async function takeBackRate(tx: WriteTx, fact: StoredFact, force: boolean): Promise<string[]> {
  if (!mayChangeSettings(tx.actor)) throw new Refusal("request.forbidden");
  if (fact.kind === "rate.imported") return takeBackImported(tx, fact);
  const currency = fact.record_name;
  const value = (field: string, side: "from" | "to"): string | null => (fact.fields[field]?.[side] as string | null | undefined) ?? null;
  const onDay = value("on_day", "to") ?? value("on_day", "from");
  // Told before days were: nobody knows which row it was.
  if (onDay === null) throw new Refusal("undo.impossible");
  const now = await rateOn(tx, currency, onDay);
  const isHeld = (now ? withoutZeros(now.rate) : null) !== value("rate", "to");
  if (isHeld && !force) return ["rate"];
  const [rate, source] = [value("rate", "from"), value("source", "from") ?? "typed"];
  if (rate === null) {
    if (now) {
      await removeRate(tx, now);
      tellRemoved(tx, now);
    }
    return isHeld ? ["rate"] : [];
  }
  await writeRate(tx, { currency, rate, on_day: onDay, source });
  tx.change.tell({
    kind: "rate.set",
    type: "rate",
    id: newId(),
    name: currency,
    fields: {
      rate: { from: now ? withoutZeros(now.rate) : null, to: rate },
      source: { from: now?.source ?? null, to: source },
      on_day: { from: now?.on_day ?? null, to: onDay },
    },
  });
  return isHeld ? ["rate"] : [];
}

/** Rates of the file that nobody set anew since go, or are again what they replaced. */
async function takeBackImported(tx: WriteTx, fact: StoredFact): Promise<string[]> {
  const workspace = tx.actor.workspaceId;
  const { rows } = await sql<{
    change_id: string;
  }>`select change_id from fact where workspace_id = ${workspace} and id = ${fact.id}`.execute(tx.db);
  const changeId = rows[0]?.change_id;
  await sql`delete from exchange_rate where workspace_id = ${workspace} and change_id = ${changeId} and replaced is null`.execute(tx.db);
  await sql`update exchange_rate set rate = (replaced ->> 'rate')::numeric, source = replaced ->> 'source', change_id = ${tx.change.id}, replaced = null
    where workspace_id = ${workspace} and change_id = ${changeId}`.execute(tx.db);
  const fields = Object.fromEntries(Object.entries(fact.fields).map(([field, { from, to }]) => [field, { from: to, to: from }]));
  tx.change.tell({ kind: "rate.deleted", type: "rate", id: newId(), name: fact.record_name, fields });
  return [];
}
