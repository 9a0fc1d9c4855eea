-- What the administrator configures. A row made by Escale keeps the key of its word (shown in the reader's language)
-- until a person renames it.

create table client_kind (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  word text,
  position integer not null,
  deleted_at timestamptz,
  version integer not null default 1,
  constraint client_kind_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('client_kind');

create table source (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  word text,
  position integer not null,
  deleted_at timestamptz,
  version integer not null default 1,
  constraint source_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('source');

create table lost_reason (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  word text,
  position integer not null,
  deleted_at timestamptz,
  version integer not null default 1,
  constraint lost_reason_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('lost_reason');

create table competitor (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  notes text,
  deleted_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  constraint competitor_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('competitor');

create table pipeline (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  word text,
  position integer not null,
  deleted_at timestamptz,
  version integer not null default 1,
  constraint pipeline_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('pipeline');

create table stage (
  workspace_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  name text not null,
  word text,
  position integer not null,
  probability_percent integer not null,
  stale_days integer not null,
  deleted_at timestamptz,
  version integer not null default 1,
  constraint stage_is_known_by_its_id primary key (workspace_id, id),
  constraint stage_of_a_pipeline foreign key (workspace_id, pipeline_id) references pipeline (workspace_id, id),
  constraint stage_probability_is_between_1_and_99 check (probability_percent between 1 and 99),
  constraint stage_goes_stale_within_a_year check (stale_days between 1 and 365)
);
call protect_table('stage');
create index stage_by_pipeline on stage (workspace_id, pipeline_id, position);

-- Units of the workspace's currency per unit; a change here moves no existing record.
create table exchange_rate (
  workspace_id uuid not null references workspace,
  currency text not null,
  on_day date not null,
  rate numeric(20, 10) not null,
  source text not null,
  constraint exchange_rate_is_one_per_day primary key (workspace_id, currency, on_day),
  constraint exchange_rate_is_positive check (rate > 0)
);
call protect_table('exchange_rate');
