import { sql, type RawBuilder } from "kysely";
import type { Opportunity, OpportunityCard } from "#contract/opportunity.ts";
import { isOverdue, missingValues } from "#domain/opportunity/hygiene.ts";
import { mayDeleteOpportunity, mayEditOpportunity } from "#domain/opportunity/policy.ts";
import type { Instant } from "#domain/shared/day.ts";
import { stalenessOf } from "#domain/opportunity/staleness.ts";
import { formatAmount } from "#domain/shared/money.ts";
import { dayInZone } from "#domain/shared/zone.ts";
import { may } from "#domain/user/rights.ts";
import { presentPhone } from "#server/contact/phone-number.ts";
import { plainDecimal, type Destination, type OpportunityColumns } from "#server/opportunity/opportunity-derived.ts";
import type { ReadTx } from "#server/platform/database.ts";
import { tagsColumn, type SeenTag } from "#server/tag/tag-store.ts";
import { PREPARED } from "#server/platform/preparing-client.ts";
import { parameterName } from "#words/parameter-words.ts";

type Named = { readonly id: string; readonly name: string };
type Word = { readonly name: string; readonly word: string | null };
type LinkedContact = {
  readonly id: string;
  readonly name: string;
  readonly role: NonNullable<Opportunity["contacts"]>[number]["role"];
  readonly isMain: boolean;
  readonly phone: string | null;
  readonly phone_valid: boolean | null;
  readonly email: string | null;
  readonly jobTitle: string | null;
};

/** What a card shows: a board has hundreds of them, and a row has twice as many columns. */
const CARD = [
  "id",
  "number",
  "name",
  "client_id",
  "manager_id",
  "team_id",
  "pipeline_id",
  "stage_id",
  "outcome",
  "priority",
  "amount_minor",
  "amount_source",
  "total_minor",
  "margin_minor",
  "currency",
  "departs_on",
  "returns_on",
  "destinations",
  "pax",
  "expected_close_on",
  "last_touch_at",
  "last_touch_kind",
  "waiting_until",
  "next_activity_id",
  "next_activity_kind",
  "next_activity_title",
  "next_activity_on",
  "next_activity_time",
  "version",
  "deleted_at",
] as const satisfies readonly (keyof OpportunityColumns)[];

/** Names beside a row, joined in the same question. */
type CardNames = { readonly client_name: string; readonly manager_name: string | null; readonly stale_days: number };
export type CardRow = Pick<OpportunityColumns, (typeof CARD)[number]> & CardNames;
export type FullRow = OpportunityColumns &
  CardNames & {
    readonly team_name: string | null;
    readonly stage: Word;
    readonly source: Word | null;
    readonly reason: Word | null;
    readonly competitor: Named | null;
    readonly contacts: readonly LinkedContact[] | null;
    readonly tags: SeenTag[];
  };

const cardNames: RawBuilder<unknown> = sql`c.name as client_name, u.name as manager_name, s.stale_days`;
const cardColumns: RawBuilder<unknown> = sql`${sql.join(CARD.map((column) => sql.ref(`o.${column}`)))}, ${cardNames}`;

const cardJoins: RawBuilder<unknown> = sql`
  join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
  join stage s on s.workspace_id = o.workspace_id and s.id = o.stage_id
  left join app_user u on u.workspace_id = o.workspace_id and u.id = o.manager_id`;

const word = (table: string): RawBuilder<unknown> =>
  sql.raw(`case when ${table}.id is null then null else json_build_object('name', ${table}.name, 'word', ${table}.word) end`);

export function fullColumns(tx: ReadTx): RawBuilder<unknown> {
  // Without the right to contacts the names of persons do not even leave the database.
  const contacts = may(tx.actor, "contacts", "read")
    ? sql`(select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'role', l.role, 'isMain', l.is_main, 'phone', p.phone, 'phone_valid', p.phone_valid, 'email', p.email, 'jobTitle', p.job_title) order by l.is_main desc, l.position), '[]')
        from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
        where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and p.deleted_at is null)`
    : sql`null::json`;
  return sql`o.*, ${cardNames}, t.name as team_name, ${word("s")} as stage, ${word("src")} as source, ${word("r")} as reason,
    case when k.id is null then null else json_build_object('id', k.id, 'name', k.name) end as competitor, ${contacts} as contacts,
    ${tagsColumn("opportunity")} as tags`;
}

export const fullJoins: RawBuilder<unknown> = sql`${cardJoins}
  left join team t on t.workspace_id = o.workspace_id and t.id = o.team_id
  left join source src on src.workspace_id = o.workspace_id and src.id = o.source_id
  left join lost_reason r on r.workspace_id = o.workspace_id and r.id = o.lost_reason_id
  left join competitor k on k.workspace_id = o.workspace_id and k.id = o.competitor_id`;

export function presentCard(tx: ReadTx, row: CardRow): OpportunityCard {
  const placed = { managerId: row.manager_id, teamId: row.team_id };
  const edit = mayEditOpportunity(tx.actor, placed) && row.deleted_at === null;
  const staleness = stalenessOf(
    {
      outcome: row.outcome as "open",
      lastTouchOn: dayInZone(row.last_touch_at.toISOString(), tx.agency.timezone),
      staleDays: row.stale_days,
      waitingUntil: row.waiting_until,
    },
    tx.today,
  );
  return {
    id: row.id,
    number: row.number,
    name: row.name,
    client: { id: row.client_id, name: row.client_name },
    manager: named(row.manager_id, row.manager_name),
    pipelineId: row.pipeline_id,
    stageId: row.stage_id,
    outcome: row.outcome as OpportunityCard["outcome"],
    priority: row.priority,
    amount: moneyOf(row.amount_minor, row.currency),
    amountSource: row.amount_source as OpportunityCard["amountSource"],
    marginPercent: marginPercent(tx, row),
    departsOn: row.departs_on,
    returnsOn: row.returns_on,
    destinations: row.destinations as unknown as Destination[],
    pax: row.pax,
    expectedCloseOn: row.expected_close_on,
    stale:
      staleness.kind === "stale"
        ? { since: staleness.since, days: staleness.days, reason: staleness.reason, lastTouch: row.last_touch_kind }
        : null,
    waitingUntil: row.waiting_until,
    nextActivity:
      row.next_activity_id === null || row.next_activity_on === null || tx.actor.rights.activities === "none"
        ? null
        : {
            id: row.next_activity_id,
            kind: row.next_activity_kind ?? "task",
            title: row.next_activity_title ?? "",
            dueOn: row.next_activity_on,
            dueTime: row.next_activity_time,
          },
    version: row.version,
    can: { edit, close: edit, delete: mayDeleteOpportunity(tx.actor, placed) && row.deleted_at === null },
  };
}

export function presentOpportunity(tx: ReadTx, row: FullRow, stageVisits: Opportunity["stageVisits"] = null): Opportunity {
  const { currency } = row;
  const costs = tx.actor.rights.costs;
  const locale = tx.actor.locale;
  return {
    ...presentCard(tx, row),
    contacts: row.contacts && row.contacts.map((contact) => presentLinked(contact, tx.agency.country)),
    team: named(row.team_id, row.team_name),
    stageName: parameterName("stage", row.stage, locale),
    stageSince: row.stage_since.toISOString(),
    stageVisits,
    closedOn: row.closed_on,
    lostReasonId: row.lost_reason_id,
    lostReasonName: row.reason && parameterName("lostReason", row.reason, locale),
    competitor: row.competitor,
    lostComment: row.lost_comment,
    probabilityPercent: row.probability_percent,
    probabilityPinned: row.probability_pinned,
    objective: row.objective_minor === null ? null : moneyOf(row.objective_minor, currency),
    potentialRevenue: moneyOf(row.total_minor, currency),
    likelyRevenue: moneyOf(row.likely_minor, currency),
    estimatedMargin: costs ? moneyOf(row.margin_minor, currency) : null,
    marginSource: costs ? (row.margin_source as Opportunity["marginSource"]) : null,
    products: {
      count: row.products_count,
      total: row.products_minor === null ? null : moneyOf(row.products_minor, currency),
    },
    amountHome: moneyOf(row.total_home_minor, tx.agency.currency),
    valueKind: row.value_kind as Opportunity["valueKind"],
    period: row.period as Opportunity["period"],
    periods: row.periods,
    currency,
    rate: { value: plainDecimal(row.rate), on: row.rate_on, source: row.rate_source },
    flexibleDays: row.flexible_days,
    adults: row.adults,
    children: row.children,
    infants: row.infants,
    freePlaces: row.free_places,
    budgetPerPerson: row.budget_minor === null ? null : moneyOf(row.budget_minor, currency),
    sourceId: row.source_id,
    sourceName: row.source && parameterName("source", row.source, locale),
    description: row.description,
    waitingReason: row.waiting_reason,
    lastTouch: { at: row.last_touch_at.toISOString(), kind: row.last_touch_kind },
    missing: missingValues({
      hasContact: row.has_contact,
      departsOn: row.departs_on,
      pax: row.pax,
      amountMinor: BigInt(row.amount_minor),
      destinations: (row.destinations as unknown[]).length,
    }),
    overdue: isOverdue({ outcome: row.outcome, expectedCloseOn: row.expected_close_on }, tx.today),
    tags: row.tags,
    custom: row.custom as Opportunity["custom"],
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    deletedAt: row.deleted_at?.toISOString() ?? null,
  };
}

function presentLinked(
  { phone, phone_valid, ...contact }: LinkedContact,
  homeCountry: string,
): NonNullable<Opportunity["contacts"]>[number] {
  return { ...contact, phone: presentPhone({ phone, phone_valid }, homeCountry) };
}

export function moneyOf(minor: string, currency: string): { amount: string; currency: string } {
  return { amount: formatAmount(BigInt(minor), currency), currency };
}

function named(id: string | null, name: string | null): Named | null {
  return id === null ? null : { id, name: name ?? "" };
}

/** Margin on price with one decimal, hidden without the right, unknown without an amount. */
function marginPercent(tx: ReadTx, row: CardRow): string | null {
  const total = BigInt(row.total_minor);
  if (!tx.actor.rights.costs || total === 0n) return null;
  const thousandths = (BigInt(row.margin_minor) * 2000n + total) / (total * 2n);
  return `${thousandths / 10n}.${(thousandths < 0n ? -thousandths : thousandths) % 10n}`;
}

/** What was found, with the names around it, in the order it was found: planned once, whatever the question was. */
export async function cardRowsOf(tx: ReadTx, ids: readonly string[]): Promise<CardRow[]> {
  return rowsOf<CardRow>(tx, ids, { columns: cardColumns, joins: cardJoins });
}

export async function fullRowsOf(tx: ReadTx, ids: readonly string[]): Promise<FullRow[]> {
  return rowsOf<FullRow>(tx, ids, { columns: fullColumns(tx), joins: fullJoins });
}

type Names = { readonly columns: RawBuilder<unknown>; readonly joins: RawBuilder<unknown> };

async function rowsOf<Row>(tx: ReadTx, ids: readonly string[], { columns, joins }: Names): Promise<Row[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Row>`${PREPARED} select ${columns}
    from unnest(${ids}::uuid[]) with ordinality found (id, place)
    join opportunity o on o.workspace_id = ${tx.actor.workspaceId} and o.id = found.id ${joins} order by found.place`.execute(tx.db);
  return rows;
}

/** One opportunity as it is now, inside the transaction that may just have changed it. */
export async function showOne(tx: ReadTx, id: string): Promise<Opportunity> {
  // Asked by key and not as a list of one: PostgreSQL expects ten of a list, and would plan anew to save nine.
  const { rows } = await sql<
    FullRow & { readonly visits: readonly Visit[] }
  >`${PREPARED} select ${fullColumns(tx)}, (${stageVisits}) as visits
    from opportunity o ${fullJoins} where o.workspace_id = ${tx.actor.workspaceId} and o.id = ${id}`.execute(tx.db);
  const [row] = rows;
  if (!row) throw new Error("an opportunity that was just loaded is gone");
  const { timezone } = tx.agency;
  return presentOpportunity(
    tx,
    row,
    row.visits.map(({ stageId, at }) => ({ stageId, since: dayInZone(at, timezone) })),
  );
}

type Visit = { readonly stageId: string; readonly at: Instant };

/** The last entry into each stage: later states that leave the stage as it is are no entries. */
const stageVisits: RawBuilder<unknown> = sql`
  select coalesce(json_agg(json_build_object('stageId', last.stage_id, 'at', last.valid_from)), '[]') from (
    select distinct on (stage_id) stage_id, valid_from
    from (
      select stage_id, valid_from, lag(stage_id) over (order by valid_from) as before
      from opportunity_state where workspace_id = o.workspace_id and opportunity_id = o.id
    ) entry
    where before is distinct from stage_id
    order by stage_id, valid_from desc
  ) last`;
