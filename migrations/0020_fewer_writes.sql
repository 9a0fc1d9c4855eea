-- Every write of an opportunity enters each index of it: those that serve nothing go, those of few rows hold only these.
drop index opportunity_by_pipeline;
drop index opportunity_by_source;
create index opportunity_by_source on opportunity (workspace_id, source_id) where source_id is not null;
drop index opportunity_by_lost_reason;
create index opportunity_by_lost_reason on opportunity (workspace_id, lost_reason_id) where lost_reason_id is not null;
drop index opportunity_by_competitor;
create index opportunity_by_competitor on opportunity (workspace_id, competitor_id) where competitor_id is not null;
-- A record of a kind is found by the primary key.
drop index search_entry_by_record;

-- An opportunity made with its contacts, in one statement, has their names at once.
create or replace function index_new_opportunities() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, persons, manager_id, team_id)
  select o.workspace_id, 'opportunity', o.id,
    ' ' || fold(concat_ws(' ', o.name, o.number, c.name,
      (select string_agg(d ->> 'place', ' ') from jsonb_array_elements(o.destinations) d))),
    opportunity_persons(o), o.manager_id, o.team_id
  from changed o join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
  where o.deleted_at is null;
  return null;
end $$;

create or replace function index_opportunities_of_links() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update search_entry s set persons = now.persons
  from (select distinct workspace_id, opportunity_id from changed) l
  join opportunity o on o.workspace_id = l.workspace_id and o.id = l.opportunity_id
  cross join lateral (select opportunity_persons(o) as persons) now
  where s.workspace_id = o.workspace_id and s.record_type = 'opportunity' and s.record_id = o.id and s.persons <> now.persons;
  return null;
end $$;

-- Lists: near words are words, a number is held or it is not.
create or replace function search_records(kind text, terms text[], with_persons boolean, near boolean default true) returns table (record_id uuid)
language plpgsql stable security definer rows 200
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = '0.4' as $$
declare
  within text := format('s.workspace_id = %L and s.record_type = %L', nullif(current_setting('escale.workspace', true), '')::uuid, kind);
  holds text := '';
  close text := '';
  term text;
  pattern text;
  this text;
begin
  if kind = 'opportunity' and current_setting('escale.sees_all', true) is distinct from 'yes' then
    within := within || format(' and (s.manager_id = any (%L::uuid[]) or s.team_id = any (%L::uuid[]))',
      current_setting('escale.managers', true), current_setting('escale.teams', true));
  end if;
  foreach term in array terms loop
    pattern := replace(replace(replace(fold(term), '\', '\\'), '%', '\%'), '_', '\_');
    pattern := case when length(pattern) < 3 then '% ' || pattern || '%' else '%' || pattern || '%' end;
    this := format(' and (s.words like %L', pattern)
      || case when with_persons then format(' or s.persons like %L', pattern) else '' end
      || case when regexp_replace(term, '[^0-9]', '', 'g') ~ '^[0-9]{4,}$'
           then format(' or s.digits like %L', '%' || regexp_replace(regexp_replace(term, '[^0-9]', '', 'g'), '^0+', '') || '%') else '' end
      || ')';
    holds := holds || this;
    close := close || case when term ~ '[[:alpha:]]' then
      format(' and (%L <%% s.words', fold(term)) || case when with_persons then format(' or %L <%% s.persons', fold(term)) else '' end || ')'
      else this end;
  end loop;
  return query execute format('select s.record_id from public.search_entry s where %s%s', within, holds);
  if not found and near and array_to_string(terms, '') ~ '[[:alpha:]]{4}' then
    return query execute format('select s.record_id from public.search_entry s where %s%s limit 200', within, close);
  end if;
end $$;
