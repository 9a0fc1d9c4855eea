import { CITIES, FIRST_NAMES, LAST_NAMES, LOAD_TRIPS, ORGANISATIONS } from "#server/admin/load-words.ts";
import { STAGE_SHARES, type Sizes } from "#bench/sizes.ts";

type Lists = {
  readonly workspaceId: string;
  readonly pipelineId: string;
  readonly stageIds: readonly string[];
  readonly managerIds: readonly string[];
};

/** Chance that is the same on every machine: row n, question k, below m. */
export const CHANCE = `create or replace function chance(n bigint, k bigint, m int) returns int language sql immutable parallel safe
  as $$ select (abs(hashint8extended(n, k) % m))::int $$`;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const list = (values: readonly string[]): string => `(array[${values.map(text).join(",")}])`;
const one = (values: readonly string[], n: string, k: number): string => `${list(values)}[1 + chance(${n}, ${k}, ${values.length})]`;
/** A version 7 id that tells what it is of and which. */
const id = (kind: number, n: string): string => `('${String(kind).padStart(8, "0")}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/**
 * The statements that fill an agency. One statement a table: the database makes the rows itself, a million of them in
 * minutes. Derived figures follow the domain's rules (likely: amount × probability; margin: 20 % mark-up).
 */
export function agencyRows(sizes: Sizes, lists: Lists): string[] {
  return [
    clients(sizes, lists),
    contacts(sizes, lists),
    links(sizes, lists),
    change(lists),
    opportunities(sizes, lists),
    people(lists),
    states(lists),
    facts(lists),
  ];
}

function clients(sizes: Sizes, { workspaceId, managerIds }: Lists): string {
  return `insert into client (workspace_id, id, name, status, manager_id, city, country, email, language, created_at, updated_at)
    select '${workspaceId}', ${id(1, "n")}, ${one(ORGANISATIONS, "n", 1)} || ' ' || ${one(LAST_NAMES, "n", 2)} || ' ' || city || ' ' || n, 'client',
      ${list(managerIds)}[1 + chance(n, 4, ${managerIds.length})]::uuid, city, 'FR', 'client' || n || '@load.example', 'fr', at, at
    from (select n, ${one(
      CITIES.map(({ name }) => name),
      "n",
      3,
    )} as city, now() - chance(n, 5, 900) * interval '1 day' as at from generate_series(1, ${sizes.clients}) n) drawn`;
}

function contacts(sizes: Sizes, { workspaceId }: Lists): string {
  return `insert into contact (workspace_id, id, first_name, last_name, city, country, email, language, created_at, updated_at)
    select '${workspaceId}', ${id(2, "n")}, ${one(FIRST_NAMES, "n", 6)}, ${one(LAST_NAMES, "n", 7)}, ${one(
      CITIES.map(({ name }) => name),
      "n",
      8,
    )}, 'FR',
      'person' || n || '@load.example', 'fr', at, at
    from (select n, now() - chance(n, 9, 900) * interval '1 day' as at from generate_series(1, ${sizes.contacts}) n) drawn`;
}

function links(sizes: Sizes, { workspaceId }: Lists): string {
  return `insert into client_contact (workspace_id, client_id, contact_id, is_main, created_at)
    select '${workspaceId}', ${id(1, `1 + (n - 1) % ${sizes.clients}`)}, ${id(2, "n")}, n <= ${sizes.clients}, now() from generate_series(1, ${sizes.contacts}) n`;
}

const CHANGE = id(4, "1");

function change({ workspaceId }: Lists): string {
  return `insert into change (workspace_id, id, at, origin, endpoint) values ('${workspaceId}', ${CHANGE}, now(), 'system', 'bench')`;
}

/** All open, amounts 1 000 to 149 999, close dates over four years. */
function opportunities(sizes: Sizes, { workspaceId, pipelineId, stageIds, managerIds }: Lists): string {
  const stage = `case ${STAGE_SHARES.map((share, index) => `when drawn < ${share} then ${index + 1}`).join(" ")} end`;
  const trip = (of: "name" | "place" | "country"): string => `${list(LOAD_TRIPS.map((one) => one[of]))}[trip]`;
  return `insert into opportunity (workspace_id, id, number, name, client_id, manager_id, pipeline_id, stage_id, probability_percent, priority, amount_minor,
      amount_source, currency, departs_on, returns_on, destinations, destination_keys, adults, pax, expected_close_on, total_minor, likely_minor, margin_minor,
      total_home_minor, likely_home_minor, margin_home_minor, stage_since, last_touch_at, last_touch_kind, created_at, updated_at)
    select '${workspaceId}', ${id(3, "n")}, 'OPP-2026-' || lpad(n::text, greatest(4, length(n::text)), '0'), ${trip("name")} || ' ' || extract(year from closes), ${id(1, `1 + chance(n, 11, ${sizes.clients})`)},
      ${list(managerIds)}[1 + chance(n, 12, ${managerIds.length})]::uuid, '${pipelineId}', s.id, s.probability_percent, chance(n, 13, 8) = 0, amount, 'typed', 'EUR',
      closes + 60, closes + 67, jsonb_build_array(jsonb_build_object('country', ${trip("country")}, 'place', ${trip("place")})),
      array[${trip("country")}, fold(${trip("place")})], pax, pax, closes, amount, likely, margin, amount, likely, margin, at, at, 'created', at, at
    from (select n, ${stage} as place, 1 + chance(n, 15, ${LOAD_TRIPS.length}) as trip, (1000 + chance(n, 16, 149000)) * 100 as amount, 4 + chance(n, 17, 56) as pax,
        current_date - 730 + chance(n, 18, 1461) as closes, now() - chance(n, 19, 540) * interval '1 day' as at
      from (select n, chance(n, 14, 100) as drawn from generate_series(1, ${sizes.opportunities}) n) dice) o
    join stage s on s.id = ${list(stageIds)}[o.place]::uuid
    cross join lateral (select round(amount * s.probability_percent / 100.0) as likely, round(amount / 6.0) as margin) derived`;
}

/** Each has a contact of its client. */
function people({ workspaceId }: Lists): string {
  return `insert into opportunity_contact (workspace_id, opportunity_id, contact_id, is_main)
    select o.workspace_id, o.id, l.contact_id, true from opportunity o
    join client_contact l on l.workspace_id = o.workspace_id and l.client_id = o.client_id and l.is_main where o.workspace_id = '${workspaceId}'`;
}

const STATE = `pipeline_id, stage_id, outcome, amount_minor, total_minor, currency, rate, probability_percent, likely_minor, margin_minor, total_home_minor,
  likely_home_minor, margin_home_minor, expected_close_on, departs_on, manager_id, team_id`;

function states({ workspaceId }: Lists): string {
  return `insert into opportunity_state (workspace_id, opportunity_id, valid_from, change_id, ${STATE})
    select workspace_id, id, created_at, ${CHANGE}, ${STATE} from opportunity where workspace_id = '${workspaceId}'`;
}

function facts({ workspaceId }: Lists): string {
  return `insert into fact (workspace_id, id, change_id, at, actor_id, kind, record_type, record_id, record_name, opportunity_id, client_id, fields)
    select workspace_id, ('00000005' || substr(id::text, 9))::uuid, ${CHANGE}, created_at, manager_id, 'opportunity.created', 'opportunity', id, name, id, client_id,
      jsonb_build_object('name', jsonb_build_object('from', null, 'to', name)) from opportunity where workspace_id = '${workspaceId}'`;
}
