import { sql, type RawBuilder } from "kysely";
import { quoteRecordEndpoints } from "#contract/quote-endpoints.ts";
import { mayReadOpportunities } from "#domain/opportunity/policy.ts";
import { mayReadQuotes } from "#domain/quote/policy.ts";
import { foldText } from "#domain/shared/text.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { cursorValues, orderOf, readKeyset, readPage, type SortFields } from "#server/platform/keyset.ts";
import { searchTerms } from "#server/platform/search-terms.ts";
import { presentQuote, quoteColumns, quoteJoins, type QuoteRow } from "#server/quote/present-quote.ts";

const ORDERS: SortFields = {
  updatedAt: { expression: sql.raw("q.updated_at"), cast: "timestamptz", nullable: false },
  number: { expression: sql.raw("q.number"), cast: "text", nullable: false },
  name: { expression: sql.raw("q.name"), cast: "text", nullable: false, collate: true },
  departsOn: { expression: sql.raw("q.departs_on"), cast: "date", nullable: true },
  validUntil: { expression: sql.raw("q.valid_until"), cast: "date", nullable: true },
};
const ID = sql.raw("q.id");

export const listQuotes = handle(quoteRecordEndpoints.listQuotes, {
  subject: nothing,
  allow: mayReadQuotes,
  run: async ({ tx, query }) => {
    const { sort, cursor, limit, count, ...filter } = query;
    const keyset = readKeyset(ORDERS, sort, { cursor, filters: filter });
    const conditions = conditionsOf(tx, filter);
    const page = await readPage(
      keyset,
      limit,
      async (piece, most) => {
        const found = sql`select q.*, ${cursorValues(keyset)} as cursor_values from quote q where ${conditions} and ${piece} ${orderOf(keyset, ID)} limit ${most}`;
        return (await sql<QuoteRow>`select ${quoteColumns(tx)} from (${found}) q ${quoteJoins} ${orderOf(keyset, ID)}`.execute(tx.db)).rows;
      },
      ID,
    );
    const total = count
      ? await sql<{ count: string }>`select count(*) as count from quote q where ${conditions}`.execute(tx.db)
      : undefined;
    return {
      data: page.rows.map((row) => presentQuote(tx, row)),
      page: { nextCursor: page.nextCursor },
      ...(total ? { total: Number(total.rows[0]?.count ?? 0) } : {}),
    };
  },
});

type Filter = {
  readonly q?: string | undefined;
  readonly status?: readonly string[] | undefined;
  readonly opportunityId?: readonly string[] | undefined;
  readonly clientId?: readonly string[] | undefined;
  readonly managerId?: readonly string[] | undefined;
  readonly chosen?: boolean | undefined;
  readonly "departsOn[gte]"?: string | undefined;
  readonly "departsOn[lte]"?: string | undefined;
};

/** Workspace and visibility are the row policy's; what the right to opportunities hides is left out here. */
function conditionsOf(tx: ReadTx, filter: Filter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [
    sql<boolean>`q.workspace_id = ${tx.actor.workspaceId} and q.deleted_at is null and not q.owner_deleted`,
  ];
  if (!mayReadOpportunities(tx.actor)) conditions.push(sql<boolean>`q.opportunity_id is null`);
  const anyOf = (column: string, values: readonly string[] | undefined): void => {
    const [only] = values ?? [];
    if (only !== undefined && values?.length === 1) conditions.push(sql<boolean>`${sql.ref(column)} = ${only}`);
    else if (values?.length) conditions.push(sql<boolean>`${sql.ref(column)} = any (${values})`);
  };
  anyOf("q.opportunity_id", filter.opportunityId);
  anyOf("q.client_id", filter.clientId);
  anyOf("q.manager_id", filter.managerId);
  if (filter.status?.length) conditions.push(statusCondition(tx, filter.status));
  if (filter.chosen !== undefined) conditions.push(sql<boolean>`q.chosen_number is ${sql.raw(filter.chosen ? "not null" : "null")}`);
  if (filter["departsOn[gte]"]) conditions.push(sql<boolean>`q.departs_on >= ${filter["departsOn[gte]"]}::date`);
  if (filter["departsOn[lte]"]) conditions.push(sql<boolean>`q.departs_on <= ${filter["departsOn[lte]"]}::date`);
  // "like" would be taken for rare under a policy, and the order not be used. Fewer than three letters begin a word.
  for (const word of searchTerms(filter.q).map(foldText))
    conditions.push(sql<boolean>`strpos(quote_words(q.number, q.name), ${word.length < 3 ? ` ${word}` : word}::text) > 0`);
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

/** Expired is a sent one whose validity has passed: never written. */
function statusCondition(tx: ReadTx, wanted: readonly string[]): RawBuilder<boolean> {
  const passed = sql`q.valid_until < ${tx.today}::date`;
  const parts = wanted.map((status) => {
    if (status === "expired") return sql<boolean>`(q.status = 'sent' and ${passed})`;
    if (status === "sent") return sql<boolean>`(q.status = 'sent' and (q.valid_until is null or not ${passed}))`;
    return sql<boolean>`q.status = ${status}`;
  });
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
