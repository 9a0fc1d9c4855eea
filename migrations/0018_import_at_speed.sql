-- What is new has no words to take away: looking for them in every statement read all of the agency's entries for each row.
create or replace function index_clients() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, digits)
  select c.workspace_id, 'client', c.id,
    ' ' || fold(concat_ws(' ', c.name, c.legal_name, c.city, c.email, c.registration_number, c.website)),
    regexp_replace(concat_ws(' ', c.phone, c.registration_number), '[^0-9 ]', '', 'g')
  from changed c where c.deleted_at is null
  on conflict (workspace_id, record_type, record_id) do update set words = excluded.words, digits = excluded.digits
    where (search_entry.words, search_entry.digits) is distinct from (excluded.words, excluded.digits);
  if exists (select from changed where deleted_at is not null) then
    delete from search_entry s
    where (s.workspace_id, s.record_type, s.record_id) in (select c.workspace_id, 'client', c.id from changed c where c.deleted_at is not null);
  end if;
  return null;
end $$;

create or replace function index_contacts() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, digits)
  select c.workspace_id, 'contact', c.id,
    ' ' || fold(concat_ws(' ', c.first_name, c.last_name, c.city, c.email, c.job_title)),
    regexp_replace(coalesce(c.phone, ''), '[^0-9 ]', '', 'g')
  from changed c where c.deleted_at is null
  on conflict (workspace_id, record_type, record_id) do update set words = excluded.words, digits = excluded.digits
    where (search_entry.words, search_entry.digits) is distinct from (excluded.words, excluded.digits);
  if exists (select from changed where deleted_at is not null) then
    delete from search_entry s
    where (s.workspace_id, s.record_type, s.record_id) in (select c.workspace_id, 'contact', c.id from changed c where c.deleted_at is not null);
  end if;
  return null;
end $$;

create or replace function index_changed_opportunities() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, persons, manager_id, team_id)
  select o.workspace_id, 'opportunity', o.id, opportunity_words(o), opportunity_persons(o), o.manager_id, o.team_id
  from opportunity o
  join changed n on n.workspace_id = o.workspace_id and n.id = o.id
  join before b on b.workspace_id = n.workspace_id and b.id = n.id
  where n.deleted_at is null
    and (n.name, n.number, n.client_id, n.manager_id, n.team_id, n.destinations, n.deleted_at)
      is distinct from (b.name, b.number, b.client_id, b.manager_id, b.team_id, b.destinations, b.deleted_at)
  on conflict (workspace_id, record_type, record_id) do update
    set words = excluded.words, persons = excluded.persons, manager_id = excluded.manager_id, team_id = excluded.team_id;
  if exists (select from changed where deleted_at is not null) then
    delete from search_entry s
    where (s.workspace_id, s.record_type, s.record_id) in (select n.workspace_id, 'opportunity', n.id from changed n where n.deleted_at is not null);
  end if;
  return null;
end $$;

-- A new agency imports into empty tables, of which the planner knows nothing until the file is in: every check of a
-- reference then walks through the whole agency. Asked after the first rows; only the owner of a table may analyze it.
-- Somebody else's analysis is not waited for, and a table that is known is left alone.
create function learn_imported_tables() returns void language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  unknown text;
begin
  select string_agg(format('%I.%I', n.nspname, c.relname), ', ') into unknown
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'public' and c.reltuples < 1000 and c.relkind = 'r'
    and c.relname in ('client', 'contact', 'client_contact', 'opportunity', 'opportunity_state', 'opportunity_contact', 'external_id', 'search_entry', 'change', 'fact');
  if unknown is not null then
    execute 'analyze (skip_locked) ' || unknown;
  end if;
end $$;
revoke execute on function learn_imported_tables() from public;
grant execute on function learn_imported_tables() to escale_app_all;
