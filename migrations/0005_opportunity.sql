-- A travel project in progress. Totals, likely revenue and margin are written by the domain with the row, in the
-- opportunity's currency and in the workspace's; SQL only adds them up.

create table opportunity (
  workspace_id uuid not null references workspace,
  id uuid not null,
  number text not null,
  name text not null,
  client_id uuid not null,
  manager_id uuid,
  team_id uuid,
  pipeline_id uuid not null,
  stage_id uuid not null,
  outcome text not null default 'open',
  closed_on date,
  lost_reason_id uuid,
  competitor_id uuid,
  lost_comment text,
  before_closing jsonb,
  priority boolean not null default false,
  probability_percent integer not null,
  probability_pinned boolean not null default false,
  amount_minor bigint not null default 0,
  amount_source text not null default 'products',
  objective_minor bigint,
  value_kind text not null default 'fixed',
  period text,
  periods integer,
  currency text not null,
  rate numeric(20, 10) not null default 1,
  rate_on date,
  rate_source text,
  departs_on date,
  returns_on date,
  flexible_days integer not null default 0,
  destinations jsonb not null default '[]',
  destination_keys text[] not null default '{}',
  adults integer,
  children integer,
  infants integer,
  free_places integer,
  pax integer,
  budget_minor bigint,
  source_id uuid,
  expected_close_on date,
  description text,
  total_minor bigint not null default 0,
  likely_minor bigint not null default 0,
  margin_minor bigint not null default 0,
  margin_source text not null default 'default',
  total_home_minor bigint not null default 0,
  likely_home_minor bigint not null default 0,
  margin_home_minor bigint not null default 0,
  stage_since timestamptz not null,
  last_touch_at timestamptz not null,
  last_touch_kind text not null,
  waiting_until date,
  waiting_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint opportunity_is_known_by_its_id primary key (workspace_id, id),
  constraint opportunity_number_is_used_once unique (workspace_id, number),
  constraint opportunity_has_a_client foreign key (workspace_id, client_id) references client (workspace_id, id),
  constraint opportunity_has_a_manager foreign key (workspace_id, manager_id) references app_user (workspace_id, id),
  constraint opportunity_belongs_to_a_team foreign key (workspace_id, team_id) references team (workspace_id, id),
  constraint opportunity_is_in_a_pipeline foreign key (workspace_id, pipeline_id) references pipeline (workspace_id, id),
  constraint opportunity_is_at_a_stage foreign key (workspace_id, stage_id) references stage (workspace_id, id),
  constraint opportunity_was_lost_for_a_reason foreign key (workspace_id, lost_reason_id) references lost_reason (workspace_id, id),
  constraint opportunity_was_lost_to_a_competitor foreign key (workspace_id, competitor_id) references competitor (workspace_id, id),
  constraint opportunity_came_from_a_source foreign key (workspace_id, source_id) references source (workspace_id, id),
  constraint opportunity_is_open_won_or_lost check (outcome in ('open', 'won', 'lost')),
  constraint opportunity_closed_has_a_day check ((outcome = 'open') = (closed_on is null)),
  constraint opportunity_lost_has_a_reason check ((outcome = 'lost') = (lost_reason_id is not null)),
  constraint opportunity_probability_is_a_percentage check (probability_percent between 0 and 100),
  constraint opportunity_amount_has_a_source check (amount_source in ('products', 'typed', 'quote')),
  constraint opportunity_value_is_fixed_or_recurring check (value_kind in ('fixed', 'recurring')),
  constraint opportunity_recurring_has_periods check ((value_kind = 'recurring') = (period is not null and periods is not null)),
  constraint opportunity_returns_after_departing check (returns_on >= departs_on)
);
call protect_table('opportunity', $$
  manager_id = any ((select current_setting('escale.managers', true))::uuid[])
  or team_id = any ((select current_setting('escale.teams', true))::uuid[])$$);

-- One index per order that a screen uses; "nulls last" both ways needs two where a value may be absent.
create index opportunity_by_name on opportunity (workspace_id, name collate name_order, id) where deleted_at is null;
create index opportunity_by_creation on opportunity (workspace_id, created_at, id) where deleted_at is null;
create index opportunity_by_change on opportunity (workspace_id, updated_at, id) where deleted_at is null;
create index opportunity_by_amount on opportunity (workspace_id, total_home_minor, id) where deleted_at is null;
create index opportunity_by_departure on opportunity (workspace_id, departs_on, id) where deleted_at is null;
create index opportunity_by_late_departure on opportunity (workspace_id, departs_on desc nulls last, id desc) where deleted_at is null;
create index opportunity_by_close on opportunity (workspace_id, expected_close_on, id) where deleted_at is null;
create index opportunity_by_late_close on opportunity (workspace_id, expected_close_on desc nulls last, id desc) where deleted_at is null;
create index opportunity_of_stage_by_close on opportunity (workspace_id, stage_id, expected_close_on, id) where deleted_at is null;
create index opportunity_open_by_departure on opportunity (workspace_id, stage_id, departs_on, id) where outcome = 'open' and deleted_at is null;
create index opportunity_open_by_amount on opportunity (workspace_id, stage_id, total_home_minor desc, id desc) where outcome = 'open' and deleted_at is null;
create index opportunity_open_by_touch on opportunity (workspace_id, stage_id, last_touch_at, id) where outcome = 'open' and deleted_at is null;
create index opportunity_of_manager_by_close on opportunity (workspace_id, manager_id, expected_close_on, id) where deleted_at is null;
create index opportunity_of_team_by_close on opportunity (workspace_id, team_id, expected_close_on, id) where deleted_at is null;
create index opportunity_of_client on opportunity (workspace_id, client_id, departs_on);
create index opportunity_by_destination on opportunity using gin (destination_keys);
create index opportunity_by_source on opportunity (workspace_id, source_id);
create index opportunity_by_lost_reason on opportunity (workspace_id, lost_reason_id);
create index opportunity_by_competitor on opportunity (workspace_id, competitor_id);
create index opportunity_by_pipeline on opportunity (workspace_id, pipeline_id);
-- The board's sums of every column, from the index alone.
create index opportunity_board_sums on opportunity (workspace_id, pipeline_id, stage_id)
  include (total_home_minor, likely_home_minor, manager_id, team_id) where outcome = 'open' and deleted_at is null;

create function sees_opportunity(workspace uuid, wanted uuid) returns boolean
language sql stable set search_path = pg_catalog, public as $$
  select exists (select 1 from public.opportunity o where o.workspace_id = workspace and o.id = wanted) $$;
grant execute on function sees_opportunity to escale_app, escale_app_all;

create table opportunity_contact (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  contact_id uuid not null,
  role text,
  is_main boolean not null default false,
  position integer not null default 0,
  constraint opportunity_contact_is_one_link primary key (workspace_id, opportunity_id, contact_id),
  constraint opportunity_contact_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint opportunity_contact_is_a_contact foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
call protect_table('opportunity_contact', 'sees_opportunity(workspace_id, opportunity_id)');
create index opportunity_contact_by_contact on opportunity_contact (workspace_id, contact_id);
create unique index opportunity_has_one_main_contact on opportunity_contact (workspace_id, opportunity_id) where is_main;

-- Every state an opportunity was in: durations, funnels and the time machine read this, never updated_at.
create table opportunity_state (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  change_id uuid,
  pipeline_id uuid not null,
  stage_id uuid not null,
  outcome text not null,
  closed_on date,
  amount_minor bigint not null,
  total_minor bigint not null,
  currency text not null,
  rate numeric(20, 10) not null,
  probability_percent integer not null,
  likely_minor bigint not null,
  margin_minor bigint not null,
  total_home_minor bigint not null,
  likely_home_minor bigint not null,
  margin_home_minor bigint not null,
  expected_close_on date,
  departs_on date,
  manager_id uuid,
  team_id uuid,
  deleted boolean not null default false,
  sequence bigint generated always as identity,
  constraint opportunity_state_is_one_per_step primary key (workspace_id, opportunity_id, sequence),
  constraint opportunity_state_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint opportunity_state_ends_after_it_begins check (valid_until >= valid_from)
);
call protect_table('opportunity_state', 'sees_opportunity(workspace_id, opportunity_id)', 'select, insert');
grant update (valid_until) on opportunity_state to escale_app_all;
create unique index opportunity_state_has_one_present on opportunity_state (workspace_id, opportunity_id) where valid_until is null;
create index opportunity_state_by_time on opportunity_state (workspace_id, valid_from);

-- What can be told afterwards: who changed which fields of which record, from what to what. Append-only.
create table fact (
  workspace_id uuid not null references workspace,
  id uuid not null,
  change_id uuid not null,
  at timestamptz not null,
  actor_id uuid,
  kind text not null,
  record_type text not null,
  record_id uuid not null,
  record_name text not null default '',
  opportunity_id uuid,
  client_id uuid,
  contact_id uuid,
  fields jsonb not null default '{}',
  constraint fact_is_known_by_its_id primary key (workspace_id, id),
  constraint fact_of_a_change foreign key (workspace_id, change_id) references change (workspace_id, id)
);
call protect_table('fact', 'opportunity_id is null or sees_opportunity(workspace_id, opportunity_id)', 'select, insert');
create index fact_of_change on fact (workspace_id, change_id);
create index fact_of_opportunity on fact (workspace_id, opportunity_id, at desc, id desc) where opportunity_id is not null;
create index fact_of_client on fact (workspace_id, client_id, at desc, id desc) where client_id is not null;
create index fact_of_contact on fact (workspace_id, contact_id, at desc, id desc) where contact_id is not null;
create index fact_by_time on fact (workspace_id, at desc, id desc);
