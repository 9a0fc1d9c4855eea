import { sql, type RawBuilder } from "kysely";
import { mentionOf } from "#domain/message/message.ts";
import type { Person } from "#server/admin/load-people.ts";
import { LOAD_ACTIVITIES, LOAD_DOCUMENTS, LOAD_MESSAGES, LOAD_NOTES } from "#server/admin/load-words.ts";
import type { WriteTx } from "#server/platform/database.ts";

/** Opportunities that were just written, in their order; the first is the `from`th of the load. */
type Lived = { readonly from: number; readonly ids: readonly string[]; readonly managers: readonly Person[] };

/**
 * What happens to opportunities between two stages: five activities each, a message, a document of ten, all told and kept
 * on the row. The database makes the rows itself, a statement a kind, and throws the same dice for the same number.
 */
export async function liveThrough(tx: WriteTx, lived: Lived): Promise<void> {
  if (lived.ids.length === 0) return;
  await addContacts(tx, lived);
  await addActivities(tx, lived);
  await addMessages(tx, lived);
  await addDocuments(tx, lived);
  await keepOnRows(tx, lived);
}

type Sql = RawBuilder<unknown>;

const chance = (n: Sql, question: number, below: Sql | number): Sql =>
  sql`abs(hashint8extended((${n})::bigint, ${sql.lit(question)}) % ${typeof below === "number" ? sql.lit(below) : below})::int`;
const one = (from: readonly string[], n: Sql, question: number): Sql =>
  sql`(${[...from]}::text[])[1 + ${chance(n, question, from.length)}]`;
/** A version 7 id of an instant and of what it names. */
const idOf = (at: Sql, what: Sql): Sql => sql`(select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(m, 1, 3) || '-8'
  || substr(m, 4, 3) || '-' || substr(m, 7, 12))::uuid
  from (select lpad(to_hex((extract(epoch from ${at}) * 1000)::bigint), 12, '0') as h, md5(${what}) as m) parts)`;
const told = (fields: Readonly<Record<string, Sql>>): Sql =>
  sql`jsonb_build_object(${sql.join(
    Object.entries(fields).flatMap(([name, to]) => [sql.lit(name), sql`jsonb_build_object('from', null, 'to', ${to})`]),
  )})`;

const ofLoad = (tx: WriteTx, { from, ids }: Lived): Sql => sql`
  select o.workspace_id, o.id, o.client_id, o.manager_id, o.outcome, o.created_at, ${from}::bigint + given.place - 1 as n
  from unnest(${[...ids]}::uuid[]) with ordinality given (id, place)
  join opportunity o on o.workspace_id = ${tx.actor.workspaceId} and o.id = given.id`;

/** The main contact of the client comes along. */
async function addContacts(tx: WriteTx, lived: Lived): Promise<void> {
  await sql`insert into opportunity_contact (workspace_id, opportunity_id, contact_id, is_main)
    select o.workspace_id, o.id, l.contact_id, true from (${ofLoad(tx, lived)}) o
    join client_contact l on l.workspace_id = o.workspace_id and l.client_id = o.client_id and l.is_main`.execute(tx.db);
}

/** One to nine, spread over the time since the creation; of those still open the last one is mostly planned. */
async function addActivities(tx: WriteTx, lived: Lived): Promise<void> {
  const dice = sql`n * 16 + i`;
  const managers = lived.managers.map(({ id }) => id);
  const kinds = LOAD_ACTIVITIES.map(({ kind }) => kind);
  const titles = LOAD_ACTIVITIES.map(({ title }) => title);
  const zone = tx.agency.timezone;
  await sql`
    with steps as (
      select o.*, i, i = many and o.outcome = 'open' and ${chance(sql`n`, 22, 10)} < 7 as is_planned,
        o.created_at + (${tx.at}::timestamptz - o.created_at) * ((i - ${chance(dice, 23, 100)} / 100.0) / many) as at
      from (select o.*, 1 + ${chance(sql`n`, 21, 9)} as many from (${ofLoad(tx, lived)}) o) o cross join lateral generate_series(1, o.many) i
    ), made as (
      insert into activity (workspace_id, id, kind, title, notes, due_on, due_time, duration_minutes, done_at, done_by, outcome, assignee_id,
        opportunity_id, created_at, created_by, updated_at)
      select workspace_id, ${idOf(sql`made_at`, sql`id || 'activity' || i`)}, ${one(kinds, dice, 24)}, ${one(titles, dice, 24)},
        case when ${chance(dice, 25, 5)} = 0 then ${one(LOAD_NOTES, dice, 26)} end,
        case when is_planned then ${tx.today}::date + ${chance(dice, 27, 35)} - 5 else (at at time zone ${zone})::date end,
        case when ${chance(dice, 28, 3)} = 0 then ${one(["09:00", "10:30", "14:00", "16:30"], dice, 29)} end,
        case when not is_planned then 15 * (1 + ${chance(dice, 30, 4)}) end,
        case when not is_planned then at end, case when not is_planned then who end,
        case when not is_planned and ${chance(dice, 31, 2)} = 0 then ${one(LOAD_NOTES, dice, 32)} end, who, id, made_at, who, at
      from (
        select steps.*, case when ${chance(dice, 33, 5)} = 0 then (${one(managers, dice, 34)})::uuid else manager_id end as who,
          case when is_planned or ${chance(dice, 35, 2)} = 0 then at else greatest(created_at, at - interval '3 days') end as made_at
        from steps
      ) drawn returning *
    ), touched as (
      insert into opportunity_touch (workspace_id, opportunity_id, source_id, at, kind)
      select workspace_id, opportunity_id, id, done_at, kind from made where done_at is not null
    )
    ${factsOf(tx, "activity", [
      {
        kind: "activity.created",
        at: sql`created_at`,
        where: sql`done_at is distinct from created_at`,
        fields: { kind: sql`kind`, title: sql`title`, due_on: sql`due_on`, assignee_id: sql`assignee_id` },
      },
      {
        kind: "activity.done",
        at: sql`done_at`,
        where: sql`done_at is not null`,
        fields: { done_at: sql`done_at`, done_by: sql`done_by`, outcome: sql`outcome` },
      },
    ])}`.execute(tx.db);
}

/** None, one or two; every fourth mentions a colleague. */
async function addMessages(tx: WriteTx, lived: Lived): Promise<void> {
  const dice = sql`n * 4 + i`;
  const managers = lived.managers.map(({ id }) => id);
  const mentioned = lived.managers.map((person) => ` ${mentionOf(person)}`);
  await sql`
    with written as (
      select o.*, ${chance(dice, 41, 4)} = 0 as mentions, case when ${chance(dice, 42, 3)} = 0 then (${one(managers, dice, 43)})::uuid else manager_id end as author,
        o.created_at + (${tx.at}::timestamptz - o.created_at) * ((1 + ${chance(dice, 44, 98)}) / 100.0) as at
      from (select o.*, i from (${ofLoad(tx, lived)}) o cross join lateral generate_series(1, ${chance(sql`n`, 40, 3)}) i) o
    ), drawn as (
      select written.*, ${idOf(sql`at`, sql`id || 'message' || i`)} as message_id,
        ${one(LOAD_MESSAGES, dice, 45)} || case when mentions then ${one(mentioned, dice, 46)} else '' end as body,
        case when mentions then (${one(managers, dice, 46)})::uuid end as colleague
      from written
    ), made as (
      insert into message (workspace_id, id, opportunity_id, author_id, body, created_at, updated_at)
      select workspace_id, message_id, id, author, body, at, at from drawn returning *, author_id as made_by
    ), versions as (
      insert into message_version (workspace_id, message_id, version, body, at, by_id)
      select workspace_id, id, version, body, created_at, author_id from made
    ), mentions as (
      insert into message_mention (workspace_id, message_id, user_id)
      select workspace_id, message_id, colleague from drawn where colleague is not null
    ), touched as (
      insert into opportunity_touch (workspace_id, opportunity_id, source_id, at, kind)
      select workspace_id, opportunity_id, id, created_at, 'message' from made
    )
    ${factsOf(tx, "message", [{ kind: "message.created", at: sql`created_at`, where: sql`true`, fields: { body: sql`body` } }])}`.execute(
    tx.db,
  );
}

/** One of ten has a document: its rows alone, as lists and search ask for them. There are no bytes to download. */
async function addDocuments(tx: WriteTx, lived: Lived): Promise<void> {
  await sql`
    with drawn as (
      select o.*, ${one(LOAD_DOCUMENTS, sql`n`, 51)} as name,
        o.created_at + (${tx.at}::timestamptz - o.created_at) * ((1 + ${chance(sql`n`, 52, 98)}) / 100.0) as at
      from (${ofLoad(tx, lived)}) o where ${chance(sql`n`, 50, 10)} = 0
    ), made as (
      insert into document (workspace_id, id, opportunity_id, name, file_number, created_at, created_by, updated_at)
      select workspace_id, ${idOf(sql`at`, sql`id || 'document'`)}, id, name, 1, at, manager_id, at from drawn returning *
    ), files as (
      insert into document_file (workspace_id, document_id, number, id, name, content_type, byte_size, sha256, created_at, created_by)
      select workspace_id, id, 1, ${idOf(sql`created_at`, sql`id || 'file'`)}, name, 'application/pdf', 48000, sha256(convert_to(id::text, 'UTF8')),
        created_at, created_by from made
    ), touched as (
      insert into opportunity_touch (workspace_id, opportunity_id, source_id, at, kind)
      select workspace_id, opportunity_id, id, created_at, 'document' from made
    )
    ${factsOf(tx, "document", [{ kind: "document.created", at: sql`created_at`, where: sql`true`, fields: { name: sql`name` } }])}`.execute(
    tx.db,
  );
}

type Kind = { readonly kind: string; readonly at: Sql; readonly where: Sql; readonly fields: Readonly<Record<string, Sql>> };

const NAMES = { activity: sql`title`, message: sql`''`, document: sql`name` };
const ACTORS = { activity: sql`created_by`, message: sql`author_id`, document: sql`created_by` };

/** What was `made` in the same statement, told. */
function factsOf(tx: WriteTx, type: keyof typeof NAMES, kinds: readonly Kind[]): Sql {
  const each = kinds.map(
    ({
      kind,
      at,
      where,
      fields,
    }) => sql`select workspace_id, ${idOf(at, sql`id || ${sql.lit(kind)}`)}, ${tx.change.id}::uuid, ${at}, ${ACTORS[type]},
      ${sql.lit(kind)}, ${sql.lit(type)}, id, ${NAMES[type]}, opportunity_id, client_id, ${told(fields)} from made where ${where}`,
  );
  return sql`insert into fact (workspace_id, id, change_id, at, actor_id, kind, record_type, record_id, record_name, opportunity_id, client_id, fields)
    ${sql.join(each, sql` union all `)}`;
}

/** The last touch and the next activity, as each verb would have left them. */
async function keepOnRows(tx: WriteTx, lived: Lived): Promise<void> {
  await sql`
    update opportunity o set last_touch_at = coalesce(last.at, o.last_touch_at), last_touch_kind = coalesce(last.kind, o.last_touch_kind),
      next_activity_id = next.id, next_activity_kind = next.kind, next_activity_title = next.title, next_activity_on = next.due_on,
      next_activity_time = next.due_time
    from (${ofLoad(tx, lived)}) l
    join opportunity k on k.workspace_id = l.workspace_id and k.id = l.id
    left join lateral (select t.at, t.kind from opportunity_touch t where t.workspace_id = l.workspace_id and t.opportunity_id = l.id
      and t.at > k.last_touch_at order by t.at desc limit 1) last on true
    left join lateral (select a.* from activity a where a.workspace_id = l.workspace_id and a.opportunity_id = l.id and a.done_at is null
      order by a.due_on, a.due_time, a.id limit 1) next on true
    where o.workspace_id = l.workspace_id and o.id = l.id`.execute(tx.db);
}
