import { sql } from "kysely";
import { boardEndpoints } from "#contract/board.ts";
import { mayReadOpportunities } from "#domain/opportunity/policy.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { Refusal } from "#domain/shared/refusal.ts";
import { withCustom } from "#server/custom-field/custom-conditions.ts";
import { handle } from "#server/platform/handle.ts";
import {
  cursorAfter,
  cursorValues,
  orderOf,
  readKeyset,
  readPage,
  type Keyed,
  type Keyset,
  type SortFields,
} from "#server/platform/keyset.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { conditionsOf, type OpportunityFilter } from "#server/opportunity/opportunity-filter.ts";
import { OPPORTUNITY_ORDERS } from "#server/opportunity/list-opportunities.ts";
import { cardRowsOf, presentCard } from "#server/opportunity/present-opportunity.ts";
import { withKnownTags } from "#server/tag/tag-store.ts";

/** A column is sorted for everyone alike; what is to be done next first, the dearest first, the longest untouched first. */
const ORDERS: SortFields = {
  ...OPPORTUNITY_ORDERS,
  nextActivityOn: { expression: sql.raw("o.next_activity_on"), cast: "date", nullable: true },
};
const SORT = {
  nextActivity: "nextActivityOn,expectedCloseOn",
  expectedCloseOn: "expectedCloseOn",
  departsOn: "departsOn",
  amount: "-amount",
  lastTouchAt: "lastTouchAt",
} as const;
const ID = sql.raw("o.id");
const OPEN = sql<boolean>`o.outcome = 'open' and o.deleted_at is null`;

export const showBoard = handle(boardEndpoints.showBoard, {
  subject: async ({ tx, query }) => findPipeline(tx, query.pipelineId),
  allow: mayReadOpportunities,
  run: async ({ tx, query, subject: pipelineId }) => {
    const { sort, limit, pipelineId: _pipeline, ...asked } = query;
    const keyset = readKeyset(ORDERS, SORT[sort], { cursor: undefined, filters: asked });
    const filter = await withKnownTags(tx, await withCustom(tx, "opportunity", asked));
    const [sums, found] = await Promise.all([
      sumsOf(tx, pipelineId, filter),
      limit === 0 ? [] : firstCards(tx, keyset, { pipelineId, limit, filter }),
    ]);
    const first = sums.map((column) => found.filter((row) => row.stage_id === column.id));
    const cards = await cardRowsOf(
      tx,
      first.flatMap((rows) => rows.slice(0, limit).map(({ id }) => id)),
    );
    const columns = sums.map((column, index) => {
      const last = first[index]?.[limit - 1];
      return {
        stageId: column.id,
        count: Number(column.count),
        total: home(tx, column.total),
        likely: home(tx, column.likely),
        cards: cards.filter((row) => row.stage_id === column.id).map((row) => presentCard(tx, row)),
        nextCursor: (first[index]?.length ?? 0) > limit && last ? cursorAfter(keyset, last) : null,
      };
    });
    const sum = (of: "total" | "likely") => sums.reduce((total, column) => total + BigInt(column[of] ?? 0), 0n).toString();
    return {
      pipelineId,
      columns,
      totals: {
        count: sums.reduce((total, column) => total + Number(column.count), 0),
        total: home(tx, sum("total")),
        likely: home(tx, sum("likely")),
        mixed: cards.some((row) => row.currency !== tx.agency.currency),
      },
    };
  },
});

export const showBoardColumn = handle(boardEndpoints.showBoardColumn, {
  subject: async ({ tx, params }) => {
    const stage = await tx.db
      .selectFrom("stage")
      .select("id")
      .where("workspace_id", "=", tx.actor.workspaceId)
      .where("id", "=", params.stageId)
      .executeTakeFirst();
    if (!stage) throw new Refusal("request.notFound");
    return stage;
  },
  allow: mayReadOpportunities,
  run: async ({ tx, query, subject: stage }) => {
    const { sort, limit, cursor, pipelineId: _pipeline, ...asked } = query;
    const keyset = readKeyset(ORDERS, SORT[sort], { cursor, filters: asked });
    const filter = await withKnownTags(tx, await withCustom(tx, "opportunity", asked));
    const conditions = sql`${conditionsOf(tx, { ...filter, stageId: [stage.id] })} and ${OPEN}`;
    const page = await readPage(
      keyset,
      limit,
      async (piece, most) => {
        const found = sql<Keyed>`select o.id, ${cursorValues(keyset)} as cursor_values from opportunity o where ${conditions} and ${piece} ${orderOf(keyset, ID)} limit ${most}`;
        return (await found.execute(tx.db)).rows;
      },
      ID,
    );
    const cards = await cardRowsOf(
      tx,
      page.rows.map(({ id }) => id),
    );
    return { cards: cards.map((row) => presentCard(tx, row)), nextCursor: page.nextCursor };
  },
});

async function findPipeline(tx: ReadTx, wanted: string | undefined): Promise<string> {
  const pipelines = await tx.db
    .selectFrom("pipeline")
    .select("id")
    .where("workspace_id", "=", tx.actor.workspaceId)
    .where("deleted_at", "is", null)
    .orderBy("position")
    .orderBy("id")
    .execute();
  const found = wanted === undefined ? pipelines[0] : pipelines.find((pipeline) => pipeline.id === wanted);
  if (!found) throw new Refusal("request.notFound");
  return found.id;
}

type ColumnSums = { id: string; count: string; total: string | null; likely: string | null };

/** Exact, over all matching rows; from the index alone when nothing but manager or team is filtered. */
async function sumsOf(tx: ReadTx, pipelineId: string, filter: OpportunityFilter): Promise<ColumnSums[]> {
  const { rows } = await sql<ColumnSums>`
    select s.id, coalesce(n.count, 0) as count, n.total, n.likely
    from stage s
    left join (
      select o.stage_id, count(*) as count, sum(o.total_home_minor) as total, sum(o.likely_home_minor) as likely
      from opportunity o where ${conditionsOf(tx, { ...filter, pipelineId: [pipelineId] })} and ${OPEN} group by o.stage_id
    ) n on n.stage_id = s.id
    where s.workspace_id = ${tx.actor.workspaceId} and s.pipeline_id = ${pipelineId} and (s.deleted_at is null or n.count > 0)
    order by s.position, s.id`.execute(tx.db);
  return rows;
}

type Cards = { readonly pipelineId: string; readonly limit: number; readonly filter: OpportunityFilter };
type Found = Keyed & { readonly stage_id: string };

/** The first cards of every column, one range of an index each. */
async function firstCards(tx: ReadTx, keyset: Keyset, { pipelineId, limit, filter }: Cards): Promise<Found[]> {
  const stages = sql`select id from stage where workspace_id = ${tx.actor.workspaceId} and pipeline_id = ${pipelineId}`;
  const { rows } = await sql<Found>`
    select o.* from (${stages}) column_stage
    cross join lateral (
      select o.id, o.stage_id, ${cursorValues(keyset)} as cursor_values from opportunity o
      where ${conditionsOf(tx, filter)} and o.stage_id = column_stage.id and ${OPEN} ${orderOf(keyset, ID)} limit ${limit + 1}
    ) o`.execute(tx.db);
  return rows;
}

function home(tx: ReadTx, minor: string | null) {
  return { amount: formatAmount(BigInt(minor ?? 0), tx.agency.currency), currency: tx.agency.currency };
}
