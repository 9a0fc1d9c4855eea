-- What is done for a client, or planned: calls, visits, meetings, mails, tasks, deadlines. On an opportunity, or on a
-- client or contact alone. What hangs on an opportunity has its visibility, kept on the row so that a list joins nothing.

create table activity (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  title text not null,
  notes text,
  due_on date not null,
  due_time text,
  remind_at timestamptz,
  duration_minutes integer,
  done_at timestamptz,
  done_by uuid,
  outcome text,
  assignee_id uuid,
  opportunity_id uuid,
  client_id uuid,
  contact_id uuid,
  opportunity_manager_id uuid,
  opportunity_team_id uuid,
  owner_deleted boolean not null default false,
  words text generated always as (' ' || fold(title || ' ' || coalesce(notes, '') || ' ' || coalesce(outcome, ''))) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint activity_is_known_by_its_id primary key (workspace_id, id),
  constraint activity_is_of_a_kind check (kind in ('call', 'visit', 'meeting', 'mail', 'task', 'deadline')),
  constraint activity_hangs_on_something check (opportunity_id is not null or client_id is not null or contact_id is not null),
  constraint activity_time_is_of_a_clock check (due_time ~ '^[0-2][0-9]:[0-5][0-9]$'),
  constraint activity_duration_is_positive check (duration_minutes > 0),
  constraint activity_has_an_assignee foreign key (workspace_id, assignee_id) references app_user (workspace_id, id),
  constraint activity_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint activity_of_a_client foreign key (workspace_id, client_id) references client (workspace_id, id),
  constraint activity_with_a_contact foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
call protect_table('activity', $$
  opportunity_id is null
  or opportunity_manager_id = any ((select current_setting('escale.managers', true))::uuid[])
  or opportunity_team_id = any ((select current_setting('escale.teams', true))::uuid[])$$);

create index activity_planned on activity (workspace_id, due_on, due_time, id) where done_at is null and deleted_at is null and not owner_deleted;
create index activity_planned_for on activity (workspace_id, assignee_id, due_on, due_time, id) where done_at is null and deleted_at is null and not owner_deleted;
create index activity_done on activity (workspace_id, done_at, id) where done_at is not null and deleted_at is null and not owner_deleted;
create index activity_done_for on activity (workspace_id, assignee_id, done_at, id) where done_at is not null and deleted_at is null and not owner_deleted;
create index activity_by_creation on activity (workspace_id, created_at, id) where deleted_at is null and not owner_deleted;
create index activity_by_due on activity (workspace_id, due_on, due_time, id) where deleted_at is null and not owner_deleted;
create index activity_of_opportunity on activity (workspace_id, opportunity_id, due_on, due_time, id);
create index activity_of_client on activity (workspace_id, client_id, due_on, due_time, id);
create index activity_of_contact on activity (workspace_id, contact_id, due_on, due_time, id);
create index activity_words on activity using gin (words gin_trgm_ops) where deleted_at is null;

-- Client and visibility are those of the opportunity, on every path (form, import, merge, undo).
create function place_under_opportunity() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  if new.opportunity_id is null then
    new.opportunity_manager_id := null;
    new.opportunity_team_id := null;
    return new;
  end if;
  select o.client_id, o.manager_id, o.team_id, o.deleted_at is not null
  into new.client_id, new.opportunity_manager_id, new.opportunity_team_id, new.owner_deleted
  from opportunity o where o.workspace_id = new.workspace_id and o.id = new.opportunity_id;
  return new;
end $$;
create trigger place_new_activity before insert on activity for each row execute function place_under_opportunity();
create trigger place_moved_activity before update of opportunity_id on activity for each row
  when (new.opportunity_id is distinct from old.opportunity_id) execute function place_under_opportunity();

create function activities_follow_opportunity() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update activity a set client_id = new.client_id, opportunity_manager_id = new.manager_id, opportunity_team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.opportunity_id = new.id;
  return null;
end $$;
create trigger activities_follow_opportunity after update of client_id, manager_id, team_id, deleted_at on opportunity for each row
  when ((new.client_id, new.manager_id, new.team_id, new.deleted_at) is distinct from (old.client_id, old.manager_id, old.team_id, old.deleted_at))
  execute function activities_follow_opportunity();

create function activities_follow_client() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update activity a set owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.client_id = new.id and a.opportunity_id is null;
  return null;
end $$;
create trigger activities_follow_client after update of deleted_at on client for each row
  when ((new.deleted_at is null) <> (old.deleted_at is null)) execute function activities_follow_client();

create function activities_follow_contact() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update activity a set owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.contact_id = new.id and a.opportunity_id is null and a.client_id is null;
  return null;
end $$;
create trigger activities_follow_contact after update of deleted_at on contact for each row
  when ((new.deleted_at is null) <> (old.deleted_at is null)) execute function activities_follow_contact();

-- Every touch of an opportunity but its stage moves: an undone one gives the place of the last touch back to the one before.
create table opportunity_touch (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  source_id uuid not null,
  at timestamptz not null,
  kind text not null,
  constraint opportunity_touch_is_one_per_source primary key (workspace_id, opportunity_id, source_id),
  constraint opportunity_touch_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id)
);
call protect_table('opportunity_touch', 'sees_opportunity(workspace_id, opportunity_id)');
create index opportunity_touch_by_time on opportunity_touch (workspace_id, opportunity_id, at);

-- The next planned activity, kept on the row: lists and board join nothing.
alter table opportunity
  add column next_activity_id uuid,
  add column next_activity_kind text,
  add column next_activity_title text,
  add column next_activity_on date,
  add column next_activity_time text;
create index opportunity_open_by_next_activity on opportunity (workspace_id, stage_id, next_activity_on, expected_close_on, id)
  where outcome = 'open' and deleted_at is null;

-- Words of activities have their own index: those of the opportunities stay as quick as they were.
create function search_activities(terms text[]) returns table (record_id uuid)
language plpgsql stable security definer rows 200 set search_path = pg_catalog, public as $$
declare
  within text := format('a.workspace_id = %L and a.deleted_at is null', nullif(current_setting('escale.workspace', true), '')::uuid);
  term text;
begin
  if current_setting('escale.sees_all', true) is distinct from 'yes' then
    within := within || format(' and (a.opportunity_id is null or a.opportunity_manager_id = any (%L::uuid[]) or a.opportunity_team_id = any (%L::uuid[]))',
      current_setting('escale.managers', true), current_setting('escale.teams', true));
  end if;
  foreach term in array terms loop
    within := within || format(' and a.words like %L', case when length(fold(term)) < 3 then '% ' else '%' end
      || replace(replace(replace(fold(term), '\', '\\'), '%', '\%'), '_', '\_') || '%');
  end loop;
  return query execute 'select a.id from public.activity a where ' || within;
end $$;
revoke all on function search_activities from public;
grant execute on function search_activities to escale_app, escale_app_all;
