import { refuseField } from "#domain/shared/refusal.ts";
import type { Columns } from "#server/opportunity/opportunity-store.ts";
import type { ReadTx } from "#server/platform/database.ts";

/** The newest rate of a currency to the agency's, to be frozen on a record with its date and source. */
export async function rateColumns(tx: ReadTx, currency: string): Promise<Columns> {
  if (currency === tx.agency.currency) return { currency, rate: "1", rate_on: null, rate_source: null };
  const found = await tx.db
    .selectFrom("exchange_rate")
    .select(["rate", "on_day", "source"])
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("currency", "=", currency)
    .orderBy("on_day", "desc")
    .executeTakeFirst();
  if (!found) throw refuseField("/currency", "rate.missing");
  return { currency, rate: found.rate, rate_on: found.on_day, rate_source: found.source };
}
