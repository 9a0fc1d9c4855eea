-- Messages and notes between colleagues, never for clients. On an opportunity (with its visibility), or on a client or
-- contact alone. Every text a message had is kept.

create table message (
  workspace_id uuid not null references workspace,
  id uuid not null,
  opportunity_id uuid,
  client_id uuid,
  contact_id uuid,
  opportunity_manager_id uuid,
  opportunity_team_id uuid,
  owner_deleted boolean not null default false,
  author_id uuid not null,
  body text not null,
  pinned_at timestamptz,
  pinned_by uuid,
  edited_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint message_is_known_by_its_id primary key (workspace_id, id),
  constraint message_hangs_on_something check (opportunity_id is not null or client_id is not null or contact_id is not null),
  constraint message_has_an_author foreign key (workspace_id, author_id) references app_user (workspace_id, id),
  constraint message_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint message_of_a_client foreign key (workspace_id, client_id) references client (workspace_id, id),
  constraint message_of_a_contact foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
call protect_table('message', $$
  opportunity_id is null
  or opportunity_manager_id = any ((select current_setting('escale.managers', true))::uuid[])
  or opportunity_team_id = any ((select current_setting('escale.teams', true))::uuid[])$$);
create index message_of_opportunity on message (workspace_id, opportunity_id, created_at, id);
create index message_of_client on message (workspace_id, client_id, created_at, id);
create index message_of_contact on message (workspace_id, contact_id, created_at, id);
create index message_by_author on message (workspace_id, author_id);

create table message_version (
  workspace_id uuid not null,
  message_id uuid not null,
  version integer not null,
  body text not null,
  at timestamptz not null,
  by_id uuid not null,
  constraint message_version_is_one_text primary key (workspace_id, message_id, version),
  constraint message_version_of_a_message foreign key (workspace_id, message_id) references message (workspace_id, id)
);
call protect_table('message_version',
  'exists (select 1 from message m where m.workspace_id = message_version.workspace_id and m.id = message_version.message_id)');

create table message_mention (
  workspace_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  constraint message_mention_is_one_person primary key (workspace_id, message_id, user_id),
  constraint message_mention_in_a_message foreign key (workspace_id, message_id) references message (workspace_id, id),
  constraint message_mention_of_a_user foreign key (workspace_id, user_id) references app_user (workspace_id, id)
);
call protect_table('message_mention',
  'exists (select 1 from message m where m.workspace_id = message_mention.workspace_id and m.id = message_mention.message_id)');
create index message_mention_by_user on message_mention (workspace_id, user_id, message_id);

create trigger place_new_message before insert on message for each row execute function place_under_opportunity();

create or replace function activities_follow_opportunity() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update activity a set client_id = new.client_id, opportunity_manager_id = new.manager_id, opportunity_team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.opportunity_id = new.id;
  update message m set client_id = new.client_id, opportunity_manager_id = new.manager_id, opportunity_team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where m.workspace_id = new.workspace_id and m.opportunity_id = new.id;
  return null;
end $$;

create or replace function activities_follow_client() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update activity a set owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.client_id = new.id and a.opportunity_id is null;
  update message m set owner_deleted = new.deleted_at is not null
  where m.workspace_id = new.workspace_id and m.client_id = new.id and m.opportunity_id is null;
  return null;
end $$;

create or replace function activities_follow_contact() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update activity a set owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.contact_id = new.id and a.opportunity_id is null and a.client_id is null;
  update message m set owner_deleted = new.deleted_at is not null
  where m.workspace_id = new.workspace_id and m.contact_id = new.id and m.opportunity_id is null and m.client_id is null;
  return null;
end $$;
