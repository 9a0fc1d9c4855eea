import { sql, type RawBuilder } from "kysely";
import type { z } from "zod";
import type { opportunityFilter } from "#contract/opportunity-query.ts";
import { parseAmount } from "#domain/shared/money.ts";
import { Refusal, refuseField } from "#domain/shared/refusal.ts";
import { foldText } from "#domain/shared/text.ts";
import { may } from "#domain/user/rights.ts";
import { customConditions, type WithCustom } from "#server/custom-field/custom-conditions.ts";
import { filterCondition } from "#server/custom-field/record-filter.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { hygieneConditions, OPPORTUNITY_FILTERED, wordsCondition } from "#server/opportunity/opportunity-filter-fields.ts";
import { hasTag } from "#server/tag/tag-store.ts";

export type AskedFilter = z.output<typeof opportunityFilter>;
export type OpportunityFilter = WithCustom<AskedFilter>;

/** `o` is the opportunity and `s` its stage in every question. Workspace and visibility are the row policy's. */
export function conditionsOf(tx: ReadTx, filter: OpportunityFilter): RawBuilder<boolean> {
  const conditions: RawBuilder<boolean>[] = [sql<boolean>`o.workspace_id = ${tx.actor.workspaceId}`];
  const anyOf = (column: string, values: readonly string[] | undefined): void => {
    // One value alone keeps the order of its index; a list of values does not.
    if (values?.length === 1) conditions.push(sql<boolean>`${sql.ref(column)} = ${values[0]}`);
    else if (values?.length) conditions.push(sql<boolean>`${sql.ref(column)} = any (${values})`);
  };
  anyOf("o.pipeline_id", filter.pipelineId);
  anyOf("o.stage_id", filter.stageId);
  anyOf(
    "o.manager_id",
    filter.managerId?.map((one) => (one === "me" ? tx.actor.userId : one)),
  );
  if (filter.teamId?.includes("mine"))
    conditions.push(sql<boolean>`o.team_id = any (${filter.teamId.flatMap((one) => (one === "mine" ? tx.actor.teamIds : [one]))}::uuid[])`);
  else anyOf("o.team_id", filter.teamId);
  anyOf("o.client_id", filter.clientId);
  anyOf("o.source_id", filter.sourceId);
  anyOf("o.lost_reason_id", filter.lostReasonId);
  anyOf("o.outcome", filter.outcome);
  if (filter.priority !== undefined) conditions.push(sql<boolean>`o.priority = ${filter.priority}`);
  if (filter.contactId?.length) {
    // Whose opportunities these are is itself personal.
    if (!may(tx.actor, "contacts", "read")) throw new Refusal("request.forbidden");
    conditions.push(
      sql<boolean>`exists (select 1 from opportunity_contact l where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and l.contact_id = any (${filter.contactId}))`,
    );
  }
  if (filter.tag) conditions.push(hasTag("opportunity", filter.tag));
  if (filter.destination) conditions.push(sql<boolean>`o.destination_keys @> array[${foldText(filter.destination)}]`);
  if (filter.country?.length) conditions.push(sql<boolean>`o.destination_keys && ${filter.country}::text[]`);
  conditions.push(...rangesOf(tx, filter), ...hygieneOf(tx, filter), ...customConditions(tx, "o", filter.custom));
  const words = wordsCondition(tx, filter.q);
  if (words) conditions.push(words);
  if (filter.filter !== undefined) conditions.push(filterCondition(tx, OPPORTUNITY_FILTERED, filter));
  return sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

function rangesOf(tx: ReadTx, filter: OpportunityFilter): RawBuilder<boolean>[] {
  const conditions: RawBuilder<boolean>[] = [];
  const range = (column: string, from: string | undefined, to: string | undefined): void => {
    if (from !== undefined) conditions.push(sql<boolean>`${sql.ref(column)} >= ${from}::date`);
    if (to !== undefined) conditions.push(sql<boolean>`${sql.ref(column)} <= ${to}::date`);
  };
  range("o.departs_on", filter["departsOn[gte]"], filter["departsOn[lte]"]);
  range("o.expected_close_on", filter["expectedCloseOn[gte]"], filter["expectedCloseOn[lte]"]);
  range("o.closed_on", filter["closedOn[gte]"], filter["closedOn[lte]"]);
  const bound = (name: "amount[gte]" | "amount[lte]", operator: string): void => {
    const text = filter[name];
    if (text === undefined) return;
    const minor = parseAmount(text, tx.agency.currency);
    if (minor === undefined) throw refuseField(`/${name}`, "amount.tooFine");
    conditions.push(sql<boolean>`o.total_home_minor ${sql.raw(operator)} ${minor.toString()}::bigint`);
  };
  bound("amount[gte]", ">=");
  bound("amount[lte]", "<=");
  return conditions;
}

const HYGIENE = ["stale", "waiting", "idle", "overdue", "incomplete"] as const;

function hygieneOf(tx: ReadTx, filter: OpportunityFilter): RawBuilder<boolean>[] {
  const conditions = hygieneConditions(tx);
  return HYGIENE.filter((name) => filter[name] !== undefined).map((name) =>
    filter[name] ? sql<boolean>`(${conditions[name]})` : sql<boolean>`not (${conditions[name]})`,
  );
}
