-- People of the agency: users, rights, teams, sessions, keys, invitations.

create table app_user (
  workspace_id uuid not null references workspace,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  overrides jsonb not null default '{}',
  password_hash text,
  language text not null,
  theme text not null default 'system',
  density text not null default 'standard',
  single_keys boolean not null default true,
  disabled_at timestamptz,
  last_seen_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint app_user_is_known_by_its_id primary key (workspace_id, id),
  constraint app_user_email_is_one_user_in_the_installation unique (email),
  constraint app_user_email_is_lower_case check (email = lower(email)),
  constraint app_user_has_a_role check (role in ('administrator', 'manager', 'seller', 'reader')),
  constraint app_user_speaks_a_language check (language in ('en', 'fr', 'it')),
  constraint app_user_has_a_theme check (theme in ('system', 'light', 'dark')),
  constraint app_user_has_a_density check (density in ('standard', 'compact'))
);
call protect_table('app_user');

create table team (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  version integer not null default 1,
  deleted_at timestamptz,
  created_at timestamptz not null,
  constraint team_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('team');
create unique index team_name_is_used_once on team (workspace_id, lower(name)) where deleted_at is null;

create table team_member (
  workspace_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  position integer not null default 0,
  constraint team_member_is_once_in_a_team primary key (workspace_id, team_id, user_id),
  constraint team_member_of_a_team foreign key (workspace_id, team_id) references team (workspace_id, id),
  constraint team_member_is_a_user foreign key (workspace_id, user_id) references app_user (workspace_id, id)
);
call protect_table('team_member');
create index team_member_by_user on team_member (workspace_id, user_id);

create table session (
  workspace_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  agent text not null default '',
  address text not null default '',
  constraint session_is_known_by_its_id primary key (workspace_id, id),
  constraint session_token_is_one_session unique (token_hash),
  constraint session_of_a_user foreign key (workspace_id, user_id) references app_user (workspace_id, id)
);
call protect_table('session');
create index session_by_user on session (workspace_id, user_id);

create table api_key (
  workspace_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  hint text not null,
  name text not null,
  user_id uuid not null,
  read_only boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  constraint api_key_is_known_by_its_id primary key (workspace_id, id),
  constraint api_key_token_is_one_key unique (token_hash),
  constraint api_key_of_a_user foreign key (workspace_id, user_id) references app_user (workspace_id, id)
);
call protect_table('api_key');
create index api_key_by_user on api_key (workspace_id, user_id);

-- Links sent to one person: an invitation, a password reset. Only the hash of the link is kept.
create table personal_link (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  token_hash bytea not null,
  email text not null,
  name text not null default '',
  role text,
  team_ids uuid[] not null default '{}',
  user_id uuid,
  created_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint personal_link_is_known_by_its_id primary key (workspace_id, id),
  constraint personal_link_token_is_one_link unique (token_hash),
  constraint personal_link_is_of_a_kind check (kind in ('invitation', 'reset')),
  constraint personal_link_to_a_user foreign key (workspace_id, user_id) references app_user (workspace_id, id)
);
call protect_table('personal_link');
create index personal_link_by_user on personal_link (workspace_id, user_id);

-- Before the workspace is known: look-ups that return ids and expiry only.
create function find_session(wanted bytea) returns table (workspace_id uuid, id uuid, user_id uuid, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select s.workspace_id, s.id, s.user_id, s.expires_at from public.session s where s.token_hash = wanted $$;
create function find_api_key(wanted bytea) returns table (workspace_id uuid, id uuid, user_id uuid, expires_at timestamptz, read_only boolean)
language sql stable security definer set search_path = pg_catalog, public as $$
  select k.workspace_id, k.id, k.user_id, k.expires_at, k.read_only from public.api_key k where k.token_hash = wanted and k.revoked_at is null $$;
create function find_user_by_email(wanted text) returns table (workspace_id uuid, id uuid)
language sql stable security definer set search_path = pg_catalog, public as $$
  select u.workspace_id, u.id from public.app_user u where u.email = lower(wanted) $$;
create function find_personal_link(wanted bytea) returns table (workspace_id uuid, id uuid, kind text, expires_at timestamptz)
language sql stable security definer set search_path = pg_catalog, public as $$
  select l.workspace_id, l.id, l.kind, l.expires_at from public.personal_link l where l.token_hash = wanted and l.used_at is null $$;
create function any_user_exists() returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$ select exists (select 1 from public.app_user) $$;
revoke all on function find_session, find_api_key, find_user_by_email, find_personal_link, any_user_exists from public;
grant execute on function find_session, find_api_key, find_user_by_email, find_personal_link, any_user_exists to escale_app, escale_app_all;
