import { sql, type RawBuilder } from "kysely";
import { formatAmount } from "#domain/shared/money.ts";
import { conditionsOf, type OpportunityFilter } from "#server/opportunity/opportunity-filter.ts";
import type { ReadTx } from "#server/platform/database.ts";

type Spread = { readonly average: string | null; readonly median: string | null; readonly min: string | null; readonly max: string | null };
type Row = { readonly amount: Spread; readonly pax: Spread; readonly unknown_pax: string };

/** Average, median, least and most over everything that matches; what is not known is left out. */
export async function spreadOf(tx: ReadTx, filter: OpportunityFilter) {
  const { rows } = await sql<Row>`
    select ${spread(sql.ref("amount"), 0)} as amount, ${spread(sql.ref("pax"), 1)} as pax, count(*) - count(pax) as unknown_pax
    from (
      select case when o.amount_minor = 0 and o.amount_source = 'products' then null else o.total_home_minor end as amount, o.pax
      from opportunity o where ${conditionsOf(tx, filter)} and o.deleted_at is null
    ) known`.execute(tx.db);
  const { amount, pax, unknown_pax } = rows[0] ?? { amount: NOTHING, pax: NOTHING, unknown_pax: "0" };
  const { currency } = tx.agency;
  const money = (minor: string | null) => (minor === null ? null : { amount: formatAmount(BigInt(minor), currency), currency });
  return { amount: each(amount, money), pax: each(pax, (n) => (n === null ? null : Number(n))), unknownPax: Number(unknown_pax) };
}

const NOTHING: Spread = { average: null, median: null, min: null, max: null };

/** As text: minor units of large amounts do not go through a float. */
function spread(of: RawBuilder<unknown>, digits: number): RawBuilder<unknown> {
  const middle = sql`(percentile_disc(0.5) within group (order by ${of}) + percentile_disc(0.5) within group (order by ${of} desc)) / 2.0`;
  return sql`json_build_object(
    'average', round(avg(${of}), ${sql.lit(digits)})::text, 'median', round(${middle}, ${sql.lit(digits)})::text,
    'min', min(${of})::text, 'max', max(${of})::text)`;
}

function each<Value>({ average, median, min, max }: Spread, as: (text: string | null) => Value) {
  return { average: as(average), median: as(median), min: as(min), max: as(max) };
}
