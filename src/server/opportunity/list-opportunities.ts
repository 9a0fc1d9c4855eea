import { sql } from "kysely";
import { opportunityEndpoints } from "#contract/opportunity-endpoints.ts";
import { mayReadOpportunities } from "#domain/opportunity/policy.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { withCustom, withCustomOrders } from "#server/custom-field/custom-conditions.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { cursorValues, joinsOf, readKeyset, readPage, type Keyed, type SortFields } from "#server/platform/keyset.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { conditionsOf, type AskedFilter, type OpportunityFilter } from "#server/opportunity/opportunity-filter.ts";
import { spreadOf } from "#server/opportunity/opportunity-spread.ts";
import { fullRowsOf, presentOpportunity } from "#server/opportunity/present-opportunity.ts";
import { withKnownTags } from "#server/tag/tag-store.ts";

/** The orders of the list, each with its index. Amounts sort by their value in the agency's currency. */
export const OPPORTUNITY_ORDERS: SortFields = {
  name: { expression: sql.raw("o.name"), cast: "text", nullable: false, collate: true },
  number: { expression: sql.raw("o.number"), cast: "text", nullable: false },
  amount: { expression: sql.raw("o.total_home_minor"), cast: "bigint", nullable: false },
  departsOn: { expression: sql.raw("o.departs_on"), cast: "date", nullable: true },
  expectedCloseOn: { expression: sql.raw("o.expected_close_on"), cast: "date", nullable: true },
  createdAt: { expression: sql.raw("o.created_at"), cast: "timestamptz", nullable: false },
  updatedAt: { expression: sql.raw("o.updated_at"), cast: "timestamptz", nullable: false },
  lastTouchAt: { expression: sql.raw("o.last_touch_at"), cast: "timestamptz", nullable: false },
};

const ID = sql.raw("o.id");

export const listOpportunities = handle(opportunityEndpoints.listOpportunities, {
  subject: nothing,
  allow: mayReadOpportunities,
  run: ({ tx, query }) => {
    const { sort, cursor, limit, count, totals, spread, deleted, include: _include, ...filter } = query;
    return pageOf(tx, filter, { sort, cursor, limit, count, totals, spread, deleted });
  },
});

export const searchOpportunities = handle(opportunityEndpoints.searchOpportunities, {
  subject: nothing,
  allow: mayReadOpportunities,
  run: ({ tx, body: { filter, ...asked } }) => pageOf(tx, { filter }, asked),
});

type Asked = {
  readonly sort: string;
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly count?: "exact" | undefined;
  readonly totals?: boolean | undefined;
  readonly spread?: boolean | undefined;
  readonly deleted?: boolean | undefined;
};

async function pageOf(tx: ReadTx, wanted: AskedFilter, { sort, cursor, limit, count, totals, spread, deleted }: Asked) {
  const orders = await withCustomOrders(tx, "opportunity", { orders: OPPORTUNITY_ORDERS, sort });
  const keyset = readKeyset(orders, sort, { cursor, filters: [wanted, deleted] });
  const filter = await withKnownTags(tx, await withCustom(tx, "opportunity", wanted));
  const conditions = sql`${conditionsOf(tx, filter)} and o.deleted_at is ${sql.raw(deleted ? "not null" : "null")}`;
  const page = await readPage(
    keyset,
    limit,
    // The page is found first, on the opportunity alone; names are joined to its rows only.
    async (piece, most, order) => {
      const found = sql<Keyed>`select o.id, ${cursorValues(keyset)} as cursor_values from opportunity o ${joinsOf(keyset)} where ${conditions} and ${piece} ${order} limit ${most}`;
      return (await found.execute(tx.db)).rows;
    },
    ID,
  );
  // The rows first: what is asked about all of them is answered while these are read.
  const [rows, total, sums, between] = await Promise.all([
    fullRowsOf(
      tx,
      page.rows.map(({ id }) => id),
    ),
    count ? countOf(tx, filter, deleted) : undefined,
    totals ? totalsOf(tx, filter) : undefined,
    spread ? spreadOf(tx, filter) : undefined,
  ]);
  return {
    data: rows.map((row) => presentOpportunity(tx, row)),
    page: { nextCursor: page.nextCursor },
    ...(total === undefined ? {} : { total }),
    ...(sums ? { totals: sums } : {}),
    ...(between ? { spread: between } : {}),
  };
}

/** Those that are not deleted. */
export const countOpportunities = (tx: ReadTx, filter: OpportunityFilter): Promise<number> => countOf(tx, filter, false);

async function countOf(tx: ReadTx, filter: OpportunityFilter, deleted: boolean | undefined): Promise<number> {
  const { rows } = await sql<{
    count: string;
  }>`select count(*) as count from opportunity o where ${conditionsOf(tx, filter)} and o.deleted_at is ${sql.raw(deleted ? "not null" : "null")}`.execute(
    tx.db,
  );
  return Number(rows[0]?.count ?? 0);
}

type Sums = {
  count: string;
  amount: string | null;
  likely: string | null;
  margin: string | null;
  pax: string | null;
  unknown: string;
  mixed: boolean | null;
};

/** Sums over all matching rows, of values converted with their frozen rates. */
async function totalsOf(tx: ReadTx, filter: OpportunityFilter) {
  const { rows } = await sql<Sums>`
    select count(*) as count, sum(o.total_home_minor) as amount, sum(o.likely_home_minor) as likely, sum(o.margin_home_minor) as margin,
      sum(o.pax) as pax, count(*) filter (where o.amount_minor = 0 and o.amount_source = 'products') as unknown, bool_or(o.currency <> ${tx.agency.currency}) as mixed
    from opportunity o where ${conditionsOf(tx, filter)} and o.deleted_at is null`.execute(tx.db);
  const [sums] = rows;
  const money = (minor: string | null | undefined) => ({
    amount: formatAmount(BigInt(minor ?? 0), tx.agency.currency),
    currency: tx.agency.currency,
  });
  return {
    count: Number(sums?.count ?? 0),
    amount: money(sums?.amount),
    likely: money(sums?.likely),
    margin: tx.actor.rights.costs ? money(sums?.margin) : null,
    pax: Number(sums?.pax ?? 0),
    unknownAmounts: Number(sums?.unknown ?? 0),
    mixed: sums?.mixed ?? false,
  };
}
