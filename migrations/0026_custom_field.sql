-- What an agency wants to know of its records and the product does not ask. The values stand in the record itself, so
-- that its version, its history and its undo hold them; a table beside it, kept by triggers, finds and orders records
-- by a value: one index entry a value, whatever the field.

create table custom_field (
  workspace_id uuid not null references workspace,
  id uuid not null,
  record_type text not null,
  key text not null,
  label text not null,
  type text not null,
  options jsonb not null default '[]',
  group_name text,
  position integer not null,
  important boolean not null default false,
  help text,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  constraint custom_field_is_known_by_its_id primary key (workspace_id, id),
  constraint custom_field_key_is_used_once unique (workspace_id, record_type, key),
  constraint custom_field_is_of_a_record check (record_type in ('opportunity', 'client', 'contact')),
  constraint custom_field_has_a_type
    check (type in ('text', 'longText', 'number', 'money', 'date', 'checkbox', 'list', 'multiList', 'link', 'user'))
);
call protect_table('custom_field');

alter table opportunity add column custom jsonb not null default '{}';
alter table client add column custom jsonb not null default '{}';
alter table contact add column custom jsonb not null default '{}';

-- `words`: text, or the id of an option or user. `figure`: a number or amount in ten-thousandths, a day since 1970, a box
-- as 0 or 1, the place of an option in its list. Whole numbers and texts compare inside an index also under row policies,
-- which decimals do not.
create table custom_value (
  workspace_id uuid not null,
  field_id uuid not null,
  record_id uuid not null,
  place integer not null,
  record_type text not null,
  words text,
  figure bigint,
  constraint custom_value_is_one_per_place primary key (workspace_id, field_id, record_id, place),
  constraint custom_value_of_a_field foreign key (workspace_id, field_id) references custom_field (workspace_id, id)
);
call protect_table('custom_value', $$record_type <> 'opportunity' or sees_opportunity(workspace_id, record_id)$$);
create index custom_value_by_words on custom_value (workspace_id, field_id, words collate name_order, record_id) where words is not null;
create index custom_value_by_figure on custom_value (workspace_id, field_id, figure, record_id) where figure is not null;

create function custom_entries(kind text, options jsonb, value jsonb) returns table (place integer, words text, figure bigint)
language sql immutable set search_path = pg_catalog, public as $$
  select (chosen.place - 1)::integer, chosen.id, option.place
  from jsonb_array_elements_text(case when kind = 'multiList' then value when kind = 'list' then jsonb_build_array(value) else '[]' end)
    with ordinality chosen (id, place)
  left join jsonb_array_elements(options) with ordinality option (entry, place) on option.entry ->> 'id' = chosen.id
  union all
  select 0,
    case when kind in ('text', 'longText', 'link', 'user') then left(value #>> '{}', 200) end,
    case kind
      when 'number' then ((value #>> '{}')::numeric * 10000)::bigint
      when 'money' then ((value ->> 'amount')::numeric * 10000)::bigint
      when 'date' then ((value #>> '{}')::date - date '1970-01-01')::bigint
      when 'checkbox' then (value #>> '{}')::boolean::integer::bigint
    end
  where kind not in ('list', 'multiList') $$;

create function keep_custom_values() returns trigger language plpgsql set search_path = pg_catalog, public as $$
declare
  before jsonb := '{}';
begin
  if tg_op = 'UPDATE' then
    before := old.custom;
    delete from custom_value v using custom_field f
    where f.workspace_id = new.workspace_id and f.record_type = tg_argv[0] and before ? f.key
      and new.custom -> f.key is distinct from before -> f.key
      and v.workspace_id = f.workspace_id and v.field_id = f.id and v.record_id = new.id;
  end if;
  insert into custom_value (workspace_id, field_id, record_id, place, record_type, words, figure)
  select f.workspace_id, f.id, new.id, e.place, f.record_type, e.words, e.figure
  from custom_field f cross join lateral custom_entries(f.type, f.options, new.custom -> f.key) e
  where f.workspace_id = new.workspace_id and f.record_type = tg_argv[0] and new.custom ? f.key
    and new.custom -> f.key is distinct from before -> f.key;
  return null;
end $$;

create trigger opportunity_keeps_new_custom_values after insert on opportunity
  for each row when (new.custom <> '{}') execute function keep_custom_values('opportunity');
create trigger opportunity_keeps_custom_values after update of custom on opportunity
  for each row when (new.custom is distinct from old.custom) execute function keep_custom_values('opportunity');
create trigger client_keeps_new_custom_values after insert on client
  for each row when (new.custom <> '{}') execute function keep_custom_values('client');
create trigger client_keeps_custom_values after update of custom on client
  for each row when (new.custom is distinct from old.custom) execute function keep_custom_values('client');
create trigger contact_keeps_new_custom_values after insert on contact
  for each row when (new.custom <> '{}') execute function keep_custom_values('contact');
create trigger contact_keeps_custom_values after update of custom on contact
  for each row when (new.custom is distinct from old.custom) execute function keep_custom_values('contact');
