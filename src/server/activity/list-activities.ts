import { sql, type RawBuilder } from "kysely";
import type { z } from "zod";
import { activityEndpoints, type activityFilters } from "#contract/activity.ts";
import { mayReadActivities, maySeeActivity } from "#domain/activity/policy.ts";
import { foldText } from "#domain/shared/text.ts";
import { may } from "#domain/user/rights.ts";
import { getActivity } from "#server/activity/activity-store.ts";
import { activityColumns, activityJoins, presentActivity, showOneActivity, type ActivityRow } from "#server/activity/present-activity.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { handle, nothing } from "#server/platform/handle.ts";
import { cursorValues, orderOf, readKeyset, readPage, type SortFields } from "#server/platform/keyset.ts";
import { searchTerms } from "#server/platform/search-terms.ts";

const ORDERS: SortFields = {
  dueOn: { expression: sql.raw("a.due_on"), cast: "date", nullable: false },
  dueTime: { expression: sql.raw("a.due_time"), cast: "text", nullable: true },
  // Only done ones are listed in this order.
  doneAt: { expression: sql.raw("a.done_at"), cast: "timestamptz", nullable: false },
  createdAt: { expression: sql.raw("a.created_at"), cast: "timestamptz", nullable: false },
};
const ID = sql.raw("a.id");

export const listActivities = handle(activityEndpoints.listActivities, {
  subject: nothing,
  allow: mayReadActivities,
  run: async ({ tx, query }) => {
    const { sort, cursor, limit, count, ...filter } = query;
    const keyset = readKeyset(ORDERS, sort, { cursor, filters: filter });
    const byDone = /(^|,)\s*-?doneAt/.test(sort);
    const conditions = await activityConditions(tx, byDone ? { ...filter, status: filter.status ?? "done" } : filter);
    const page = await readPage(
      keyset,
      limit,
      async (piece, most) => {
        const found = sql`select a.*, ${cursorValues(keyset)} as cursor_values from activity a where ${conditions} and ${piece} ${orderOf(keyset, ID)} limit ${most}`;
        return (
          await sql<ActivityRow>`select ${activityColumns(tx)}, a.cursor_values from (${found}) a ${activityJoins} ${orderOf(keyset, ID)}`.execute(
            tx.db,
          )
        ).rows;
      },
      ID,
    );
    return {
      data: page.rows.map((row) => presentActivity(tx, row)),
      page: { nextCursor: page.nextCursor },
      ...(count ? { total: await countOf(tx, conditions) } : {}),
    };
  },
});

export const showActivity = handle(activityEndpoints.showActivity, {
  subject: ({ tx, params }) => getActivity(tx, params.id),
  allow: maySeeActivity,
  run: ({ tx, subject }) => showOneActivity(tx, subject.id),
});

export const countActivities = async (tx: ReadTx, filter: Filter): Promise<number> => countOf(tx, await activityConditions(tx, filter));

async function countOf(tx: ReadTx, conditions: RawBuilder<boolean>): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from activity a where ${conditions}`.execute(tx.db);
  return Number(rows[0]?.count ?? 0);
}

type Filter = z.output<z.ZodObject<typeof activityFilters>> & { readonly q?: string | undefined };

/** Workspace and visibility are the row policy's; what the modules' rights hide is left out here. */
async function activityConditions(tx: ReadTx, filter: Filter): Promise<RawBuilder<boolean>> {
  const conditions: RawBuilder<boolean>[] = [
    sql<boolean>`a.workspace_id = ${tx.actor.workspaceId} and a.deleted_at is null and not a.owner_deleted`,
    ...hiddenBy(tx),
  ];
  const anyOf = (column: string, values: readonly string[] | undefined): void => {
    const [only] = values ?? [];
    if (only !== undefined && values?.length === 1) conditions.push(sql<boolean>`${sql.ref(column)} = ${only}`);
    else if (values?.length) conditions.push(sql<boolean>`${sql.ref(column)} = any (${values})`);
  };
  anyOf("a.assignee_id", filter.assigneeId);
  anyOf("a.opportunity_id", filter.opportunityId);
  anyOf("a.client_id", filter.clientId);
  anyOf("a.contact_id", filter.contactId);
  anyOf("a.kind", filter.kind);
  if (filter.status) conditions.push(sql<boolean>`a.done_at is ${sql.raw(filter.status === "done" ? "not null" : "null")}`);
  if (filter.alone !== undefined) conditions.push(sql<boolean>`a.opportunity_id is ${sql.raw(filter.alone ? "null" : "not null")}`);
  if (filter.overdue === true) conditions.push(sql<boolean>`a.done_at is null and a.due_on < ${tx.today}::date`);
  if (filter.overdue === false) conditions.push(sql<boolean>`(a.done_at is not null or a.due_on >= ${tx.today}::date)`);
  if (filter["dueOn[gte]"]) conditions.push(sql<boolean>`a.due_on >= ${filter["dueOn[gte]"]}::date`);
  if (filter["dueOn[lte]"]) conditions.push(sql<boolean>`a.due_on <= ${filter["dueOn[lte]"]}::date`);
  const terms = searchTerms(filter.q);
  if (terms.length > 0) conditions.push(await holdsTerms(tx, terms));
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

const FEW = 1000;

/** Rare words begin with the activities that hold them; those of every day are met soon enough in the order of the list. */
async function holdsTerms(tx: ReadTx, terms: readonly string[]): Promise<RawBuilder<boolean>> {
  const { rows } = await sql<{
    record_id: string;
  }>`select record_id from search_activities(${[...terms]}::text[], ${FEW + 1})`.execute(tx.db);
  if (rows.length <= FEW) return sql<boolean>`a.id = any (${rows.map(({ record_id }) => record_id)}::uuid[])`;
  // As the search does: fewer than three letters begin a word. "like" would be taken for rare under a policy, and the order not be used.
  const each = terms.map(foldText).map((word) => sql`strpos(a.words, ${word.length < 3 ? ` ${word}` : word}::text) > 0`);
  return sql<boolean>`(${sql.join(each, sql` and `)})`;
}

function hiddenBy(tx: ReadTx): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  if (!may(tx.actor, "opportunities", "read")) conditions.push(sql<boolean>`a.opportunity_id is null`);
  if (!may(tx.actor, "clients", "read")) conditions.push(sql<boolean>`(a.opportunity_id is not null or a.client_id is null)`);
  if (!may(tx.actor, "contacts", "read")) conditions.push(sql<boolean>`(a.opportunity_id is not null or a.client_id is not null)`);
  return conditions;
}
