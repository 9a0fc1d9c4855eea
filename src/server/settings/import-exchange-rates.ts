import { sql } from "kysely";
import { exchangeRateEndpoints } from "#contract/exchange-rate.ts";
import { addYears, type Day } from "#domain/shared/day.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { mayChangeSettings } from "#domain/workspace/policy.ts";
import { ratesIn, readReferenceRates, type AgencyRate } from "#domain/workspace/reference-rates.ts";
import type { ReadTx, WriteTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { newId } from "#server/platform/new-id.ts";

/** The whole history of the bank as XML has eight million bytes. */
const MOST_BYTES = 20_000_000;
const AT_ONCE = 5000;
const YEARS_KEPT = -2;
export const BANK = "ECB";

export const importExchangeRates = handle(exchangeRateEndpoints.importExchangeRates, {
  subject: nothing,
  allow: mayChangeSettings,
  run: async ({ tx, query, request }) => {
    const rates = ratesOf(tx, request.upload?.bytes, query.since ?? addYears(tx.today, YEARS_KEPT));
    const written = await writeRates(tx, rates);
    const days = rates.map(({ onDay }) => onDay).toSorted();
    const answer = {
      written,
      unchanged: rates.length - written,
      days: new Set(days).size,
      currencies: new Set(rates.map(({ currency }) => currency)).size,
      from: days[0] ?? null,
      until: days.at(-1) ?? null,
    };
    if (written > 0) tell(tx, answer);
    return answer;
  },
});

function ratesOf(tx: ReadTx, bytes: Buffer | undefined, since: Day): AgencyRate[] {
  if (!bytes || bytes.length === 0) throw refuseField("/file", "value.required");
  if (bytes.length > MOST_BYTES)
    throw new Refusal("request.tooLarge", { limitBytes: MOST_BYTES }, [{ pointer: "/file", code: "file.tooLarge" }]);
  const days = readReferenceRates(bytes.toString("utf8"));
  if (!days) throw refuseField("/file", "rates.unreadable");
  const wanted = days.filter(({ day }) => day >= since && day <= tx.today);
  if (wanted.length === 0) throw refuseField("/file", "rates.noDay");
  const rates = wanted.flatMap((day) => ratesIn(tx.agency.currency, day));
  if (rates.length === 0) throw refuseField("/file", "rates.noOwn");
  // A day that stands twice in the file counts once, as it was written last.
  return [...new Map(rates.map((rate) => [`${rate.currency} ${rate.onDay}`, rate])).values()];
}

/** Those that are the same already are left: of the others, what they replace is kept for taking the file back. */
async function writeRates(tx: WriteTx, rates: readonly AgencyRate[]): Promise<number> {
  let written = 0;
  for (let at = 0; at < rates.length; at += AT_ONCE) {
    const { rows } = await sql<{ count: string }>`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rates.slice(at, at + AT_ONCE))}::jsonb) as g("currency" text, "onDay" date, "rate" numeric)
      ), written as (
        insert into exchange_rate as e (workspace_id, currency, on_day, rate, source, change_id, replaced)
        select ${tx.actor.workspaceId}, g.currency, g."onDay", g.rate, ${BANK}, ${tx.change.id}::uuid, null from given g
        on conflict (workspace_id, currency, on_day) do update set rate = excluded.rate, source = excluded.source, change_id = excluded.change_id,
          replaced = jsonb_build_object('rate', e.rate::text, 'source', e.source)
        where e.rate <> excluded.rate returning 1
      )
      select count(*) as count from written`.execute(tx.db);
    written += Number(rows[0]?.count ?? 0);
  }
  return written;
}

type Told = { readonly written: number; readonly currencies: number; readonly from: Day | null; readonly until: Day | null };

function tell(tx: WriteTx, { written, currencies, from, until }: Told): void {
  tx.change.tell({
    kind: "rate.imported",
    type: "rate",
    id: newId(),
    name: BANK,
    fields: {
      rates: { from: null, to: written },
      currencies: { from: null, to: currencies },
      from_day: { from: null, to: from },
      until_day: { from: null, to: until },
    },
  });
}
