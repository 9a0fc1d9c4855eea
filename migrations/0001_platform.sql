-- The ground: row policies, changes and facts, idempotency, denials, jobs.
-- Roles escale_app (sees its scope) and escale_app_all (sees the workspace) exist before any migration: the start makes them.

create collation name_order (provider = icu, locale = 'und');

create function fold(value text) returns text language sql immutable parallel safe strict
  set search_path = pg_catalog, public
  as $$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $$;

-- Gives a table its row policy. The reading role gets `select` only: writes run in the role that sees the whole
-- workspace, after permission was given on a subject that was loaded under the reader's own visibility.
create procedure protect_table(target regclass, visibility text default 'true', privileges text default 'select, insert, update, delete')
language plpgsql set search_path = pg_catalog, public as $$
declare
  here constant text := 'workspace_id = (select nullif(current_setting(''escale.workspace'', true), '''')::uuid)';
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy within_workspace on %s to escale_app_all using (%s) with check (%s)', target, here, here);
  execute format('create policy within_visibility on %s for select to escale_app using (%s and (%s))', target, here, visibility);
  execute format('grant %s on %s to escale_app_all', privileges, target);
  execute format('grant select on %s to escale_app', target);
end $$;

create table workspace (
  workspace_id uuid not null,
  name text not null,
  country text not null,
  language text not null,
  currency text not null,
  timezone text not null,
  logo bytea,
  logo_type text,
  default_rate_percent numeric(9, 4) not null default 20,
  default_rate_mode text not null default 'markup',
  onboarding jsonb not null default '{}',
  is_demo boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint workspace_is_known_by_its_id primary key (workspace_id),
  constraint workspace_speaks_a_language check (language in ('en', 'fr', 'it')),
  constraint workspace_rate_is_markup_or_margin check (default_rate_mode in ('markup', 'margin'))
);
call protect_table('workspace');

create table number_counter (
  workspace_id uuid not null references workspace,
  name text not null,
  year integer not null,
  value integer not null,
  constraint number_counter_is_one_per_year primary key (workspace_id, name, year)
);
call protect_table('number_counter');

-- One writing request is one change.
create table change (
  workspace_id uuid not null references workspace,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  origin text not null,
  endpoint text not null,
  undoes uuid,
  undone_by uuid,
  constraint change_is_known_by_its_id primary key (workspace_id, id),
  constraint change_has_an_origin check (origin in ('web', 'key', 'import', 'job', 'undo', 'system'))
);
call protect_table('change', privileges => 'select, insert');
grant update (undone_by) on change to escale_app_all;
create index change_by_time on change (workspace_id, at);

create table idempotency (
  workspace_id uuid not null references workspace,
  user_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  headers jsonb not null,
  body text not null,
  created_at timestamptz not null,
  constraint idempotency_is_one_answer_per_key primary key (workspace_id, user_id, key)
);
call protect_table('idempotency');
create index idempotency_by_age on idempotency (created_at);

create table denial (
  workspace_id uuid not null references workspace,
  id uuid not null,
  at timestamptz not null,
  actor_id uuid not null,
  endpoint text not null,
  target text,
  constraint denial_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('denial', privileges => 'select, insert');
create index denial_by_time on denial (workspace_id, at);

-- Work that goes on after the answer: bulk changes, imports.
create table job (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  state text not null default 'queued',
  done integer not null default 0,
  total integer,
  input jsonb not null,
  result jsonb,
  actor_id uuid not null,
  change_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint job_is_known_by_its_id primary key (workspace_id, id),
  constraint job_has_a_state check (state in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
call protect_table('job');
create index job_by_actor on job (workspace_id, actor_id, created_at);

-- The queue's own tables have no policy for requests: this is the only door.
create function enqueue_job(task text, payload jsonb, run_at timestamptz default null, job_key text default null) returns void
language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  perform graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => job_key);
end $$;
revoke all on function enqueue_job from public;
grant execute on function enqueue_job to escale_app_all;
