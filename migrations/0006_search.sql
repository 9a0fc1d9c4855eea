-- Words of every record in one place. Under a row policy a pattern search cannot use its index (its operators are
-- not leakproof), so one function that filters workspace and visibility itself answers every search.

create table search_entry (
  workspace_id uuid not null references workspace,
  record_type text not null,
  record_id uuid not null,
  words text not null,
  persons text not null default '',
  digits text not null default '',
  manager_id uuid,
  team_id uuid,
  constraint search_entry_is_one_per_record primary key (workspace_id, record_type, record_id),
  constraint search_entry_is_of_a_record check (record_type in ('client', 'contact', 'opportunity'))
);
call protect_table('search_entry', $$
  record_type <> 'opportunity'
  or manager_id = any ((select current_setting('escale.managers', true))::uuid[])
  or team_id = any ((select current_setting('escale.teams', true))::uuid[])$$);
create index search_entry_words on search_entry using gin (words gin_trgm_ops);
create index search_entry_persons on search_entry using gin (persons gin_trgm_ops);
create index search_entry_digits on search_entry using gin (digits gin_trgm_ops);
create index search_entry_by_record on search_entry (workspace_id, record_id);

-- The words follow their records on every path (form, import, undo, merge) because the database keeps them.
create function index_clients() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, digits)
  select c.workspace_id, 'client', c.id,
    ' ' || fold(concat_ws(' ', c.name, c.legal_name, c.city, c.email, c.registration_number, c.website)),
    regexp_replace(concat_ws(' ', c.phone, c.registration_number), '[^0-9 ]', '', 'g')
  from changed c where c.deleted_at is null
  on conflict (workspace_id, record_type, record_id) do update set words = excluded.words, digits = excluded.digits;
  delete from search_entry s using changed c
  where c.deleted_at is not null and s.workspace_id = c.workspace_id and s.record_type = 'client' and s.record_id = c.id;
  return null;
end $$;

create function index_contacts() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, digits)
  select c.workspace_id, 'contact', c.id,
    ' ' || fold(concat_ws(' ', c.first_name, c.last_name, c.city, c.email, c.job_title)),
    regexp_replace(coalesce(c.phone, ''), '[^0-9 ]', '', 'g')
  from changed c where c.deleted_at is null
  on conflict (workspace_id, record_type, record_id) do update set words = excluded.words, digits = excluded.digits;
  delete from search_entry s using changed c
  where c.deleted_at is not null and s.workspace_id = c.workspace_id and s.record_type = 'contact' and s.record_id = c.id;
  return null;
end $$;

create function opportunity_words(o opportunity) returns text language sql stable set search_path = pg_catalog, public as $$
  select ' ' || fold(concat_ws(' ', o.name, o.number,
    (select c.name from client c where c.workspace_id = o.workspace_id and c.id = o.client_id),
    (select string_agg(d ->> 'place', ' ') from jsonb_array_elements(o.destinations) d))) $$;

create function opportunity_persons(o opportunity) returns text language sql stable set search_path = pg_catalog, public as $$
  select coalesce(' ' || fold(string_agg(p.name, ' ' order by l.position)), '')
  from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
  where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and p.deleted_at is null $$;

create function index_new_opportunities() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, manager_id, team_id)
  select o.workspace_id, 'opportunity', o.id,
    ' ' || fold(concat_ws(' ', o.name, o.number, c.name,
      (select string_agg(d ->> 'place', ' ') from jsonb_array_elements(o.destinations) d))),
    o.manager_id, o.team_id
  from changed o join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
  where o.deleted_at is null;
  return null;
end $$;

create function index_changed_opportunities() returns trigger language plpgsql set search_path = pg_catalog, public as $$
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
  delete from search_entry s using changed n
  where n.deleted_at is not null and s.workspace_id = n.workspace_id and s.record_type = 'opportunity' and s.record_id = n.id;
  return null;
end $$;

-- The name of a client or a person is among the words of its opportunities.
create function index_opportunities_of_clients() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update search_entry s set words = opportunity_words(o)
  from changed n
  join before b on b.workspace_id = n.workspace_id and b.id = n.id
  join opportunity o on o.workspace_id = n.workspace_id and o.client_id = n.id
  where n.name is distinct from b.name
    and s.workspace_id = o.workspace_id and s.record_type = 'opportunity' and s.record_id = o.id;
  return null;
end $$;

create function index_opportunities_of_contacts() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update search_entry s set persons = opportunity_persons(o)
  from changed n
  join before b on b.workspace_id = n.workspace_id and b.id = n.id
  join opportunity_contact l on l.workspace_id = n.workspace_id and l.contact_id = n.id
  join opportunity o on o.workspace_id = n.workspace_id and o.id = l.opportunity_id
  where (n.name, n.deleted_at) is distinct from (b.name, b.deleted_at)
    and s.workspace_id = o.workspace_id and s.record_type = 'opportunity' and s.record_id = o.id;
  return null;
end $$;

create function index_opportunities_of_links() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update search_entry s set persons = opportunity_persons(o)
  from (select distinct workspace_id, opportunity_id from changed) l
  join opportunity o on o.workspace_id = l.workspace_id and o.id = l.opportunity_id
  where s.workspace_id = o.workspace_id and s.record_type = 'opportunity' and s.record_id = o.id;
  return null;
end $$;

create trigger index_new_clients after insert on client referencing new table as changed for each statement execute function index_clients();
create trigger index_changed_clients after update on client referencing new table as changed for each statement execute function index_clients();
create trigger index_renamed_clients after update on client referencing old table as before new table as changed for each statement execute function index_opportunities_of_clients();
create trigger index_new_contacts after insert on contact referencing new table as changed for each statement execute function index_contacts();
create trigger index_changed_contacts after update on contact referencing new table as changed for each statement execute function index_contacts();
create trigger index_renamed_contacts after update on contact referencing old table as before new table as changed for each statement execute function index_opportunities_of_contacts();
create trigger index_new_opportunities after insert on opportunity referencing new table as changed for each statement execute function index_new_opportunities();
create trigger index_changed_opportunities after update on opportunity referencing old table as before new table as changed for each statement execute function index_changed_opportunities();
create trigger index_new_links after insert on opportunity_contact referencing new table as changed for each statement execute function index_opportunities_of_links();
create trigger index_ended_links after delete on opportunity_contact referencing old table as changed for each statement execute function index_opportunities_of_links();

-- Records of one kind whose words hold every term. A term of fewer than three letters begins a word; when nothing holds
-- every term, near ones are accepted (one letter wrong). Names of persons count only for readers of contacts.
create function search_records(kind text, terms text[], with_persons boolean, near boolean default true) returns table (record_id uuid)
language plpgsql stable security definer rows 200
  set search_path = pg_catalog, public set pg_trgm.word_similarity_threshold = '0.4' as $$
declare
  within text := format('s.workspace_id = %L and s.record_type = %L', nullif(current_setting('escale.workspace', true), '')::uuid, kind);
  exact text := '';
  close text := '';
  term text;
  pattern text;
begin
  if kind = 'opportunity' and current_setting('escale.sees_all', true) is distinct from 'yes' then
    within := within || format(' and (s.manager_id = any (%L::uuid[]) or s.team_id = any (%L::uuid[]))',
      current_setting('escale.managers', true), current_setting('escale.teams', true));
  end if;
  foreach term in array terms loop
    pattern := replace(replace(replace(fold(term), '\', '\\'), '%', '\%'), '_', '\_');
    pattern := case when length(pattern) < 3 then '% ' || pattern || '%' else '%' || pattern || '%' end;
    exact := exact || format(' and (s.words like %L', pattern)
      || case when with_persons then format(' or s.persons like %L', pattern) else '' end
      || case when regexp_replace(term, '[^0-9]', '', 'g') ~ '^[0-9]{4,}$'
           then format(' or s.digits like %L', '%' || regexp_replace(regexp_replace(term, '[^0-9]', '', 'g'), '^0+', '') || '%') else '' end
      || ')';
    close := close || format(' and (%L <%% s.words', fold(term))
      || case when with_persons then format(' or %L <%% s.persons', fold(term)) else '' end || ')';
  end loop;
  return query execute format('select s.record_id from public.search_entry s where %s%s', within, exact);
  if not found and near and array_to_string(terms, '') ~ '[[:alpha:]]{4}' then
    return query execute format('select s.record_id from public.search_entry s where %s%s limit 200', within, close);
  end if;
end $$;
revoke all on function search_records from public;
grant execute on function search_records to escale_app, escale_app_all;
