import { sql, type RawBuilder } from "kysely";
import type { SearchKind } from "#contract/search.ts";
import { may } from "#domain/user/rights.ts";
import type { ReadTx } from "#server/platform/database.ts";

/**
 * The first four of each kind among what was `best` found, in order: open before closed, mine before others', better found
 * before worse, recent first. The row policies judge each of them again.
 */
export function hitsOf(tx: ReadTx, kind: SearchKind): RawBuilder<unknown> {
  return HITS[kind](tx);
}

/** `order` ranks; `row` is what is shown, read for the first four alone. */
function firstFour(parts: {
  readonly kind: SearchKind;
  /** Where it is not called as its kind. */
  readonly table?: string;
  readonly columns: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly joins?: RawBuilder<unknown>;
  readonly row: RawBuilder<unknown>;
}): RawBuilder<unknown> {
  const { kind, table = kind, columns, order, joins = sql``, row } = parts;
  return sql`(select ${sql.lit(kind)} as kind, h.place, h.total, h.score, ${row} as row
    from (select ${columns}, f.score, count(*) over () as total, row_number() over (order by ${order}, h.id desc) as place
      from best f join ${sql.table(table)} h on h.workspace_id = (select nullif(current_setting('escale.workspace', true), '')::uuid) and h.id = f.id
      where f.kind = ${sql.lit(kind)} and h.deleted_at is null) h ${joins} where h.place <= 4)`;
}

const word = (table: string): RawBuilder<unknown> =>
  sql.raw(`case when ${table}.id is null then null else json_build_object('name', ${table}.name, 'word', ${table}.word) end`);

function opportunities(tx: ReadTx): RawBuilder<unknown> {
  // Without the right to contacts the names of persons do not even leave the database.
  const persons = may(tx.actor, "contacts", "read")
    ? sql`(select string_agg(p.name, ', ' order by l.is_main desc, l.position) from opportunity_contact l
        join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
        where l.workspace_id = h.workspace_id and l.opportunity_id = h.id and p.deleted_at is null)`
    : sql`null::text`;
  return firstFour({
    kind: "opportunity",
    columns: sql`h.workspace_id, h.id, h.name, h.number, h.client_id, h.departs_on, h.outcome, h.stage_id, h.lost_reason_id, h.destinations, h.amount_minor, h.currency`,
    order: sql`h.outcome <> 'open', h.manager_id is distinct from ${tx.actor.userId}, f.score desc, h.updated_at desc`,
    joins: sql`join client c on c.workspace_id = h.workspace_id and c.id = h.client_id
      join stage s on s.workspace_id = h.workspace_id and s.id = h.stage_id
      left join lost_reason r on r.workspace_id = h.workspace_id and r.id = h.lost_reason_id`,
    row: sql`json_build_object('id', h.id, 'name', h.name, 'number', h.number, 'client', c.name, 'day', h.departs_on, 'outcome', h.outcome,
      'stageId', h.stage_id, 'stage', ${word("s")}, 'reason', ${word("r")}, 'amountMinor', h.amount_minor::text, 'currency', h.currency,
      'places', (select string_agg(d ->> 'place', ', ') from jsonb_array_elements(h.destinations) d), 'persons', ${persons})`,
  });
}

function clients(tx: ReadTx): RawBuilder<unknown> {
  return firstFour({
    kind: "client",
    columns: sql`h.id, h.name, h.legal_name, h.registration_number, h.status, h.city, h.email, h.phone, h.phone_valid, h.website`,
    order: sql`f.score < 3, h.manager_id is distinct from ${tx.actor.userId}, f.score desc, h.updated_at desc`,
    row: sql`json_build_object('id', h.id, 'name', h.name, 'legalName', h.legal_name, 'number', h.registration_number, 'status', h.status,
      'city', h.city, 'email', h.email, 'phone', h.phone, 'website', h.website)`,
  });
}

function contacts(tx: ReadTx): RawBuilder<unknown> {
  const client = may(tx.actor, "clients", "read")
    ? sql`(select k.name from client_contact l join client k on k.workspace_id = l.workspace_id and k.id = l.client_id
        where l.workspace_id = h.workspace_id and l.contact_id = h.id and k.deleted_at is null order by l.is_main desc, k.name limit 1)`
    : sql`null::text`;
  return firstFour({
    kind: "contact",
    columns: sql`h.workspace_id, h.id, h.name, h.city, h.email, h.phone, h.job_title`,
    order: sql`f.score desc, h.updated_at desc`,
    row: sql`json_build_object('id', h.id, 'name', h.name, 'city', h.city, 'email', h.email, 'phone', h.phone, 'text', h.job_title, 'client', ${client})`,
  });
}

const ownersOf = sql`left join client c on c.workspace_id = h.workspace_id and c.id = h.client_id
  left join opportunity o on o.workspace_id = h.workspace_id and o.id = h.opportunity_id`;

function activities(tx: ReadTx): RawBuilder<unknown> {
  return firstFour({
    kind: "activity",
    columns: sql`h.workspace_id, h.id, h.title, h.kind, h.notes, h.outcome, h.due_on, h.done_at, h.opportunity_id, h.client_id, h.contact_id`,
    order: sql`h.done_at is not null, h.assignee_id is distinct from ${tx.actor.userId}, f.score desc, abs(h.due_on - ${tx.today}::date)`,
    joins: ownersOf,
    row: sql`json_build_object('id', h.id, 'name', h.title, 'kind', h.kind, 'text', concat_ws(' ', h.notes, h.outcome), 'day', h.due_on,
      'isDone', h.done_at is not null, 'client', c.name, 'opportunity', o.name, 'opportunityId', h.opportunity_id, 'clientId', h.client_id, 'contactId', h.contact_id)`,
  });
}

function messages(tx: ReadTx): RawBuilder<unknown> {
  return firstFour({
    kind: "message",
    columns: sql`h.workspace_id, h.id, h.body, h.created_at, h.author_id, h.opportunity_id, h.client_id, h.contact_id`,
    order: sql`h.created_at desc`,
    joins: sql`${ownersOf} join app_user u on u.workspace_id = h.workspace_id and u.id = h.author_id`,
    row: sql`json_build_object('id', h.id, 'name', h.body, 'author', u.name, 'day', (h.created_at at time zone ${tx.agency.timezone})::date, 'client', c.name,
      'opportunity', o.name, 'opportunityId', h.opportunity_id, 'clientId', h.client_id, 'contactId', h.contact_id)`,
  });
}

function documents(tx: ReadTx): RawBuilder<unknown> {
  return firstFour({
    kind: "document",
    columns: sql`h.workspace_id, h.id, h.name, h.updated_at, h.opportunity_id, h.client_id`,
    order: sql`f.score desc, h.updated_at desc`,
    joins: ownersOf,
    row: sql`json_build_object('id', h.id, 'name', h.name, 'day', (h.updated_at at time zone ${tx.agency.timezone})::date, 'client', c.name,
      'opportunity', o.name, 'opportunityId', h.opportunity_id)`,
  });
}

function quotes(tx: ReadTx): RawBuilder<unknown> {
  return firstFour({
    kind: "quote",
    columns: sql`h.workspace_id, h.id, h.name, h.number, h.departs_on, h.total_minor, h.currency, h.opportunity_id, h.client_id`,
    order: sql`h.manager_id is distinct from ${tx.actor.userId}, f.score desc, h.updated_at desc`,
    joins: ownersOf,
    row: sql`json_build_object('id', h.id, 'name', h.name, 'number', h.number, 'day', h.departs_on, 'client', c.name, 'opportunity', o.name,
      'opportunityId', h.opportunity_id, 'amountMinor', h.total_minor::text, 'currency', h.currency)`,
  });
}

function suppliers(): RawBuilder<unknown> {
  return firstFour({
    kind: "supplier",
    columns: sql`h.id, h.name, h.city, h.email, h.phone`,
    order: sql`f.score desc, h.updated_at desc`,
    row: sql`json_build_object('id', h.id, 'name', h.name, 'city', h.city, 'email', h.email, 'phone', h.phone)`,
  });
}

function products(): RawBuilder<unknown> {
  return firstFour({
    kind: "product",
    columns: sql`h.workspace_id, h.id, h.name, h.public_name, h.place as town, h.supplier_id`,
    order: sql`f.score desc, h.updated_at desc`,
    joins: sql`left join supplier s on s.workspace_id = h.workspace_id and s.id = h.supplier_id`,
    row: sql`json_build_object('id', h.id, 'name', h.name, 'legalName', h.public_name, 'city', h.town, 'client', s.name)`,
  });
}

const partsOfTrips = (kind: "step" | "tripTemplate", table: string) => (): RawBuilder<unknown> =>
  firstFour({
    kind,
    table,
    columns: sql`h.id, h.name, h.public_name, h.place as town`,
    order: sql`f.score desc, h.updated_at desc`,
    row: sql`json_build_object('id', h.id, 'name', h.name, 'legalName', h.public_name, 'city', h.town)`,
  });

const HITS: Readonly<Record<SearchKind, (tx: ReadTx) => RawBuilder<unknown>>> = {
  opportunity: opportunities,
  client: clients,
  contact: contacts,
  activity: activities,
  message: messages,
  document: documents,
  quote: quotes,
  supplier: suppliers,
  product: products,
  step: partsOfTrips("step", "step"),
  tripTemplate: partsOfTrips("tripTemplate", "trip_template"),
};
