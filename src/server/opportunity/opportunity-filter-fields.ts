import { sql, type RawBuilder } from "kysely";
import { OPPORTUNITY_FILTER_FIELDS, type OpportunityFilterField } from "#domain/opportunity/filter-fields.ts";
import type { CustomField } from "#domain/custom-field/custom-field.ts";
import { currencies, minorDigits } from "#domain/shared/money.ts";
import { may } from "#domain/user/rights.ts";
import { missingSql } from "#server/custom-field/custom-filter-sql.ts";
import type { FilteredRecord } from "#server/custom-field/record-filter.ts";
import type { FieldSql } from "#server/platform/filter-conditions.ts";
import { hasContact } from "#server/opportunity/has-contact.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { isSeenWithTag } from "#server/tag/tag-store.ts";
import { searchTerms } from "#server/platform/search-terms.ts";

/** Stale, overdue and incomplete, as the domain defines them (staleness.ts, hygiene.ts), on all rows at once. */
export function hygieneConditions(tx: ReadTx) {
  const touched = sql`(o.last_touch_at at time zone ${tx.agency.timezone})::date`;
  return {
    stale: sql<boolean>`o.outcome = 'open' and case when o.waiting_until is not null and o.waiting_until >= ${touched}
    then o.waiting_until < ${tx.today}::date else ${tx.today}::date - ${touched} >= (select s.stale_days from stage s where s.workspace_id = o.workspace_id and s.id = o.stage_id) end`,
    waiting: sql<boolean>`o.outcome = 'open' and coalesce(o.waiting_until >= ${tx.today}::date, false)`,
    idle: sql<boolean>`o.outcome = 'open' and o.next_activity_on is null`,
    overdue: sql<boolean>`o.outcome = 'open' and coalesce(o.expected_close_on < ${tx.today}::date, false)`,
    // As the index of these says it.
    incomplete: sql<boolean>`o.departs_on is null or coalesce(o.pax, 0) = 0 or o.amount_minor = 0 or o.destinations = '[]'::jsonb
    or not o.has_contact`,
  };
}

export function wordsCondition(tx: ReadTx, text: string | undefined): RawBuilder<boolean> | undefined {
  const terms = searchTerms(text);
  if (terms.length === 0) return undefined;
  return sql<boolean>`o.id in (select record_id from search_records('opportunity', ${terms}::text[], ${may(tx.actor, "contacts", "read")}))`;
}

const column = (name: string): FieldSql => ({ column: sql.ref(`o.${name}`) });
const ofClient = ({ actor }: ReadTx, name: string): FieldSql => ({
  column: sql.ref(`c.${name}`),
  within: (condition) =>
    sql<boolean>`o.client_id in (select c.id from client c where c.workspace_id = ${actor.workspaceId} and ${condition})`,
});
const COUNTRY = "^[A-Z]{2}$";

/** In the agency's currency, by the opportunity's own frozen rate, as the amount is. */
function objectiveHome({ agency }: ReadTx): RawBuilder<unknown> {
  const home = minorDigits(agency.currency);
  const byDigits = Map.groupBy(currencies(), minorDigits);
  const factor = sql.join(
    [...byDigits].map(
      ([digits, codes]) => sql`when o.currency = any (${codes}::text[]) then ${sql.lit(10 ** home)}::numeric / ${sql.lit(10 ** digits)}`,
    ),
    sql` `,
  );
  return sql`case when o.currency = ${agency.currency} then o.objective_minor else round(o.objective_minor * o.rate * case ${factor} end) end`;
}

/** Where each field stands in the database; complete by its type. */
function tableOf(tx: ReadTx, customFields: readonly CustomField[]): { readonly [Field in OpportunityFilterField]: FieldSql } {
  const { stale, overdue, incomplete, waiting, idle } = hygieneConditions(tx);
  return {
    text: { words: (text) => wordsCondition(tx, text) ?? sql<boolean>`true` },
    name: column("name"),
    number: column("number"),
    managerId: column("manager_id"),
    teamId: column("team_id"),
    pipelineId: column("pipeline_id"),
    stageId: column("stage_id"),
    outcome: column("outcome"),
    priority: { flag: sql<boolean>`o.priority` },
    clientId: column("client_id"),
    clientName: ofClient(tx, "name"),
    clientKindId: ofClient(tx, "kind_id"),
    contactId: {
      some: (ids) => (ids ? hasContact(ids) : sql<boolean>`o.has_contact`),
    },
    amount: column("total_home_minor"),
    objective: { column: objectiveHome(tx) },
    likely: column("likely_home_minor"),
    margin: column("margin_home_minor"),
    probability: column("probability_percent"),
    participants: column("pax"),
    departsOn: column("departs_on"),
    returnsOn: column("returns_on"),
    expectedCloseOn: column("expected_close_on"),
    closedOn: column("closed_on"),
    createdAt: { instant: sql.ref("o.created_at") },
    updatedAt: { instant: sql.ref("o.updated_at") },
    lastTouchAt: { instant: sql.ref("o.last_touch_at") },
    nextActivityOn: column("next_activity_on"),
    country: {
      some: (codes) =>
        codes
          ? sql<boolean>`(o.destination_keys && ${codes})`
          : sql<boolean>`exists (select 1 from unnest(o.destination_keys) k where k ~ ${sql.lit(COUNTRY)})`,
    },
    destination: {
      some: (places) => (places ? sql<boolean>`(o.destination_keys && ${places})` : sql<boolean>`(o.destinations <> '[]')`),
    },
    sourceId: column("source_id"),
    lostReasonId: column("lost_reason_id"),
    tag: { some: (ids) => isSeenWithTag("opportunity", ids) },
    competitorId: {
      some: (
        ids,
      ) => sql<boolean>`(${ids ? sql`coalesce(o.competitor_id = any (${ids}), false)` : sql`o.competitor_id is not null`} or exists (
        select 1 from opportunity_competitor r where r.workspace_id = o.workspace_id and r.opportunity_id = o.id${ids ? sql` and r.competitor_id = any (${ids})` : sql``}))`,
    },
    stale: { flag: stale },
    overdue: { flag: overdue },
    incomplete: { flag: incomplete },
    waiting: { flag: waiting },
    idle: { flag: idle },
    missingImportant: { flag: missingSql("o", customFields) },
  };
}

export const OPPORTUNITY_FILTERED: FilteredRecord = { record: "opportunity", alias: "o", fields: OPPORTUNITY_FILTER_FIELDS, tableOf };
