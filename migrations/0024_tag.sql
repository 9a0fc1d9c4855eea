-- Words of the agency on opportunities, clients and contacts. A record holds the ids of its tags, so that a change of
-- them is told and taken back like any other; the database keeps beside it the rows that lists are filtered by.

create table tag (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  -- Records keep a tag that was merged, and are read as having the other one: taking the merge back writes one row.
  merged_into uuid,
  created_at timestamptz not null,
  deleted_at timestamptz,
  version integer not null default 1,
  constraint tag_is_known_by_its_id primary key (workspace_id, id),
  constraint tag_is_merged_into_a_tag foreign key (workspace_id, merged_into) references tag (workspace_id, id),
  constraint tag_is_not_merged_into_itself check (merged_into <> id),
  constraint tag_that_is_merged_is_gone check (merged_into is null or deleted_at is not null)
);
call protect_table('tag');
create unique index tag_is_named_once on tag (workspace_id, fold(name)) where deleted_at is null;
create index tag_by_what_it_is_merged_into on tag (workspace_id, merged_into) where merged_into is not null;

alter table opportunity add column tag_ids uuid[] not null default '{}';
alter table client add column tag_ids uuid[] not null default '{}';
alter table contact add column tag_ids uuid[] not null default '{}';

-- Who may see the opportunity is beside its tags: asking each opportunity would cost a popular tag some hundred milliseconds.
create table opportunity_tag (
  workspace_id uuid not null,
  tag_id uuid not null,
  opportunity_id uuid not null,
  manager_id uuid,
  team_id uuid,
  constraint opportunity_tag_is_one_link primary key (workspace_id, tag_id, opportunity_id),
  constraint opportunity_tag_is_a_tag foreign key (workspace_id, tag_id) references tag (workspace_id, id),
  constraint opportunity_tag_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id)
);
call protect_table('opportunity_tag', $$
  manager_id = any ((select current_setting('escale.managers', true))::uuid[])
  or team_id = any ((select current_setting('escale.teams', true))::uuid[])$$);
create index opportunity_tag_of_opportunity on opportunity_tag (workspace_id, opportunity_id);

create table client_tag (
  workspace_id uuid not null,
  tag_id uuid not null,
  client_id uuid not null,
  constraint client_tag_is_one_link primary key (workspace_id, tag_id, client_id),
  constraint client_tag_is_a_tag foreign key (workspace_id, tag_id) references tag (workspace_id, id),
  constraint client_tag_of_a_client foreign key (workspace_id, client_id) references client (workspace_id, id)
);
call protect_table('client_tag');
create index client_tag_of_client on client_tag (workspace_id, client_id);

create table contact_tag (
  workspace_id uuid not null,
  tag_id uuid not null,
  contact_id uuid not null,
  constraint contact_tag_is_one_link primary key (workspace_id, tag_id, contact_id),
  constraint contact_tag_is_a_tag foreign key (workspace_id, tag_id) references tag (workspace_id, id),
  constraint contact_tag_of_a_contact foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
call protect_table('contact_tag');
create index contact_tag_of_contact on contact_tag (workspace_id, contact_id);

-- The rows follow their records on every path (form, bulk, import, undo) because the database keeps them. A record
-- without tags, and a change of anything else, costs nothing.
create function keep_opportunity_tags() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    delete from opportunity_tag l
    where l.workspace_id = new.workspace_id and l.opportunity_id = new.id and l.tag_id <> all (new.tag_ids);
  end if;
  insert into opportunity_tag as l (workspace_id, tag_id, opportunity_id, manager_id, team_id)
  select new.workspace_id, tag_id, new.id, new.manager_id, new.team_id from unnest(new.tag_ids) tag_id
  on conflict (workspace_id, tag_id, opportunity_id) do update set manager_id = excluded.manager_id, team_id = excluded.team_id
    where (l.manager_id, l.team_id) is distinct from (excluded.manager_id, excluded.team_id);
  return null;
end $$;
create trigger opportunity_has_its_tags after insert on opportunity for each row
  when (new.tag_ids <> '{}') execute function keep_opportunity_tags();
create trigger opportunity_keeps_its_tags after update on opportunity for each row
  when (new.tag_ids is distinct from old.tag_ids
    or (new.tag_ids <> '{}' and (new.manager_id, new.team_id) is distinct from (old.manager_id, old.team_id)))
  execute function keep_opportunity_tags();

create function keep_client_tags() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    delete from client_tag l where l.workspace_id = new.workspace_id and l.client_id = new.id and l.tag_id <> all (new.tag_ids);
  end if;
  insert into client_tag (workspace_id, tag_id, client_id)
  select new.workspace_id, tag_id, new.id from unnest(new.tag_ids) tag_id on conflict do nothing;
  return null;
end $$;
create trigger client_has_its_tags after insert on client for each row
  when (new.tag_ids <> '{}') execute function keep_client_tags();
create trigger client_keeps_its_tags after update on client for each row
  when (new.tag_ids is distinct from old.tag_ids) execute function keep_client_tags();

create function keep_contact_tags() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if tg_op = 'UPDATE' then
    delete from contact_tag l where l.workspace_id = new.workspace_id and l.contact_id = new.id and l.tag_id <> all (new.tag_ids);
  end if;
  insert into contact_tag (workspace_id, tag_id, contact_id)
  select new.workspace_id, tag_id, new.id from unnest(new.tag_ids) tag_id on conflict do nothing;
  return null;
end $$;
create trigger contact_has_its_tags after insert on contact for each row
  when (new.tag_ids <> '{}') execute function keep_contact_tags();
create trigger contact_keeps_its_tags after update on contact for each row
  when (new.tag_ids is distinct from old.tag_ids) execute function keep_contact_tags();
