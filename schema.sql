-- Generated from the migrations by `npm run check -- --write`; do not edit.

-- Tables
create table activity (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  title text not null,
  notes text,
  due_on date not null,
  due_time text,
  remind_at timestamp with time zone,
  duration_minutes integer,
  done_at timestamp with time zone,
  done_by uuid,
  outcome text,
  assignee_id uuid,
  opportunity_id uuid,
  client_id uuid,
  contact_id uuid,
  opportunity_manager_id uuid,
  opportunity_team_id uuid,
  owner_deleted boolean default false not null,
  words text generated always as ((' '::text || fold(((((title || ' '::text) || COALESCE(notes, ''::text)) || ' '::text) || COALESCE(outcome, ''::text))))) stored,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  constraint activity_duration_is_positive CHECK ((duration_minutes > 0)),
  constraint activity_hangs_on_something CHECK (((opportunity_id IS NOT NULL) OR (client_id IS NOT NULL) OR (contact_id IS NOT NULL))),
  constraint activity_has_an_assignee FOREIGN KEY (workspace_id, assignee_id) REFERENCES app_user(workspace_id, id),
  constraint activity_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint activity_is_of_a_kind CHECK ((kind = ANY (ARRAY['call'::text, 'visit'::text, 'meeting'::text, 'mail'::text, 'task'::text, 'deadline'::text]))),
  constraint activity_of_a_client FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint activity_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id),
  constraint activity_time_is_of_a_clock CHECK ((due_time ~ '^[0-2][0-9]:[0-5][0-9]$'::text)),
  constraint activity_with_a_contact FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id),
  constraint activity_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table api_key (
  workspace_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  hint text not null,
  name text not null,
  user_id uuid not null,
  read_only boolean default false not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint api_key_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint api_key_of_a_user FOREIGN KEY (workspace_id, user_id) REFERENCES app_user(workspace_id, id),
  constraint api_key_token_is_one_key UNIQUE (token_hash)
);
create table app_user (
  workspace_id uuid not null,
  id uuid not null,
  email text not null,
  name text not null,
  role text not null,
  overrides jsonb default '{}'::jsonb not null,
  password_hash text,
  language text not null,
  theme text default 'system'::text not null,
  density text default 'standard'::text not null,
  single_keys boolean default true not null,
  disabled_at timestamp with time zone,
  last_seen_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint app_user_email_is_lower_case CHECK ((email = lower(email))),
  constraint app_user_email_is_one_user_in_the_installation UNIQUE (email),
  constraint app_user_has_a_density CHECK ((density = ANY (ARRAY['standard'::text, 'compact'::text]))),
  constraint app_user_has_a_role CHECK ((role = ANY (ARRAY['administrator'::text, 'manager'::text, 'seller'::text, 'reader'::text]))),
  constraint app_user_has_a_theme CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text]))),
  constraint app_user_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint app_user_speaks_a_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'it'::text]))),
  constraint app_user_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table change (
  workspace_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  origin text not null,
  endpoint text not null,
  undoes uuid,
  undone_by uuid,
  constraint change_has_an_origin CHECK ((origin = ANY (ARRAY['web'::text, 'key'::text, 'import'::text, 'job'::text, 'undo'::text, 'system'::text]))),
  constraint change_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint change_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table client (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  kind_id uuid,
  status text default 'prospect'::text not null,
  manager_id uuid,
  legal_name text,
  registration_number text,
  vat_number text,
  street text,
  postal_code text,
  city text,
  region text,
  country text,
  phone text,
  phone_valid boolean,
  email text,
  website text,
  language text,
  payment_terms text,
  notes text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  last_touch_at timestamp with time zone,
  tag_ids uuid[] default '{}'::uuid[] not null,
  custom jsonb default '{}'::jsonb not null,
  constraint client_has_a_manager FOREIGN KEY (workspace_id, manager_id) REFERENCES app_user(workspace_id, id),
  constraint client_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint client_is_of_a_kind FOREIGN KEY (workspace_id, kind_id) REFERENCES client_kind(workspace_id, id),
  constraint client_is_prospect_or_client CHECK ((status = ANY (ARRAY['prospect'::text, 'client'::text]))),
  constraint client_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table client_contact (
  workspace_id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  role text,
  is_main boolean default false not null,
  created_at timestamp with time zone not null,
  constraint client_contact_is_a_contact FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id),
  constraint client_contact_is_one_link PRIMARY KEY (workspace_id, client_id, contact_id),
  constraint client_contact_of_a_client FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id)
);
create table client_kind (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  word text,
  position integer not null,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint client_kind_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint client_kind_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table client_tag (
  workspace_id uuid not null,
  tag_id uuid not null,
  client_id uuid not null,
  constraint client_tag_is_a_tag FOREIGN KEY (workspace_id, tag_id) REFERENCES tag(workspace_id, id),
  constraint client_tag_is_one_link PRIMARY KEY (workspace_id, tag_id, client_id),
  constraint client_tag_of_a_client FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id)
);
create table competitor (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  notes text,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint competitor_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint competitor_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table contact (
  workspace_id uuid not null,
  id uuid not null,
  first_name text default ''::text not null,
  last_name text default ''::text not null,
  name text generated always as (btrim(((first_name || ' '::text) || last_name))) stored,
  gender text,
  job_title text,
  email text,
  phone text,
  phone_valid boolean,
  street text,
  postal_code text,
  city text,
  region text,
  country text,
  language text,
  notes text,
  newsletter boolean,
  newsletter_at timestamp with time zone,
  newsletter_origin text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  tag_ids uuid[] default '{}'::uuid[] not null,
  custom jsonb default '{}'::jsonb not null,
  constraint contact_gender_is_known_or_absent CHECK ((gender = ANY (ARRAY['female'::text, 'male'::text, 'none'::text]))),
  constraint contact_has_a_name CHECK ((btrim((first_name || last_name)) <> ''::text)),
  constraint contact_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint contact_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table contact_tag (
  workspace_id uuid not null,
  tag_id uuid not null,
  contact_id uuid not null,
  constraint contact_tag_is_a_tag FOREIGN KEY (workspace_id, tag_id) REFERENCES tag(workspace_id, id),
  constraint contact_tag_is_one_link PRIMARY KEY (workspace_id, tag_id, contact_id),
  constraint contact_tag_of_a_contact FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id)
);
create table custom_field (
  workspace_id uuid not null,
  id uuid not null,
  record_type text not null,
  key text not null,
  label text not null,
  type text not null,
  options jsonb default '[]'::jsonb not null,
  group_name text,
  position integer not null,
  important boolean default false not null,
  help text,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint custom_field_has_a_type CHECK ((type = ANY (ARRAY['text'::text, 'longText'::text, 'number'::text, 'money'::text, 'date'::text, 'checkbox'::text, 'list'::text, 'multiList'::text, 'link'::text, 'user'::text]))),
  constraint custom_field_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint custom_field_is_of_a_record CHECK ((record_type = ANY (ARRAY['opportunity'::text, 'client'::text, 'contact'::text]))),
  constraint custom_field_key_is_used_once UNIQUE (workspace_id, record_type, key),
  constraint custom_field_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table custom_value (
  workspace_id uuid not null,
  field_id uuid not null,
  record_id uuid not null,
  place integer not null,
  record_type text not null,
  words text,
  figure bigint,
  constraint custom_value_is_one_per_place PRIMARY KEY (workspace_id, field_id, record_id, place),
  constraint custom_value_of_a_field FOREIGN KEY (workspace_id, field_id) REFERENCES custom_field(workspace_id, id)
);
create table denial (
  workspace_id uuid not null,
  id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid not null,
  endpoint text not null,
  target text,
  constraint denial_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint denial_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table document (
  workspace_id uuid not null,
  id uuid not null,
  opportunity_id uuid not null,
  client_id uuid,
  opportunity_manager_id uuid,
  opportunity_team_id uuid,
  owner_deleted boolean default false not null,
  name text not null,
  file_number integer not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  constraint document_has_a_maker FOREIGN KEY (workspace_id, created_by) REFERENCES app_user(workspace_id, id),
  constraint document_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint document_of_a_client FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint document_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id),
  constraint document_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table document_file (
  workspace_id uuid not null,
  document_id uuid not null,
  number integer not null,
  id uuid not null,
  name text not null,
  content_type text not null,
  byte_size bigint not null,
  sha256 bytea not null,
  width integer,
  height integer,
  thumbnail bytea,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  constraint document_file_has_a_maker FOREIGN KEY (workspace_id, created_by) REFERENCES app_user(workspace_id, id),
  constraint document_file_is_one_version PRIMARY KEY (workspace_id, document_id, number),
  constraint document_file_is_stored_once UNIQUE (workspace_id, id),
  constraint document_file_of_a_document FOREIGN KEY (workspace_id, document_id) REFERENCES document(workspace_id, id)
);
create table exchange_rate (
  workspace_id uuid not null,
  currency text not null,
  on_day date not null,
  rate numeric(20,10) not null,
  source text not null,
  change_id uuid,
  replaced jsonb,
  constraint exchange_rate_is_one_per_day PRIMARY KEY (workspace_id, currency, on_day),
  constraint exchange_rate_is_positive CHECK ((rate > (0)::numeric)),
  constraint exchange_rate_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table external_id (
  workspace_id uuid not null,
  record_type text not null,
  source text not null,
  external text not null,
  record_id uuid not null,
  constraint external_id_is_of_a_record CHECK ((record_type = ANY (ARRAY['client'::text, 'contact'::text, 'opportunity'::text]))),
  constraint external_id_is_one_record PRIMARY KEY (workspace_id, record_type, source, external),
  constraint external_id_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table fact (
  workspace_id uuid not null,
  id uuid not null,
  change_id uuid not null,
  at timestamp with time zone not null,
  actor_id uuid,
  kind text not null,
  record_type text not null,
  record_id uuid not null,
  record_name text default ''::text not null,
  opportunity_id uuid,
  client_id uuid,
  contact_id uuid,
  fields jsonb default '{}'::jsonb not null,
  constraint fact_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint fact_of_a_change FOREIGN KEY (workspace_id, change_id) REFERENCES change(workspace_id, id)
);
create table idempotency (
  workspace_id uuid not null,
  user_id uuid not null,
  key text not null,
  request_hash bytea not null,
  status integer not null,
  headers jsonb not null,
  body text not null,
  created_at timestamp with time zone not null,
  constraint idempotency_is_one_answer_per_key PRIMARY KEY (workspace_id, user_id, key),
  constraint idempotency_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table import (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  file_name text not null,
  file bytea not null,
  state text default 'draft'::text not null,
  mapping jsonb default '{}'::jsonb not null,
  summary jsonb,
  done integer default 0 not null,
  total integer,
  failed_rows text,
  change_id uuid,
  actor_id uuid not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint import_has_a_state CHECK ((state = ANY (ARRAY['checking'::text, 'draft'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text, 'reverting'::text, 'reverted'::text]))),
  constraint import_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint import_is_of_a_kind CHECK ((kind = ANY (ARRAY['clients'::text, 'contacts'::text, 'opportunities'::text]))),
  constraint import_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table import_row (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  action text not null,
  is_duplicate boolean default false not null,
  name text not null,
  detail jsonb not null,
  constraint import_row_has_an_outcome CHECK ((action = ANY (ARRAY['create'::text, 'update'::text, 'same'::text, 'failed'::text, 'skipped'::text]))),
  constraint import_row_is_known_by_its_line PRIMARY KEY (workspace_id, import_id, line),
  constraint import_row_is_of_its_import FOREIGN KEY (workspace_id, import_id) REFERENCES import(workspace_id, id) ON DELETE CASCADE
);
create table job (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  state text default 'queued'::text not null,
  done integer default 0 not null,
  total integer,
  input jsonb not null,
  result jsonb,
  actor_id uuid not null,
  change_id uuid,
  created_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint job_has_a_state CHECK ((state = ANY (ARRAY['queued'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text]))),
  constraint job_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint job_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table lost_reason (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  word text,
  position integer not null,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint lost_reason_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint lost_reason_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table mail (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  user_id uuid,
  notification_id uuid,
  address text not null,
  subject text not null,
  body text not null,
  is_secret boolean default false not null,
  state text not null,
  tries integer default 0 not null,
  next_try_at timestamp with time zone,
  error text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  constraint mail_has_a_state CHECK ((state = ANY (ARRAY['held'::text, 'queued'::text, 'sending'::text, 'sent'::text, 'failed'::text, 'unsure'::text]))),
  constraint mail_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint mail_of_a_notification_is_one UNIQUE (workspace_id, notification_id),
  constraint mail_to_a_user FOREIGN KEY (workspace_id, user_id) REFERENCES app_user(workspace_id, id),
  constraint mail_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table message (
  workspace_id uuid not null,
  id uuid not null,
  opportunity_id uuid,
  client_id uuid,
  contact_id uuid,
  opportunity_manager_id uuid,
  opportunity_team_id uuid,
  owner_deleted boolean default false not null,
  author_id uuid not null,
  body text not null,
  pinned_at timestamp with time zone,
  pinned_by uuid,
  edited_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  constraint message_hangs_on_something CHECK (((opportunity_id IS NOT NULL) OR (client_id IS NOT NULL) OR (contact_id IS NOT NULL))),
  constraint message_has_an_author FOREIGN KEY (workspace_id, author_id) REFERENCES app_user(workspace_id, id),
  constraint message_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint message_of_a_client FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint message_of_a_contact FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id),
  constraint message_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id),
  constraint message_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table message_mention (
  workspace_id uuid not null,
  message_id uuid not null,
  user_id uuid not null,
  constraint message_mention_in_a_message FOREIGN KEY (workspace_id, message_id) REFERENCES message(workspace_id, id),
  constraint message_mention_is_one_person PRIMARY KEY (workspace_id, message_id, user_id),
  constraint message_mention_of_a_user FOREIGN KEY (workspace_id, user_id) REFERENCES app_user(workspace_id, id)
);
create table message_version (
  workspace_id uuid not null,
  message_id uuid not null,
  version integer not null,
  body text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  constraint message_version_is_one_text PRIMARY KEY (workspace_id, message_id, version),
  constraint message_version_of_a_message FOREIGN KEY (workspace_id, message_id) REFERENCES message(workspace_id, id)
);
create table notification (
  workspace_id uuid not null,
  id uuid not null,
  recipient_id uuid not null,
  kind text not null,
  actor_id uuid,
  change_id uuid,
  record_type text,
  record_id uuid,
  record_name text default ''::text not null,
  count integer default 1 not null,
  at timestamp with time zone not null,
  in_app boolean not null,
  by_mail boolean not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone,
  constraint notification_goes_somewhere CHECK ((in_app OR by_mail)),
  constraint notification_is_for_a_user FOREIGN KEY (workspace_id, recipient_id) REFERENCES app_user(workspace_id, id),
  constraint notification_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint notification_is_of_a_kind CHECK ((kind = ANY (ARRAY['mention'::text, 'reply'::text, 'assigned'::text, 'reminder'::text, 'given'::text, 'taken'::text, 'won'::text, 'finished'::text]))),
  constraint notification_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table notification_preference (
  workspace_id uuid not null,
  user_id uuid not null,
  kind text not null,
  in_app boolean not null,
  by_mail boolean not null,
  constraint notification_preference_is_one_per_kind PRIMARY KEY (workspace_id, user_id, kind),
  constraint notification_preference_of_a_user FOREIGN KEY (workspace_id, user_id) REFERENCES app_user(workspace_id, id)
);
create table number_counter (
  workspace_id uuid not null,
  name text not null,
  year integer not null,
  value integer not null,
  constraint number_counter_is_one_per_year PRIMARY KEY (workspace_id, name, year),
  constraint number_counter_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table opportunity (
  workspace_id uuid not null,
  id uuid not null,
  number text not null,
  name text not null,
  client_id uuid not null,
  manager_id uuid,
  team_id uuid,
  pipeline_id uuid not null,
  stage_id uuid not null,
  outcome text default 'open'::text not null,
  closed_on date,
  lost_reason_id uuid,
  competitor_id uuid,
  lost_comment text,
  before_closing jsonb,
  priority boolean default false not null,
  probability_percent integer not null,
  probability_pinned boolean default false not null,
  amount_minor bigint default 0 not null,
  amount_source text default 'products'::text not null,
  objective_minor bigint,
  value_kind text default 'fixed'::text not null,
  period text,
  periods integer,
  currency text not null,
  rate numeric(20,10) default 1 not null,
  rate_on date,
  rate_source text,
  departs_on date,
  returns_on date,
  flexible_days integer default 0 not null,
  destinations jsonb default '[]'::jsonb not null,
  destination_keys text[] default '{}'::text[] not null,
  adults integer,
  children integer,
  infants integer,
  free_places integer,
  pax integer,
  budget_minor bigint,
  source_id uuid,
  expected_close_on date,
  description text,
  total_minor bigint default 0 not null,
  likely_minor bigint default 0 not null,
  margin_minor bigint default 0 not null,
  margin_source text default 'default'::text not null,
  total_home_minor bigint default 0 not null,
  likely_home_minor bigint default 0 not null,
  margin_home_minor bigint default 0 not null,
  stage_since timestamp with time zone not null,
  last_touch_at timestamp with time zone not null,
  last_touch_kind text not null,
  waiting_until date,
  waiting_reason text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  products_count integer default 0 not null,
  products_minor bigint,
  products_margin_minor bigint,
  next_activity_id uuid,
  next_activity_kind text,
  next_activity_title text,
  next_activity_on date,
  next_activity_time text,
  tag_ids uuid[] default '{}'::uuid[] not null,
  custom jsonb default '{}'::jsonb not null,
  has_contact boolean default false not null,
  chosen_version_id uuid,
  chosen_quote jsonb,
  accepted_version_id uuid,
  accepted_quote jsonb,
  constraint opportunity_amount_has_a_source CHECK ((amount_source = ANY (ARRAY['products'::text, 'typed'::text, 'quote'::text]))),
  constraint opportunity_belongs_to_a_team FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id),
  constraint opportunity_came_from_a_source FOREIGN KEY (workspace_id, source_id) REFERENCES source(workspace_id, id),
  constraint opportunity_closed_has_a_day CHECK (((outcome = 'open'::text) = (closed_on IS NULL))),
  constraint opportunity_has_a_chosen_version FOREIGN KEY (workspace_id, chosen_version_id) REFERENCES quote_version(workspace_id, id) DEFERRABLE,
  constraint opportunity_has_a_client FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint opportunity_has_a_manager FOREIGN KEY (workspace_id, manager_id) REFERENCES app_user(workspace_id, id),
  constraint opportunity_has_an_accepted_version FOREIGN KEY (workspace_id, accepted_version_id) REFERENCES quote_version(workspace_id, id) DEFERRABLE,
  constraint opportunity_is_at_a_stage FOREIGN KEY (workspace_id, pipeline_id, stage_id) REFERENCES stage(workspace_id, pipeline_id, id),
  constraint opportunity_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint opportunity_is_open_won_or_lost CHECK ((outcome = ANY (ARRAY['open'::text, 'won'::text, 'lost'::text]))),
  constraint opportunity_lost_has_a_reason CHECK (((outcome = 'lost'::text) = (lost_reason_id IS NOT NULL))),
  constraint opportunity_number_is_used_once UNIQUE (workspace_id, number),
  constraint opportunity_probability_is_a_percentage CHECK (((probability_percent >= 0) AND (probability_percent <= 100))),
  constraint opportunity_recurring_has_periods CHECK (((value_kind = 'recurring'::text) = ((period IS NOT NULL) AND (periods IS NOT NULL)))),
  constraint opportunity_returns_after_departing CHECK ((returns_on >= departs_on)),
  constraint opportunity_value_is_fixed_or_recurring CHECK ((value_kind = ANY (ARRAY['fixed'::text, 'recurring'::text]))),
  constraint opportunity_was_lost_for_a_reason FOREIGN KEY (workspace_id, lost_reason_id) REFERENCES lost_reason(workspace_id, id),
  constraint opportunity_was_lost_to_a_competitor FOREIGN KEY (workspace_id, competitor_id) REFERENCES competitor(workspace_id, id)
);
create table opportunity_competitor (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  competitor_id uuid not null,
  price_minor bigint,
  strengths text,
  weaknesses text,
  position integer not null,
  constraint opportunity_competitor_is_a_competitor FOREIGN KEY (workspace_id, competitor_id) REFERENCES competitor(workspace_id, id),
  constraint opportunity_competitor_is_one_link PRIMARY KEY (workspace_id, opportunity_id, competitor_id),
  constraint opportunity_competitor_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id)
);
create table opportunity_contact (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  contact_id uuid not null,
  role text,
  is_main boolean default false not null,
  position integer default 0 not null,
  constraint opportunity_contact_is_a_contact FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id),
  constraint opportunity_contact_is_one_link PRIMARY KEY (workspace_id, opportunity_id, contact_id),
  constraint opportunity_contact_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id)
);
create table opportunity_partner (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  id uuid not null,
  supplier_id uuid,
  client_id uuid,
  role text,
  note text,
  position integer not null,
  constraint opportunity_partner_is_a_client FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint opportunity_partner_is_a_supplier FOREIGN KEY (workspace_id, supplier_id) REFERENCES supplier(workspace_id, id),
  constraint opportunity_partner_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint opportunity_partner_is_one_or_the_other CHECK ((num_nonnulls(supplier_id, client_id) = 1)),
  constraint opportunity_partner_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id)
);
create table opportunity_state (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  valid_from timestamp with time zone not null,
  valid_until timestamp with time zone,
  change_id uuid,
  pipeline_id uuid not null,
  stage_id uuid not null,
  outcome text not null,
  closed_on date,
  amount_minor bigint not null,
  total_minor bigint not null,
  currency text not null,
  rate numeric(20,10) not null,
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
  deleted boolean default false not null,
  sequence bigint generated always as identity not null,
  constraint opportunity_state_ends_after_it_begins CHECK ((valid_until >= valid_from)),
  constraint opportunity_state_is_one_per_step PRIMARY KEY (workspace_id, opportunity_id, sequence),
  constraint opportunity_state_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id)
);
create table opportunity_tag (
  workspace_id uuid not null,
  tag_id uuid not null,
  opportunity_id uuid not null,
  manager_id uuid,
  team_id uuid,
  constraint opportunity_tag_is_a_tag FOREIGN KEY (workspace_id, tag_id) REFERENCES tag(workspace_id, id),
  constraint opportunity_tag_is_one_link PRIMARY KEY (workspace_id, tag_id, opportunity_id),
  constraint opportunity_tag_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id)
);
create table opportunity_touch (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  source_id uuid not null,
  at timestamp with time zone not null,
  kind text not null,
  constraint opportunity_touch_is_one_per_source PRIMARY KEY (workspace_id, opportunity_id, source_id),
  constraint opportunity_touch_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id)
);
create table personal_link (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  token_hash bytea not null,
  email text not null,
  name text default ''::text not null,
  role text,
  team_ids uuid[] default '{}'::uuid[] not null,
  user_id uuid,
  created_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint personal_link_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint personal_link_is_of_a_kind CHECK ((kind = ANY (ARRAY['invitation'::text, 'reset'::text]))),
  constraint personal_link_to_a_user FOREIGN KEY (workspace_id, user_id) REFERENCES app_user(workspace_id, id),
  constraint personal_link_token_is_one_link UNIQUE (token_hash),
  constraint personal_link_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table pipeline (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  word text,
  position integer not null,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint pipeline_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint pipeline_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table product (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  public_name text,
  category text not null,
  supplier_id uuid,
  country text,
  place text,
  quantity_type text not null,
  capacity integer,
  currency text not null,
  unit_cost numeric(17,4),
  unit_price numeric(17,4),
  periods jsonb default '[]'::jsonb not null,
  notes text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint product_capacity_holds_somebody CHECK ((capacity >= 1)),
  constraint product_comes_from_a_supplier FOREIGN KEY (workspace_id, supplier_id) REFERENCES supplier(workspace_id, id),
  constraint product_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint product_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table product_line (
  workspace_id uuid not null,
  opportunity_id uuid not null,
  id uuid not null,
  position integer not null,
  product_id uuid,
  supplier_id uuid,
  name text not null,
  unit text not null,
  quantity numeric(13,3) not null,
  unit_price numeric(17,4) not null,
  unit_cost numeric(17,4),
  discount_percent numeric(5,2) default 0 not null,
  is_supplement boolean default false not null,
  converted_from jsonb,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint product_line_came_from_a_product FOREIGN KEY (workspace_id, product_id) REFERENCES product(workspace_id, id),
  constraint product_line_comes_from_a_supplier FOREIGN KEY (workspace_id, supplier_id) REFERENCES supplier(workspace_id, id),
  constraint product_line_counts_something CHECK ((quantity > (0)::numeric)),
  constraint product_line_discount_is_a_share CHECK (((discount_percent >= (0)::numeric) AND (discount_percent <= (100)::numeric))),
  constraint product_line_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint product_line_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id)
);
create table quote (
  workspace_id uuid not null,
  id uuid not null,
  number text not null,
  name text not null,
  opportunity_id uuid,
  client_id uuid,
  contact_id uuid,
  language text,
  owner_id uuid not null,
  manager_id uuid,
  team_id uuid,
  owner_deleted boolean default false not null,
  newest_number integer not null,
  status text not null,
  currency text not null,
  payers integer,
  price_minor bigint,
  total_minor bigint,
  margin_minor bigint,
  departs_on date,
  valid_until date,
  chosen_number integer,
  accepted_number integer,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  deleted_by uuid,
  constraint quote_for_a_client FOREIGN KEY (workspace_id, client_id) REFERENCES client(workspace_id, id),
  constraint quote_for_a_contact FOREIGN KEY (workspace_id, contact_id) REFERENCES contact(workspace_id, id),
  constraint quote_has_a_maker FOREIGN KEY (workspace_id, owner_id) REFERENCES app_user(workspace_id, id),
  constraint quote_has_a_status CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'declined'::text, 'superseded'::text]))),
  constraint quote_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint quote_language_is_spoken CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'it'::text]))),
  constraint quote_number_is_given_once UNIQUE (workspace_id, number),
  constraint quote_of_an_opportunity FOREIGN KEY (workspace_id, opportunity_id) REFERENCES opportunity(workspace_id, id),
  constraint quote_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table quote_template (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  description text,
  sheet jsonb not null,
  days_count integer not null,
  lines_count integer not null,
  currency text not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint quote_template_has_a_maker FOREIGN KEY (workspace_id, created_by) REFERENCES app_user(workspace_id, id),
  constraint quote_template_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint quote_template_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table quote_version (
  workspace_id uuid not null,
  quote_id uuid not null,
  id uuid not null,
  number integer not null,
  status text default 'draft'::text not null,
  sheet jsonb not null,
  agency_rate jsonb not null,
  made_from integer,
  currency text not null,
  bases integer[] not null,
  prices_minor bigint[],
  payers integer,
  price_minor bigint,
  total_minor bigint,
  cost_minor bigint,
  margin_minor bigint,
  vat_minor bigint,
  departs_on date,
  valid_until date,
  lines_count integer not null,
  frozen_at timestamp with time zone,
  sent_at timestamp with time zone,
  accepted_at timestamp with time zone,
  declined_at timestamp with time zone,
  decline_reason text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  updated_at timestamp with time zone not null,
  updated_by uuid not null,
  constraint quote_version_has_a_maker FOREIGN KEY (workspace_id, created_by) REFERENCES app_user(workspace_id, id),
  constraint quote_version_has_a_status CHECK ((status = ANY (ARRAY['draft'::text, 'sent'::text, 'accepted'::text, 'declined'::text, 'superseded'::text]))),
  constraint quote_version_has_an_editor FOREIGN KEY (workspace_id, updated_by) REFERENCES app_user(workspace_id, id),
  constraint quote_version_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint quote_version_is_numbered_once UNIQUE (workspace_id, quote_id, number),
  constraint quote_version_of_a_quote FOREIGN KEY (workspace_id, quote_id) REFERENCES quote(workspace_id, id)
);
create table saved_view (
  workspace_id uuid not null,
  id uuid not null,
  resource text not null,
  name text not null,
  shape text not null,
  filter jsonb not null,
  columns text[],
  sort text,
  visibility text not null,
  team_id uuid,
  owner_id uuid not null,
  position integer default 0 not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint saved_view_belongs_to_a_user FOREIGN KEY (workspace_id, owner_id) REFERENCES app_user(workspace_id, id),
  constraint saved_view_for_a_team_names_it CHECK (((visibility = 'team'::text) = (team_id IS NOT NULL))),
  constraint saved_view_is_board_or_list CHECK ((shape = ANY (ARRAY['board'::text, 'list'::text]))),
  constraint saved_view_is_for_a_team FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id),
  constraint saved_view_is_for_somebody CHECK ((visibility = ANY (ARRAY['mine'::text, 'team'::text, 'everyone'::text]))),
  constraint saved_view_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint saved_view_is_of_a_list CHECK ((resource = ANY (ARRAY['opportunities'::text, 'clients'::text, 'contacts'::text]))),
  constraint saved_view_on_a_board_is_of_opportunities CHECK (((shape = 'list'::text) OR (resource = 'opportunities'::text))),
  constraint saved_view_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table search_entry (
  workspace_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  words text not null,
  persons text default ''::text not null,
  digits text default ''::text not null,
  manager_id uuid,
  team_id uuid,
  constraint search_entry_is_of_a_record CHECK ((record_type = ANY (ARRAY['client'::text, 'contact'::text, 'opportunity'::text]))),
  constraint search_entry_is_one_per_record PRIMARY KEY (workspace_id, record_type, record_id)
);
create table session (
  workspace_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  user_id uuid not null,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  agent text default ''::text not null,
  address text default ''::text not null,
  constraint session_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint session_of_a_user FOREIGN KEY (workspace_id, user_id) REFERENCES app_user(workspace_id, id),
  constraint session_token_is_one_session UNIQUE (token_hash)
);
create table source (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  word text,
  position integer not null,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint source_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint source_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table stage (
  workspace_id uuid not null,
  id uuid not null,
  pipeline_id uuid not null,
  name text not null,
  word text,
  position integer not null,
  probability_percent integer not null,
  stale_days integer not null,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint stage_goes_stale_within_a_year CHECK (((stale_days >= 1) AND (stale_days <= 365))),
  constraint stage_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint stage_is_known_in_its_pipeline UNIQUE (workspace_id, pipeline_id, id),
  constraint stage_of_a_pipeline FOREIGN KEY (workspace_id, pipeline_id) REFERENCES pipeline(workspace_id, id),
  constraint stage_probability_is_between_1_and_99 CHECK (((probability_percent >= 1) AND (probability_percent <= 99)))
);
create table step (
  workspace_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  public_name text,
  country text,
  place text,
  public_text jsonb not null,
  products jsonb default '[]'::jsonb not null,
  pictures jsonb default '[]'::jsonb not null,
  notes text,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint step_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint step_is_of_a_kind CHECK ((kind = ANY (ARRAY['day'::text, 'accommodation'::text, 'transport'::text, 'flight'::text]))),
  constraint step_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table step_picture (
  workspace_id uuid not null,
  step_id uuid not null,
  id uuid not null,
  name text not null,
  content_type text not null,
  byte_size bigint not null,
  sha256 bytea not null,
  width integer not null,
  height integer not null,
  thumbnail bytea,
  created_at timestamp with time zone not null,
  created_by uuid not null,
  constraint step_picture_has_a_maker FOREIGN KEY (workspace_id, created_by) REFERENCES app_user(workspace_id, id),
  constraint step_picture_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint step_picture_of_a_step FOREIGN KEY (workspace_id, step_id) REFERENCES step(workspace_id, id)
);
create table supplier (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  country text,
  city text,
  email text,
  phone text,
  phone_valid boolean,
  website text,
  notes text,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint supplier_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint supplier_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table tag (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  merged_into uuid,
  created_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  version integer default 1 not null,
  constraint tag_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint tag_is_merged_into_a_tag FOREIGN KEY (workspace_id, merged_into) REFERENCES tag(workspace_id, id),
  constraint tag_is_not_merged_into_itself CHECK ((merged_into <> id)),
  constraint tag_that_is_merged_is_gone CHECK (((merged_into IS NULL) OR (deleted_at IS NOT NULL))),
  constraint tag_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table team (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  version integer default 1 not null,
  deleted_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint team_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint team_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table team_member (
  workspace_id uuid not null,
  team_id uuid not null,
  user_id uuid not null,
  position integer default 0 not null,
  constraint team_member_is_a_user FOREIGN KEY (workspace_id, user_id) REFERENCES app_user(workspace_id, id),
  constraint team_member_is_once_in_a_team PRIMARY KEY (workspace_id, team_id, user_id),
  constraint team_member_of_a_team FOREIGN KEY (workspace_id, team_id) REFERENCES team(workspace_id, id)
);
create table trip_template (
  workspace_id uuid not null,
  id uuid not null,
  name text not null,
  public_name text,
  country text,
  place text,
  public_text jsonb not null,
  days jsonb default '[]'::jsonb not null,
  notes text,
  archived_at timestamp with time zone,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  deleted_at timestamp with time zone,
  constraint trip_template_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint trip_template_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspace(workspace_id)
);
create table view_choice (
  workspace_id uuid not null,
  user_id uuid not null,
  id uuid not null,
  resource text not null,
  view_id uuid,
  built_in text,
  is_default boolean default false not null,
  is_pinned boolean default false not null,
  constraint view_choice_is_known_by_its_id PRIMARY KEY (workspace_id, id),
  constraint view_choice_is_made_once UNIQUE NULLS NOT DISTINCT (workspace_id, user_id, resource, view_id, built_in),
  constraint view_choice_is_of_a_user FOREIGN KEY (workspace_id, user_id) REFERENCES app_user(workspace_id, id),
  constraint view_choice_is_of_a_view FOREIGN KEY (workspace_id, view_id) REFERENCES saved_view(workspace_id, id),
  constraint view_choice_is_of_one_or_the_other CHECK ((num_nonnulls(view_id, built_in) = 1))
);
create table workspace (
  workspace_id uuid not null,
  name text not null,
  country text not null,
  language text not null,
  currency text not null,
  timezone text not null,
  logo bytea,
  logo_type text,
  default_rate_percent numeric(9,4) default 20 not null,
  default_rate_mode text default 'markup'::text not null,
  onboarding jsonb default '{}'::jsonb not null,
  is_demo boolean default false not null,
  version integer default 1 not null,
  created_at timestamp with time zone not null,
  constraint workspace_is_known_by_its_id PRIMARY KEY (workspace_id),
  constraint workspace_rate_is_markup_or_margin CHECK ((default_rate_mode = ANY (ARRAY['markup'::text, 'margin'::text]))),
  constraint workspace_speaks_a_language CHECK ((language = ANY (ARRAY['en'::text, 'fr'::text, 'it'::text])))
);

-- Indexes
CREATE INDEX activity_by_creation ON public.activity USING btree (workspace_id, created_at, id) WHERE ((deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX activity_by_due ON public.activity USING btree (workspace_id, due_on, due_time, id) WHERE ((deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX activity_done ON public.activity USING btree (workspace_id, done_at, id) WHERE ((done_at IS NOT NULL) AND (deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX activity_done_for ON public.activity USING btree (workspace_id, assignee_id, done_at, id) WHERE ((done_at IS NOT NULL) AND (deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX activity_of_client ON public.activity USING btree (workspace_id, client_id, due_on, due_time, id);
CREATE INDEX activity_of_contact ON public.activity USING btree (workspace_id, contact_id, due_on, due_time, id);
CREATE INDEX activity_of_opportunity ON public.activity USING btree (workspace_id, opportunity_id, due_on, due_time, id);
CREATE INDEX activity_planned ON public.activity USING btree (workspace_id, due_on, due_time, id) WHERE ((done_at IS NULL) AND (deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX activity_planned_for ON public.activity USING btree (workspace_id, assignee_id, due_on, due_time, id) WHERE ((done_at IS NULL) AND (deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX activity_words ON public.activity USING gin (words gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX api_key_by_user ON public.api_key USING btree (workspace_id, user_id);
CREATE INDEX change_by_actor ON public.change USING btree (workspace_id, actor_id, at, id);
CREATE INDEX client_by_change ON public.client USING btree (workspace_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX client_by_city ON public.client USING btree (workspace_id, city COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX client_by_creation ON public.client USING btree (workspace_id, created_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX client_by_email ON public.client USING btree (workspace_id, lower(email));
CREATE INDEX client_by_kind ON public.client USING btree (workspace_id, kind_id);
CREATE INDEX client_by_late_city ON public.client USING btree (workspace_id, city COLLATE name_order DESC NULLS LAST, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX client_by_manager ON public.client USING btree (workspace_id, manager_id);
CREATE INDEX client_by_name ON public.client USING btree (workspace_id, name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX client_by_phone ON public.client USING btree (workspace_id, phone);
CREATE INDEX client_by_touch ON public.client USING btree (workspace_id, last_touch_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX client_contact_by_contact ON public.client_contact USING btree (workspace_id, contact_id);
CREATE INDEX client_deleted ON public.client USING btree (workspace_id, deleted_at, id) WHERE (deleted_at IS NOT NULL);
CREATE UNIQUE INDEX client_has_one_main_contact ON public.client_contact USING btree (workspace_id, client_id) WHERE is_main;
CREATE INDEX client_tag_of_client ON public.client_tag USING btree (workspace_id, client_id);
CREATE INDEX contact_by_change ON public.contact USING btree (workspace_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX contact_by_city ON public.contact USING btree (workspace_id, city COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX contact_by_creation ON public.contact USING btree (workspace_id, created_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX contact_by_email ON public.contact USING btree (workspace_id, lower(email));
CREATE INDEX contact_by_last_name ON public.contact USING btree (workspace_id, last_name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX contact_by_late_city ON public.contact USING btree (workspace_id, city COLLATE name_order DESC NULLS LAST, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX contact_by_name ON public.contact USING btree (workspace_id, name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX contact_by_phone ON public.contact USING btree (workspace_id, phone);
CREATE INDEX contact_deleted ON public.contact USING btree (workspace_id, deleted_at, id) WHERE (deleted_at IS NOT NULL);
CREATE INDEX contact_tag_of_contact ON public.contact_tag USING btree (workspace_id, contact_id);
CREATE INDEX custom_value_by_figure ON public.custom_value USING btree (workspace_id, field_id, figure, record_id) WHERE (figure IS NOT NULL);
CREATE INDEX custom_value_by_words ON public.custom_value USING btree (workspace_id, field_id, words COLLATE name_order, record_id) WHERE (words IS NOT NULL);
CREATE INDEX denial_by_time ON public.denial USING btree (workspace_id, at);
CREATE INDEX document_by_maker ON public.document USING btree (workspace_id, created_by);
CREATE INDEX document_deleted ON public.document USING btree (workspace_id, deleted_at) WHERE (deleted_at IS NOT NULL);
CREATE INDEX document_file_by_maker ON public.document_file USING btree (workspace_id, created_by);
CREATE INDEX document_of_client ON public.document USING btree (workspace_id, client_id, created_at, id);
CREATE INDEX document_of_opportunity ON public.document USING btree (workspace_id, opportunity_id, created_at, id);
CREATE INDEX document_words ON public.document USING gin (document_words(name) gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX exchange_rate_of_change ON public.exchange_rate USING btree (workspace_id, change_id);
CREATE INDEX external_id_by_record ON public.external_id USING btree (workspace_id, record_type, record_id);
CREATE INDEX fact_by_time ON public.fact USING btree (workspace_id, at DESC, id DESC);
CREATE INDEX fact_of_change ON public.fact USING btree (workspace_id, change_id, record_type, record_id);
CREATE INDEX fact_of_client ON public.fact USING btree (workspace_id, client_id, at DESC, id DESC) WHERE (client_id IS NOT NULL);
CREATE INDEX fact_of_contact ON public.fact USING btree (workspace_id, contact_id, at DESC, id DESC) WHERE (contact_id IS NOT NULL);
CREATE INDEX fact_of_opportunity ON public.fact USING btree (workspace_id, opportunity_id, at DESC, id DESC) WHERE (opportunity_id IS NOT NULL);
CREATE INDEX fact_of_rare_kind ON public.fact USING btree (workspace_id, kind, at DESC, id DESC) WHERE (kind <> ALL (ARRAY['opportunity.created'::text, 'opportunity.edited'::text, 'opportunity.moved'::text, 'activity.created'::text, 'activity.edited'::text, 'activity.done'::text, 'message.created'::text]));
CREATE INDEX idempotency_by_age ON public.idempotency USING btree (created_at);
CREATE INDEX import_by_time ON public.import USING btree (workspace_id, created_at);
CREATE INDEX import_row_by_outcome ON public.import_row USING btree (workspace_id, import_id, action, line);
CREATE INDEX import_row_of_duplicates ON public.import_row USING btree (workspace_id, import_id, line) WHERE is_duplicate;
CREATE INDEX job_by_actor ON public.job USING btree (workspace_id, actor_id, created_at);
CREATE INDEX mail_by_state ON public.mail USING btree (workspace_id, state, created_at, id);
CREATE INDEX mail_by_time ON public.mail USING btree (workspace_id, created_at, id);
CREATE INDEX mail_to_user ON public.mail USING btree (workspace_id, user_id);
CREATE INDEX message_by_author ON public.message USING btree (workspace_id, author_id);
CREATE INDEX message_mention_by_user ON public.message_mention USING btree (workspace_id, user_id, message_id);
CREATE INDEX message_of_client ON public.message USING btree (workspace_id, client_id, created_at, id);
CREATE INDEX message_of_contact ON public.message USING btree (workspace_id, contact_id, created_at, id);
CREATE INDEX message_of_opportunity ON public.message USING btree (workspace_id, opportunity_id, created_at, id);
CREATE INDEX message_words ON public.message USING gin (((' '::text || fold(body))) gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX notification_about ON public.notification USING btree (workspace_id, recipient_id, record_id);
CREATE INDEX notification_of_change ON public.notification USING btree (workspace_id, change_id);
CREATE INDEX notification_of_recipient ON public.notification USING btree (workspace_id, recipient_id, at, id);
CREATE INDEX notification_unread ON public.notification USING btree (workspace_id, recipient_id, at, id) WHERE ((read_at IS NULL) AND in_app);
CREATE INDEX opportunity_at_stage_by_close ON public.opportunity USING btree (workspace_id, stage_id, expected_close_on, id) INCLUDE (manager_id, team_id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_board_sums ON public.opportunity USING btree (workspace_id, pipeline_id, stage_id) INCLUDE (total_home_minor, likely_home_minor, manager_id, team_id) WHERE ((outcome = 'open'::text) AND (deleted_at IS NULL));
CREATE INDEX opportunity_by_accepted_version ON public.opportunity USING btree (workspace_id, accepted_version_id) WHERE (accepted_version_id IS NOT NULL);
CREATE INDEX opportunity_by_amount ON public.opportunity USING btree (workspace_id, total_home_minor, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_by_change ON public.opportunity USING btree (workspace_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_by_chosen_version ON public.opportunity USING btree (workspace_id, chosen_version_id) WHERE (chosen_version_id IS NOT NULL);
CREATE INDEX opportunity_by_close ON public.opportunity USING btree (workspace_id, expected_close_on, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_by_competitor ON public.opportunity USING btree (workspace_id, competitor_id) WHERE (competitor_id IS NOT NULL);
CREATE INDEX opportunity_by_creation ON public.opportunity USING btree (workspace_id, created_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_by_departure ON public.opportunity USING btree (workspace_id, departs_on, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_by_destination ON public.opportunity USING gin (destination_keys);
CREATE INDEX opportunity_by_late_close ON public.opportunity USING btree (workspace_id, expected_close_on DESC NULLS LAST, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_by_late_departure ON public.opportunity USING btree (workspace_id, departs_on DESC NULLS LAST, id DESC) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_by_lost_reason ON public.opportunity USING btree (workspace_id, lost_reason_id) WHERE (lost_reason_id IS NOT NULL);
CREATE INDEX opportunity_by_name ON public.opportunity USING btree (workspace_id, name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_by_source ON public.opportunity USING btree (workspace_id, source_id) WHERE (source_id IS NOT NULL);
CREATE INDEX opportunity_by_touch ON public.opportunity USING btree (workspace_id, last_touch_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_competitor_by_competitor ON public.opportunity_competitor USING btree (workspace_id, competitor_id);
CREATE INDEX opportunity_contact_by_contact ON public.opportunity_contact USING btree (workspace_id, contact_id);
CREATE INDEX opportunity_deleted ON public.opportunity USING btree (workspace_id, deleted_at, id) WHERE (deleted_at IS NOT NULL);
CREATE UNIQUE INDEX opportunity_has_one_main_contact ON public.opportunity_contact USING btree (workspace_id, opportunity_id) WHERE is_main;
CREATE INDEX opportunity_incomplete_by_close ON public.opportunity USING btree (workspace_id, expected_close_on, id) WHERE ((deleted_at IS NULL) AND ((departs_on IS NULL) OR (COALESCE(pax, 0) = 0) OR (amount_minor = 0) OR (destinations = '[]'::jsonb) OR (NOT has_contact)));
CREATE INDEX opportunity_of_client ON public.opportunity USING btree (workspace_id, client_id, departs_on) INCLUDE (deleted_at);
CREATE INDEX opportunity_of_manager ON public.opportunity USING btree (workspace_id, manager_id, expected_close_on, id) INCLUDE (team_id, outcome) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_of_team_by_close ON public.opportunity USING btree (workspace_id, team_id, expected_close_on, id) WHERE (deleted_at IS NULL);
CREATE INDEX opportunity_open_by_amount ON public.opportunity USING btree (workspace_id, stage_id, total_home_minor DESC, id DESC) WHERE ((outcome = 'open'::text) AND (deleted_at IS NULL));
CREATE INDEX opportunity_open_by_close ON public.opportunity USING btree (workspace_id, stage_id, expected_close_on, id) INCLUDE (manager_id, team_id) WHERE ((outcome = 'open'::text) AND (deleted_at IS NULL));
CREATE INDEX opportunity_open_by_departure ON public.opportunity USING btree (workspace_id, stage_id, departs_on, id) WHERE ((outcome = 'open'::text) AND (deleted_at IS NULL));
CREATE INDEX opportunity_open_by_next_activity ON public.opportunity USING btree (workspace_id, stage_id, next_activity_on, expected_close_on, id) INCLUDE (manager_id, team_id) WHERE ((outcome = 'open'::text) AND (deleted_at IS NULL));
CREATE INDEX opportunity_open_by_touch ON public.opportunity USING btree (workspace_id, stage_id, last_touch_at, id) WHERE ((outcome = 'open'::text) AND (deleted_at IS NULL));
CREATE INDEX opportunity_partner_by_client ON public.opportunity_partner USING btree (workspace_id, client_id);
CREATE INDEX opportunity_partner_by_supplier ON public.opportunity_partner USING btree (workspace_id, supplier_id);
CREATE INDEX opportunity_partner_of_opportunity ON public.opportunity_partner USING btree (workspace_id, opportunity_id, "position");
CREATE INDEX opportunity_state_by_time ON public.opportunity_state USING btree (workspace_id, valid_from);
CREATE UNIQUE INDEX opportunity_state_has_one_present ON public.opportunity_state USING btree (workspace_id, opportunity_id) WHERE (valid_until IS NULL);
CREATE INDEX opportunity_tag_of_opportunity ON public.opportunity_tag USING btree (workspace_id, opportunity_id);
CREATE INDEX opportunity_touch_by_time ON public.opportunity_touch USING btree (workspace_id, opportunity_id, at);
CREATE INDEX personal_link_by_user ON public.personal_link USING btree (workspace_id, user_id);
CREATE INDEX product_by_change ON public.product USING btree (workspace_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX product_by_name ON public.product USING btree (workspace_id, name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX product_line_by_product ON public.product_line USING btree (workspace_id, product_id);
CREATE INDEX product_line_by_supplier ON public.product_line USING btree (workspace_id, supplier_id);
CREATE INDEX product_line_of_opportunity ON public.product_line USING btree (workspace_id, opportunity_id, "position", id) WHERE (deleted_at IS NULL);
CREATE INDEX product_of_supplier ON public.product USING btree (workspace_id, supplier_id);
CREATE INDEX product_words ON public.product USING gin (((' '::text || fold(((((name || ' '::text) || COALESCE(public_name, ''::text)) || ' '::text) || COALESCE(place, ''::text))))) gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX quote_by_change ON public.quote USING btree (workspace_id, updated_at, id) WHERE ((deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX quote_by_departure ON public.quote USING btree (workspace_id, departs_on, id) WHERE ((deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX quote_by_maker ON public.quote USING btree (workspace_id, owner_id);
CREATE INDEX quote_by_name ON public.quote USING btree (workspace_id, name COLLATE name_order, id) WHERE ((deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX quote_by_number ON public.quote USING btree (workspace_id, number, id) WHERE ((deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX quote_by_status ON public.quote USING btree (workspace_id, status, updated_at, id) WHERE ((deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX quote_by_validity ON public.quote USING btree (workspace_id, valid_until, id) WHERE ((deleted_at IS NULL) AND (NOT owner_deleted));
CREATE INDEX quote_of_client ON public.quote USING btree (workspace_id, client_id, created_at, id);
CREATE INDEX quote_of_contact ON public.quote USING btree (workspace_id, contact_id) WHERE (contact_id IS NOT NULL);
CREATE INDEX quote_of_manager ON public.quote USING btree (workspace_id, manager_id, updated_at, id);
CREATE INDEX quote_of_opportunity ON public.quote USING btree (workspace_id, opportunity_id, created_at, id);
CREATE INDEX quote_template_by_maker ON public.quote_template USING btree (workspace_id, created_by);
CREATE INDEX quote_template_by_name ON public.quote_template USING btree (workspace_id, name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX quote_version_by_editor ON public.quote_version USING btree (workspace_id, updated_by);
CREATE INDEX quote_version_by_maker ON public.quote_version USING btree (workspace_id, created_by);
CREATE INDEX quote_words ON public.quote USING gin (quote_words(number, name) gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX saved_view_by_owner ON public.saved_view USING btree (workspace_id, owner_id);
CREATE INDEX saved_view_by_team ON public.saved_view USING btree (workspace_id, team_id) WHERE (team_id IS NOT NULL);
CREATE INDEX saved_view_of_list ON public.saved_view USING btree (workspace_id, resource, "position", id) WHERE (deleted_at IS NULL);
CREATE INDEX search_entry_by_trigrams ON public.search_entry USING gin (words gin_trgm_ops, persons gin_trgm_ops, digits gin_trgm_ops);
CREATE INDEX session_by_user ON public.session USING btree (workspace_id, user_id);
CREATE INDEX stage_by_pipeline ON public.stage USING btree (workspace_id, pipeline_id, "position");
CREATE INDEX step_by_change ON public.step USING btree (workspace_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX step_by_name ON public.step USING btree (workspace_id, name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX step_picture_by_maker ON public.step_picture USING btree (workspace_id, created_by);
CREATE INDEX step_picture_of_step ON public.step_picture USING btree (workspace_id, step_id);
CREATE INDEX step_words ON public.step USING gin (((' '::text || fold(((((name || ' '::text) || COALESCE(public_name, ''::text)) || ' '::text) || COALESCE(place, ''::text))))) gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX supplier_by_name ON public.supplier USING btree (workspace_id, name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX supplier_digits ON public.supplier USING gin (regexp_replace(COALESCE(phone, ''::text), '[^0-9]'::text, ''::text, 'g'::text) gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX supplier_words ON public.supplier USING gin (((' '::text || fold(((((name || ' '::text) || COALESCE(city, ''::text)) || ' '::text) || COALESCE(email, ''::text))))) gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX tag_by_what_it_is_merged_into ON public.tag USING btree (workspace_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX tag_is_named_once ON public.tag USING btree (workspace_id, fold(name)) WHERE (deleted_at IS NULL);
CREATE INDEX team_member_by_user ON public.team_member USING btree (workspace_id, user_id);
CREATE UNIQUE INDEX team_name_is_used_once ON public.team USING btree (workspace_id, lower(name)) WHERE (deleted_at IS NULL);
CREATE INDEX trip_template_by_change ON public.trip_template USING btree (workspace_id, updated_at, id) WHERE (deleted_at IS NULL);
CREATE INDEX trip_template_by_name ON public.trip_template USING btree (workspace_id, name COLLATE name_order, id) WHERE (deleted_at IS NULL);
CREATE INDEX trip_template_words ON public.trip_template USING gin (((' '::text || fold(((((name || ' '::text) || COALESCE(public_name, ''::text)) || ' '::text) || COALESCE(place, ''::text))))) gin_trgm_ops) WHERE (deleted_at IS NULL);
CREATE INDEX view_choice_by_view ON public.view_choice USING btree (workspace_id, view_id) WHERE (view_id IS NOT NULL);
CREATE UNIQUE INDEX view_choice_has_one_default ON public.view_choice USING btree (workspace_id, user_id, resource) WHERE is_default;

-- Row policies
create policy within_visibility on activity for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((opportunity_id IS NULL) OR (opportunity_manager_id = ANY ((( SELECT current_setting('escale.managers'::text, true) AS current_setting))::uuid[])) OR (opportunity_team_id = ANY ((( SELECT current_setting('escale.teams'::text, true) AS current_setting))::uuid[])))));
create policy within_workspace on activity for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on api_key for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on api_key for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on app_user for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on app_user for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on change for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on change for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on client for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on client for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on client_contact for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on client_contact for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on client_kind for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on client_kind for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on client_tag for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on client_tag for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on competitor for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on competitor for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on contact for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on contact for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on contact_tag for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on contact_tag for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on custom_field for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on custom_field for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on custom_value for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((record_type <> 'opportunity'::text) OR sees_opportunity(workspace_id, record_id))));
create policy within_workspace on custom_value for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on denial for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on denial for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on document for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((opportunity_manager_id = ANY ((( SELECT current_setting('escale.managers'::text, true) AS current_setting))::uuid[])) OR (opportunity_team_id = ANY ((( SELECT current_setting('escale.teams'::text, true) AS current_setting))::uuid[])))));
create policy within_workspace on document for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on document_file for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM document d
  WHERE ((d.workspace_id = document_file.workspace_id) AND (d.id = document_file.document_id))))));
create policy within_workspace on document_file for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on exchange_rate for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on exchange_rate for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on external_id for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on external_id for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on fact for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((opportunity_id IS NULL) OR (EXISTS ( SELECT 1
   FROM opportunity o
  WHERE ((o.workspace_id = fact.workspace_id) AND (o.id = fact.opportunity_id)))))));
create policy within_workspace on fact for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on idempotency for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on idempotency for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on import for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on import for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on import_row for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on import_row for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on job for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on job for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on lost_reason for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on lost_reason for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on mail for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on mail for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on message for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((opportunity_id IS NULL) OR (opportunity_manager_id = ANY ((( SELECT current_setting('escale.managers'::text, true) AS current_setting))::uuid[])) OR (opportunity_team_id = ANY ((( SELECT current_setting('escale.teams'::text, true) AS current_setting))::uuid[])))));
create policy within_workspace on message for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on message_mention for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM message m
  WHERE ((m.workspace_id = message_mention.workspace_id) AND (m.id = message_mention.message_id))))));
create policy within_workspace on message_mention for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on message_version for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM message m
  WHERE ((m.workspace_id = message_version.workspace_id) AND (m.id = message_version.message_id))))));
create policy within_workspace on message_version for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on notification for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on notification for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on notification_preference for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on notification_preference for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on number_counter for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on number_counter for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on opportunity for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((manager_id = ANY ((( SELECT current_setting('escale.managers'::text, true) AS current_setting))::uuid[])) OR (team_id = ANY ((( SELECT current_setting('escale.teams'::text, true) AS current_setting))::uuid[])))));
create policy within_workspace on opportunity for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on opportunity_competitor for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND sees_opportunity(workspace_id, opportunity_id)));
create policy within_workspace on opportunity_competitor for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on opportunity_contact for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM opportunity o
  WHERE ((o.workspace_id = opportunity_contact.workspace_id) AND (o.id = opportunity_contact.opportunity_id))))));
create policy within_workspace on opportunity_contact for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on opportunity_partner for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND sees_opportunity(workspace_id, opportunity_id)));
create policy within_workspace on opportunity_partner for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on opportunity_state for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM opportunity o
  WHERE ((o.workspace_id = opportunity_state.workspace_id) AND (o.id = opportunity_state.opportunity_id))))));
create policy within_workspace on opportunity_state for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on opportunity_tag for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((manager_id = ANY ((( SELECT current_setting('escale.managers'::text, true) AS current_setting))::uuid[])) OR (team_id = ANY ((( SELECT current_setting('escale.teams'::text, true) AS current_setting))::uuid[])))));
create policy within_workspace on opportunity_tag for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on opportunity_touch for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM opportunity o
  WHERE ((o.workspace_id = opportunity_touch.workspace_id) AND (o.id = opportunity_touch.opportunity_id))))));
create policy within_workspace on opportunity_touch for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on personal_link for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on personal_link for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on pipeline for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on pipeline for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on product for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on product for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on product_line for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND sees_opportunity(workspace_id, opportunity_id)));
create policy within_workspace on product_line for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on quote for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((manager_id = ANY ((( SELECT current_setting('escale.managers'::text, true) AS current_setting))::uuid[])) OR (team_id = ANY ((( SELECT current_setting('escale.teams'::text, true) AS current_setting))::uuid[])))));
create policy within_workspace on quote for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on quote_template for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on quote_template for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on quote_version for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND (EXISTS ( SELECT 1
   FROM quote q
  WHERE ((q.workspace_id = quote_version.workspace_id) AND (q.id = quote_version.quote_id))))));
create policy within_workspace on quote_version for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on saved_view for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on saved_view for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on search_entry for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND ((record_type <> 'opportunity'::text) OR (manager_id = ANY ((( SELECT current_setting('escale.managers'::text, true) AS current_setting))::uuid[])) OR (team_id = ANY ((( SELECT current_setting('escale.teams'::text, true) AS current_setting))::uuid[])))));
create policy within_workspace on search_entry for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on session for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on session for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on source for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on source for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on stage for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on stage for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on step for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on step for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on step_picture for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on step_picture for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on supplier for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on supplier for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on tag for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on tag for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on team for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on team for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on team_member for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on team_member for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on trip_template for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on trip_template for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on view_choice for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on view_choice for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));
create policy within_visibility on workspace for select to escale_app using (((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")) AND true));
create policy within_workspace on workspace for all to escale_app_all using ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif"))) with check ((workspace_id = ( SELECT (NULLIF(current_setting('escale.workspace'::text, true), ''::text))::uuid AS "nullif")));

-- Functions
CREATE OR REPLACE FUNCTION public.activities_follow_client()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update activity a set owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.client_id = new.id and a.opportunity_id is null;
  update message m set owner_deleted = new.deleted_at is not null
  where m.workspace_id = new.workspace_id and m.client_id = new.id and m.opportunity_id is null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.activities_follow_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update activity a set owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.contact_id = new.id and a.opportunity_id is null and a.client_id is null;
  update message m set owner_deleted = new.deleted_at is not null
  where m.workspace_id = new.workspace_id and m.contact_id = new.id and m.opportunity_id is null and m.client_id is null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.activities_follow_opportunity()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update activity a set client_id = new.client_id, opportunity_manager_id = new.manager_id, opportunity_team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where a.workspace_id = new.workspace_id and a.opportunity_id = new.id;
  update message m set client_id = new.client_id, opportunity_manager_id = new.manager_id, opportunity_team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where m.workspace_id = new.workspace_id and m.opportunity_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.any_user_exists()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select exists (select 1 from public.app_user) $function$
;
CREATE OR REPLACE FUNCTION public.begin_client_touch()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  new.last_touch_at := coalesce(new.last_touch_at, new.created_at);
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.custom_entries(kind text, options jsonb, value jsonb)
 RETURNS TABLE(place integer, words text, figure bigint)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select (chosen.place - 1)::integer, chosen.id, option.place
  from jsonb_array_elements_text(case when kind = 'multiList' then value when kind = 'list' then jsonb_build_array(value) else '[]' end)
    with ordinality chosen (id, place)
  left join jsonb_array_elements(options) with ordinality option (entry, place) on option.entry ->> 'id' = chosen.id
  union all
  select 0,
    case when kind in ('text', 'longText', 'link', 'user') then left(value #>> '{}', 200) end,
    case kind
      when 'number' then ((value #>> '{}')::numeric * 10000)::bigint
      when 'money' then ((value ->> 'amount')::numeric * 10000)::bigint
      when 'date' then ((value #>> '{}')::date - date '1970-01-01')::bigint
      when 'checkbox' then (value #>> '{}')::boolean::integer::bigint
    end
  where kind not in ('list', 'multiList') $function$
;
CREATE OR REPLACE FUNCTION public.document_words(name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select ' ' || fold(name) || ' ' || translate(fold(name), '_-.', '   ') $function$
;
CREATE OR REPLACE FUNCTION public.documents_follow_opportunity()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update document d set client_id = new.client_id, opportunity_manager_id = new.manager_id, opportunity_team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where d.workspace_id = new.workspace_id and d.opportunity_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.enqueue_job(task text, payload jsonb, run_at timestamp with time zone DEFAULT NULL::timestamp with time zone, job_key text DEFAULT NULL::text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform graphile_worker.add_job(task, payload::json, run_at => run_at, job_key => job_key);
end $function$
;
CREATE OR REPLACE FUNCTION public.find_api_key(wanted bytea)
 RETURNS TABLE(workspace_id uuid, id uuid, user_id uuid, expires_at timestamp with time zone, read_only boolean)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select k.workspace_id, k.id, k.user_id, k.expires_at, k.read_only from public.api_key k where k.token_hash = wanted and k.revoked_at is null $function$
;
CREATE OR REPLACE FUNCTION public.find_personal_link(wanted bytea)
 RETURNS TABLE(workspace_id uuid, id uuid, kind text, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select l.workspace_id, l.id, l.kind, l.expires_at from public.personal_link l where l.token_hash = wanted and l.used_at is null $function$
;
CREATE OR REPLACE FUNCTION public.find_session(wanted bytea)
 RETURNS TABLE(workspace_id uuid, id uuid, user_id uuid, expires_at timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select s.workspace_id, s.id, s.user_id, s.expires_at from public.session s where s.token_hash = wanted $function$
;
CREATE OR REPLACE FUNCTION public.find_user_by_email(wanted text)
 RETURNS TABLE(workspace_id uuid, id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select u.workspace_id, u.id from public.app_user u where u.email = lower(wanted) $function$
;
CREATE OR REPLACE FUNCTION public.fold(value text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
 SET search_path TO 'pg_catalog', 'public'
AS $function$ select lower(public.unaccent('public.unaccent'::regdictionary, value)) $function$
;
CREATE OR REPLACE FUNCTION public.index_changed_opportunities()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.index_clients()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.index_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.index_new_opportunities()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, persons, manager_id, team_id)
  select o.workspace_id, 'opportunity', o.id,
    ' ' || fold(concat_ws(' ', o.name, o.number, c.name,
      (select string_agg(d ->> 'place', ' ') from jsonb_array_elements(o.destinations) d))),
    coalesce((
      select ' ' || fold(string_agg(p.name, ' ' order by l.position))
      from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
      where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and p.deleted_at is null), ''),
    o.manager_id, o.team_id
  from changed o join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
  where o.deleted_at is null;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.index_opportunities_of_clients()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update search_entry s set words = opportunity_words(o)
  from changed n
  join before b on b.workspace_id = n.workspace_id and b.id = n.id
  join opportunity o on o.workspace_id = n.workspace_id and o.client_id = n.id
  where n.name is distinct from b.name
    and s.workspace_id = o.workspace_id and s.record_type = 'opportunity' and s.record_id = o.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.index_opportunities_of_contacts()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update search_entry s set persons = opportunity_persons(o)
  from changed n
  join before b on b.workspace_id = n.workspace_id and b.id = n.id
  join opportunity_contact l on l.workspace_id = n.workspace_id and l.contact_id = n.id
  join opportunity o on o.workspace_id = n.workspace_id and o.id = l.opportunity_id
  where (n.name, n.deleted_at) is distinct from (b.name, b.deleted_at)
    and s.workspace_id = o.workspace_id and s.record_type = 'opportunity' and s.record_id = o.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.index_opportunities_of_links()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update search_entry s set persons = now.persons
  from (select distinct workspace_id, opportunity_id from changed) l
  join opportunity o on o.workspace_id = l.workspace_id and o.id = l.opportunity_id
  cross join lateral (select opportunity_persons(o) as persons) now
  where s.workspace_id = o.workspace_id and s.record_type = 'opportunity' and s.record_id = o.id and s.persons <> now.persons;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_client_tags()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from client_tag l where l.workspace_id = new.workspace_id and l.client_id = new.id and l.tag_id <> all (new.tag_ids);
  end if;
  insert into client_tag (workspace_id, tag_id, client_id)
  select new.workspace_id, tag_id, new.id from unnest(new.tag_ids) tag_id on conflict do nothing;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_client_touch()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update client c set last_touch_at = greatest(c.created_at,
    (select max(a.done_at) from activity a
      where a.workspace_id = c.workspace_id and a.client_id = c.id and a.opportunity_id is null and a.deleted_at is null),
    (select max(m.created_at) from message m
      where m.workspace_id = c.workspace_id and m.client_id = c.id and m.opportunity_id is null and m.deleted_at is null))
  where c.workspace_id = new.workspace_id and c.id = new.client_id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_contact_tags()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if tg_op = 'UPDATE' then
    delete from contact_tag l where l.workspace_id = new.workspace_id and l.contact_id = new.id and l.tag_id <> all (new.tag_ids);
  end if;
  insert into contact_tag (workspace_id, tag_id, contact_id)
  select new.workspace_id, tag_id, new.id from unnest(new.tag_ids) tag_id on conflict do nothing;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_custom_values()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  before jsonb := '{}';
begin
  if tg_op = 'UPDATE' then
    before := old.custom;
    delete from custom_value v using custom_field f
    where f.workspace_id = new.workspace_id and f.record_type = tg_argv[0] and before ? f.key
      and new.custom -> f.key is distinct from before -> f.key
      and v.workspace_id = f.workspace_id and v.field_id = f.id and v.record_id = new.id;
  end if;
  insert into custom_value (workspace_id, field_id, record_id, place, record_type, words, figure)
  select f.workspace_id, f.id, new.id, e.place, f.record_type, e.words, e.figure
  from custom_field f cross join lateral custom_entries(f.type, f.options, new.custom -> f.key) e
  where f.workspace_id = new.workspace_id and f.record_type = tg_argv[0] and new.custom ? f.key
    and new.custom -> f.key is distinct from before -> f.key;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_has_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform keep_has_contact_of(array_agg(n.workspace_id), array_agg(n.opportunity_id)) from changed n;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_has_contact_of(workspaces uuid[], opportunities uuid[])
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  update opportunity o set has_contact = not o.has_contact
  from (select distinct u.workspace_id, u.id from unnest(workspaces, opportunities) as u (workspace_id, id)) touched
  where o.workspace_id = touched.workspace_id and o.id = touched.id
    and o.has_contact is distinct from exists (
      select from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
      where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and p.deleted_at is null)
$function$
;
CREATE OR REPLACE FUNCTION public.keep_has_contact_of_persons()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  perform keep_has_contact_of(array_agg(l.workspace_id), array_agg(l.opportunity_id))
  from changed n
  join before b on b.workspace_id = n.workspace_id and b.id = n.id
  join opportunity_contact l on l.workspace_id = n.workspace_id and l.contact_id = n.id
  where (n.deleted_at is null) <> (b.deleted_at is null);
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.keep_opportunity_tags()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.learn_imported_tables()
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;
CREATE OR REPLACE FUNCTION public.opportunity_persons(o opportunity)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select coalesce(' ' || fold(string_agg(p.name, ' ' order by l.position)), '')
  from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
  where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and p.deleted_at is null $function$
;
CREATE OR REPLACE FUNCTION public.opportunity_words(o opportunity)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select ' ' || fold(concat_ws(' ', o.name, o.number,
    (select c.name from client c where c.workspace_id = o.workspace_id and c.id = o.client_id),
    (select string_agg(d ->> 'place', ' ') from jsonb_array_elements(o.destinations) d))) $function$
;
CREATE OR REPLACE FUNCTION public.place_quote()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if new.opportunity_id is null then
    new.manager_id := new.owner_id;
    new.team_id := null;
    new.owner_deleted := false;
    return new;
  end if;
  select o.client_id, o.manager_id, o.team_id, o.deleted_at is not null
  into new.client_id, new.manager_id, new.team_id, new.owner_deleted
  from opportunity o where o.workspace_id = new.workspace_id and o.id = new.opportunity_id;
  return new;
end $function$
;
CREATE OR REPLACE FUNCTION public.place_under_opportunity()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
end $function$
;
CREATE OR REPLACE PROCEDURE public.protect_table(IN target regclass, IN visibility text DEFAULT 'true'::text, IN privileges text DEFAULT 'select, insert, update, delete'::text)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $procedure$
declare
  here constant text := 'workspace_id = (select nullif(current_setting(''escale.workspace'', true), '''')::uuid)';
begin
  execute format('alter table %s enable row level security', target);
  execute format('create policy within_workspace on %s to escale_app_all using (%s) with check (%s)', target, here, here);
  execute format('create policy within_visibility on %s for select to escale_app using (%s and (%s))', target, here, visibility);
  execute format('grant %s on %s to escale_app_all', privileges, target);
  execute format('grant select on %s to escale_app', target);
end $procedure$
;
CREATE OR REPLACE FUNCTION public.quote_words(number text, name text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select ' ' || fold(number || ' ' || name) $function$
;
CREATE OR REPLACE FUNCTION public.quotes_follow_opportunity()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  update quote q set client_id = new.client_id, manager_id = new.manager_id, team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where q.workspace_id = new.workspace_id and q.opportunity_id = new.id;
  return null;
end $function$
;
CREATE OR REPLACE FUNCTION public.search_activities(terms text[], most integer)
 RETURNS TABLE(record_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'pg_catalog', 'public'
AS $function$
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
  return query execute format('select a.id from public.activity a where %s limit %s', within, most);
end $function$
;
CREATE OR REPLACE FUNCTION public.search_condition(terms text[], source jsonb, starts boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select coalesce(string_agg('(' || concat_ws(' or ',
      format('%s like %L', source ->> 'words', pattern),
      case when not starts and source ? 'persons' then format('%s like %L', source ->> 'persons', pattern) end,
      case when not starts and source ? 'digits' and term ~ '^[0-9]{4,}$' and number <> ''
        then format('%s like %L', source ->> 'digits', '%' || number || '%') end) || ')', ' and '), 'true')
  from unnest(terms) term,
    lateral (select ltrim(term, '0') as number, replace(replace(replace(fold(term), '\', '\\'), '%', '\%'), '_', '\_') as escaped) a,
    lateral (select case when starts or length(escaped) < 3 then '% ' else '%' end || escaped || '%' as pattern) b $function$
;
CREATE OR REPLACE FUNCTION public.search_everywhere(kinds text[], terms text[], asked text[], with_persons boolean)
 RETURNS TABLE(kind text, id uuid, score real)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 100
 SET search_path TO 'pg_catalog', 'public'
 SET "pg_trgm.word_similarity_threshold" TO '0.4'
AS $function$
declare
  most constant int := 200;
  whole constant text := replace(replace(replace(fold(array_to_string(terms, ' ')), '\', '\\'), '%', '\%'), '_', '\_');
  any_found boolean := false;
  source jsonb;
  near record;
  one text;
begin
  foreach one in array kinds loop
    source := search_source(one, asked, with_persons);
    return query execute format($sql$
      with first as materialized (select %1$s as id, %2$s as score from %3$s s where %4$s limit %5$s)
      select %6$L, first.id, first.score from first where (select count(*) from first) < %5$s
      union all
      select %6$L, newest.* from (select %1$s, %2$s from %3$s s where %4$s order by %1$s desc limit %5$s) newest
      where (select count(*) from first) = %5$s$sql$,
      source ->> 'id',
      format('(case when %1$s like %2$L or %1$s = %3$L then 3 when %4$s then 2 else 1 end)::real',
        source ->> 'words', ' ' || whole || ' %', ' ' || whole, search_condition(terms, source, true)),
      source ->> 'source', (source ->> 'within') || ' and ' || search_condition(terms, source, false), most + 1, one);
    any_found := any_found or found;
  end loop;
  if any_found or array_to_string(terms, '') !~ '[[:alpha:]]{4}' then
    return;
  end if;
  foreach one in array kinds loop
    source := search_source(one, asked, with_persons);
    select * into near from search_nearness(terms, source);
    return query execute format('select %L, %s, (least(%s, 0.99))::real as score from %s s where %s and %s order by score desc, %2$s desc limit 40',
      one, source ->> 'id', near.score, source ->> 'source', source ->> 'within', near.condition);
  end loop;
end $function$
;
CREATE OR REPLACE FUNCTION public.search_nearness(terms text[], source jsonb)
 RETURNS TABLE(condition text, score text)
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select string_agg('(' || concat_ws(' or ', format('%L <%% %s', fold(term), source ->> 'words'),
      case when source ? 'persons' then format('%L <%% %s', fold(term), source ->> 'persons') end) || ')', ' and '),
    'least(' || string_agg('greatest(' || concat_ws(', ', format('word_similarity(%L, %s)', fold(term), source ->> 'words'),
      case when source ? 'persons' then format('word_similarity(%L, %s)', fold(term), source ->> 'persons') end) || ')', ', ') || ')'
  from unnest(terms) term $function$
;
CREATE OR REPLACE FUNCTION public.search_records(kind text, terms text[], with_persons boolean, near boolean DEFAULT true)
 RETURNS TABLE(record_id uuid)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 200
 SET search_path TO 'pg_catalog', 'public'
 SET "pg_trgm.word_similarity_threshold" TO '0.4'
AS $function$
declare
  within text := format('s.workspace_id = %L and s.record_type = %L', nullif(current_setting('escale.workspace', true), '')::uuid, kind);
  persons constant boolean := with_persons and kind = 'opportunity';
  holds text := '';
  close text := '';
  term text;
  pattern text;
  figures text;
  number text;
  this text;
begin
  if kind = 'opportunity' and current_setting('escale.sees_all', true) is distinct from 'yes' then
    within := within || format(' and (s.manager_id = any (%L::uuid[]) or s.team_id = any (%L::uuid[]))',
      current_setting('escale.managers', true), current_setting('escale.teams', true));
  end if;
  foreach term in array terms loop
    figures := regexp_replace(term, '[^0-9]', '', 'g');
    number := ltrim(figures, '0');
    pattern := replace(replace(replace(fold(term), '\', '\\'), '%', '\%'), '_', '\_');
    pattern := case when length(pattern) < 3 then '% ' || pattern || '%' else '%' || pattern || '%' end;
    this := format(' and (s.words like %L', pattern)
      || case when persons then format(' or s.persons like %L', pattern) else '' end
      || case when kind <> 'opportunity' and length(figures) >= 4 and number <> '' then format(' or s.digits like %L', '%' || number || '%') else '' end
      || ')';
    holds := holds || this;
    close := close || case when term ~ '[[:alpha:]]' then
      format(' and (%L <%% s.words', fold(term)) || case when persons then format(' or %L <%% s.persons', fold(term)) else '' end || ')'
      else this end;
  end loop;
  return query execute format('select s.record_id from public.search_entry s where %s%s', within, holds);
  if not found and near and array_to_string(terms, '') ~ '[[:alpha:]]{4}' then
    return query execute format('select s.record_id from public.search_entry s where %s%s limit 200', within, close);
  end if;
end $function$
;
CREATE OR REPLACE FUNCTION public.search_source(kind text, kinds text[], with_persons boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
begin
  if kind in ('step', 'tripTemplate') then
    return jsonb_build_object('source', case kind when 'step' then 'public.step' else 'public.trip_template' end, 'id', 's.id',
      'words', '('' '' || public.fold(s.name || '' '' || coalesce(s.public_name, '''') || '' '' || coalesce(s.place, '''')))',
      'within', format('s.workspace_id = %L and s.deleted_at is null and s.archived_at is null',
        nullif(current_setting('escale.workspace', true), '')::uuid));
  end if;
  return search_source_of_others(kind, kinds, with_persons);
end $function$
;
CREATE OR REPLACE FUNCTION public.search_source_of_others(kind text, kinds text[], with_persons boolean)
 RETURNS jsonb
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
declare
  workspace text := format('s.workspace_id = %L', nullif(current_setting('escale.workspace', true), '')::uuid);
  managers text := format('any (%L::uuid[])', current_setting('escale.managers', true));
  teams text := format('any (%L::uuid[])', current_setting('escale.teams', true));
  sees_all boolean := coalesce(current_setting('escale.sees_all', true) = 'yes', false);
  noted text := workspace || ' and s.deleted_at is null and not s.owner_deleted'
    || case when 'opportunity' <> all (kinds) then ' and s.opportunity_id is null' else '' end
    || case when 'client' <> all (kinds) then ' and (s.opportunity_id is not null or s.client_id is null)' else '' end
    || case when 'contact' <> all (kinds) then ' and (s.opportunity_id is not null or s.client_id is not null)' else '' end
    || case when sees_all then ''
         else format(' and (s.opportunity_id is null or s.opportunity_manager_id = %s or s.opportunity_team_id = %s)', managers, teams) end;
begin
  return case kind
    when 'activity' then jsonb_build_object('source', 'public.activity', 'id', 's.id', 'words', 's.words', 'within', noted)
    when 'message' then jsonb_build_object('source', 'public.message', 'id', 's.id', 'words', '('' '' || public.fold(s.body))', 'within', noted)
    when 'document' then jsonb_build_object('source', 'public.document', 'id', 's.id', 'words', 'public.document_words(s.name)', 'within', noted)
    when 'quote' then jsonb_build_object('source', 'public.quote', 'id', 's.id', 'words', 'public.quote_words(s.number, s.name)',
      'within', workspace || ' and s.deleted_at is null and not s.owner_deleted'
      || case when 'opportunity' <> all (kinds) then ' and s.opportunity_id is null' else '' end
      || case when sees_all then '' else format(' and (s.manager_id = %s or s.team_id = %s)', managers, teams) end)
    when 'supplier' then jsonb_build_object('source', 'public.supplier', 'id', 's.id',
      'words', '('' '' || public.fold(s.name || '' '' || coalesce(s.city, '''') || '' '' || coalesce(s.email, '''')))',
      'digits', 'regexp_replace(coalesce(s.phone, ''''), ''[^0-9]'', '''', ''g'')', 'within', workspace || ' and s.deleted_at is null')
    when 'product' then jsonb_build_object('source', 'public.product', 'id', 's.id',
      'words', '('' '' || public.fold(s.name || '' '' || coalesce(s.public_name, '''') || '' '' || coalesce(s.place, '''')))',
      'within', workspace || ' and s.deleted_at is null')
    else jsonb_build_object('source', 'public.search_entry', 'id', 's.record_id', 'words', 's.words', 'digits', 's.digits', 'within',
      workspace || format(' and s.record_type = %L', kind)
      || case when kind = 'opportunity' and not sees_all then format(' and (s.manager_id = %s or s.team_id = %s)', managers, teams) else '' end)
      || case when kind = 'opportunity' and with_persons then '{"persons": "s.persons"}'::jsonb else '{}'::jsonb end
  end;
end $function$
;
CREATE OR REPLACE FUNCTION public.sees_opportunity(workspace uuid, wanted uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select exists (select 1 from public.opportunity o where o.workspace_id = workspace and o.id = wanted) $function$
;

-- Triggers
CREATE TRIGGER activities_follow_client AFTER UPDATE OF deleted_at ON public.client FOR EACH ROW WHEN (((new.deleted_at IS NULL) <> (old.deleted_at IS NULL))) EXECUTE FUNCTION activities_follow_client();
CREATE TRIGGER activities_follow_contact AFTER UPDATE OF deleted_at ON public.contact FOR EACH ROW WHEN (((new.deleted_at IS NULL) <> (old.deleted_at IS NULL))) EXECUTE FUNCTION activities_follow_contact();
CREATE TRIGGER activities_follow_opportunity AFTER UPDATE OF client_id, manager_id, team_id, deleted_at ON public.opportunity FOR EACH ROW WHEN (((((new.client_id IS DISTINCT FROM old.client_id) OR (new.manager_id IS DISTINCT FROM old.manager_id)) OR (new.team_id IS DISTINCT FROM old.team_id)) OR (new.deleted_at IS DISTINCT FROM old.deleted_at))) EXECUTE FUNCTION activities_follow_opportunity();
CREATE TRIGGER begin_client_touch BEFORE INSERT ON public.client FOR EACH ROW EXECUTE FUNCTION begin_client_touch();
CREATE TRIGGER begin_touch_of_client AFTER INSERT ON public.message FOR EACH ROW WHEN (((new.opportunity_id IS NULL) AND (new.client_id IS NOT NULL))) EXECUTE FUNCTION keep_client_touch();
CREATE TRIGGER begin_touch_of_client AFTER INSERT ON public.activity FOR EACH ROW WHEN (((new.opportunity_id IS NULL) AND (new.client_id IS NOT NULL))) EXECUTE FUNCTION keep_client_touch();
CREATE TRIGGER client_has_its_tags AFTER INSERT ON public.client FOR EACH ROW WHEN ((new.tag_ids <> '{}'::uuid[])) EXECUTE FUNCTION keep_client_tags();
CREATE TRIGGER client_keeps_custom_values AFTER UPDATE OF custom ON public.client FOR EACH ROW WHEN ((new.custom IS DISTINCT FROM old.custom)) EXECUTE FUNCTION keep_custom_values('client');
CREATE TRIGGER client_keeps_its_tags AFTER UPDATE ON public.client FOR EACH ROW WHEN ((new.tag_ids IS DISTINCT FROM old.tag_ids)) EXECUTE FUNCTION keep_client_tags();
CREATE TRIGGER client_keeps_new_custom_values AFTER INSERT ON public.client FOR EACH ROW WHEN ((new.custom <> '{}'::jsonb)) EXECUTE FUNCTION keep_custom_values('client');
CREATE TRIGGER contact_has_its_tags AFTER INSERT ON public.contact FOR EACH ROW WHEN ((new.tag_ids <> '{}'::uuid[])) EXECUTE FUNCTION keep_contact_tags();
CREATE TRIGGER contact_keeps_custom_values AFTER UPDATE OF custom ON public.contact FOR EACH ROW WHEN ((new.custom IS DISTINCT FROM old.custom)) EXECUTE FUNCTION keep_custom_values('contact');
CREATE TRIGGER contact_keeps_its_tags AFTER UPDATE ON public.contact FOR EACH ROW WHEN ((new.tag_ids IS DISTINCT FROM old.tag_ids)) EXECUTE FUNCTION keep_contact_tags();
CREATE TRIGGER contact_keeps_new_custom_values AFTER INSERT ON public.contact FOR EACH ROW WHEN ((new.custom <> '{}'::jsonb)) EXECUTE FUNCTION keep_custom_values('contact');
CREATE TRIGGER documents_follow_opportunity AFTER UPDATE OF client_id, manager_id, team_id, deleted_at ON public.opportunity FOR EACH ROW WHEN (((((new.client_id IS DISTINCT FROM old.client_id) OR (new.manager_id IS DISTINCT FROM old.manager_id)) OR (new.team_id IS DISTINCT FROM old.team_id)) OR (new.deleted_at IS DISTINCT FROM old.deleted_at))) EXECUTE FUNCTION documents_follow_opportunity();
CREATE TRIGGER index_changed_clients AFTER UPDATE ON public.client REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_clients();
CREATE TRIGGER index_changed_contacts AFTER UPDATE ON public.contact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_contacts();
CREATE TRIGGER index_changed_opportunities AFTER UPDATE ON public.opportunity REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_changed_opportunities();
CREATE TRIGGER index_ended_links AFTER DELETE ON public.opportunity_contact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_opportunities_of_links();
CREATE TRIGGER index_new_clients AFTER INSERT ON public.client REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_clients();
CREATE TRIGGER index_new_contacts AFTER INSERT ON public.contact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_contacts();
CREATE TRIGGER index_new_links AFTER INSERT ON public.opportunity_contact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_opportunities_of_links();
CREATE TRIGGER index_new_opportunities AFTER INSERT ON public.opportunity REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_new_opportunities();
CREATE TRIGGER index_renamed_clients AFTER UPDATE ON public.client REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_opportunities_of_clients();
CREATE TRIGGER index_renamed_contacts AFTER UPDATE ON public.contact REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION index_opportunities_of_contacts();
CREATE TRIGGER keep_has_contact AFTER UPDATE ON public.contact REFERENCING OLD TABLE AS before NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_has_contact_of_persons();
CREATE TRIGGER keep_has_contact_of_ended AFTER DELETE ON public.opportunity_contact REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_has_contact();
CREATE TRIGGER keep_has_contact_of_new AFTER INSERT ON public.opportunity_contact REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION keep_has_contact();
CREATE TRIGGER keep_touch_of_client AFTER UPDATE OF done_at, deleted_at, client_id, opportunity_id ON public.activity FOR EACH ROW WHEN (((new.client_id IS NOT NULL) AND ((new.opportunity_id IS NULL) OR (old.opportunity_id IS NULL)))) EXECUTE FUNCTION keep_client_touch();
CREATE TRIGGER keep_touch_of_client AFTER UPDATE OF deleted_at ON public.message FOR EACH ROW WHEN (((new.opportunity_id IS NULL) AND (new.client_id IS NOT NULL))) EXECUTE FUNCTION keep_client_touch();
CREATE TRIGGER opportunity_has_its_tags AFTER INSERT ON public.opportunity FOR EACH ROW WHEN ((new.tag_ids <> '{}'::uuid[])) EXECUTE FUNCTION keep_opportunity_tags();
CREATE TRIGGER opportunity_keeps_custom_values AFTER UPDATE OF custom ON public.opportunity FOR EACH ROW WHEN ((new.custom IS DISTINCT FROM old.custom)) EXECUTE FUNCTION keep_custom_values('opportunity');
CREATE TRIGGER opportunity_keeps_its_tags AFTER UPDATE ON public.opportunity FOR EACH ROW WHEN (((new.tag_ids IS DISTINCT FROM old.tag_ids) OR ((new.tag_ids <> '{}'::uuid[]) AND ((new.manager_id IS DISTINCT FROM old.manager_id) OR (new.team_id IS DISTINCT FROM old.team_id))))) EXECUTE FUNCTION keep_opportunity_tags();
CREATE TRIGGER opportunity_keeps_new_custom_values AFTER INSERT ON public.opportunity FOR EACH ROW WHEN ((new.custom <> '{}'::jsonb)) EXECUTE FUNCTION keep_custom_values('opportunity');
CREATE TRIGGER place_moved_activity BEFORE UPDATE OF opportunity_id ON public.activity FOR EACH ROW WHEN ((new.opportunity_id IS DISTINCT FROM old.opportunity_id)) EXECUTE FUNCTION place_under_opportunity();
CREATE TRIGGER place_moved_quote BEFORE UPDATE OF opportunity_id ON public.quote FOR EACH ROW WHEN ((new.opportunity_id IS DISTINCT FROM old.opportunity_id)) EXECUTE FUNCTION place_quote();
CREATE TRIGGER place_new_activity BEFORE INSERT ON public.activity FOR EACH ROW EXECUTE FUNCTION place_under_opportunity();
CREATE TRIGGER place_new_document BEFORE INSERT ON public.document FOR EACH ROW EXECUTE FUNCTION place_under_opportunity();
CREATE TRIGGER place_new_message BEFORE INSERT ON public.message FOR EACH ROW EXECUTE FUNCTION place_under_opportunity();
CREATE TRIGGER place_new_quote BEFORE INSERT ON public.quote FOR EACH ROW EXECUTE FUNCTION place_quote();
CREATE TRIGGER quotes_follow_opportunity AFTER UPDATE OF client_id, manager_id, team_id, deleted_at ON public.opportunity FOR EACH ROW WHEN (((((new.client_id IS DISTINCT FROM old.client_id) OR (new.manager_id IS DISTINCT FROM old.manager_id)) OR (new.team_id IS DISTINCT FROM old.team_id)) OR (new.deleted_at IS DISTINCT FROM old.deleted_at))) EXECUTE FUNCTION quotes_follow_opportunity();

-- Grants
grant select on activity to escale_app;
grant delete, insert, select, update on activity to escale_app_all;
grant select on api_key to escale_app;
grant delete, insert, select, update on api_key to escale_app_all;
grant select on app_user to escale_app;
grant delete, insert, select, update on app_user to escale_app_all;
grant select on change to escale_app;
grant insert, select on change to escale_app_all;
grant select on client to escale_app;
grant delete, insert, select, update on client to escale_app_all;
grant select on client_contact to escale_app;
grant delete, insert, select, update on client_contact to escale_app_all;
grant select on client_kind to escale_app;
grant delete, insert, select, update on client_kind to escale_app_all;
grant select on client_tag to escale_app;
grant delete, insert, select, update on client_tag to escale_app_all;
grant select on competitor to escale_app;
grant delete, insert, select, update on competitor to escale_app_all;
grant select on contact to escale_app;
grant delete, insert, select, update on contact to escale_app_all;
grant select on contact_tag to escale_app;
grant delete, insert, select, update on contact_tag to escale_app_all;
grant select on custom_field to escale_app;
grant delete, insert, select, update on custom_field to escale_app_all;
grant select on custom_value to escale_app;
grant delete, insert, select, update on custom_value to escale_app_all;
grant select on denial to escale_app;
grant insert, select on denial to escale_app_all;
grant select on document to escale_app;
grant delete, insert, select, update on document to escale_app_all;
grant select on document_file to escale_app;
grant delete, insert, select, update on document_file to escale_app_all;
grant select on exchange_rate to escale_app;
grant delete, insert, select, update on exchange_rate to escale_app_all;
grant select on external_id to escale_app;
grant delete, insert, select, update on external_id to escale_app_all;
grant select on fact to escale_app;
grant insert, select on fact to escale_app_all;
grant select on idempotency to escale_app;
grant delete, insert, select, update on idempotency to escale_app_all;
grant select on import to escale_app;
grant delete, insert, select, update on import to escale_app_all;
grant select on import_row to escale_app;
grant delete, insert, select, update on import_row to escale_app_all;
grant select on job to escale_app;
grant delete, insert, select, update on job to escale_app_all;
grant select on lost_reason to escale_app;
grant delete, insert, select, update on lost_reason to escale_app_all;
grant select on mail to escale_app;
grant delete, insert, select, update on mail to escale_app_all;
grant select on message to escale_app;
grant delete, insert, select, update on message to escale_app_all;
grant select on message_mention to escale_app;
grant delete, insert, select, update on message_mention to escale_app_all;
grant select on message_version to escale_app;
grant delete, insert, select, update on message_version to escale_app_all;
grant select on notification to escale_app;
grant delete, insert, select, update on notification to escale_app_all;
grant select on notification_preference to escale_app;
grant delete, insert, select, update on notification_preference to escale_app_all;
grant select on number_counter to escale_app;
grant delete, insert, select, update on number_counter to escale_app_all;
grant select on opportunity to escale_app;
grant delete, insert, select, update on opportunity to escale_app_all;
grant select on opportunity_competitor to escale_app;
grant delete, insert, select, update on opportunity_competitor to escale_app_all;
grant select on opportunity_contact to escale_app;
grant delete, insert, select, update on opportunity_contact to escale_app_all;
grant select on opportunity_partner to escale_app;
grant delete, insert, select, update on opportunity_partner to escale_app_all;
grant select on opportunity_state to escale_app;
grant insert, select on opportunity_state to escale_app_all;
grant select on opportunity_tag to escale_app;
grant delete, insert, select, update on opportunity_tag to escale_app_all;
grant select on opportunity_touch to escale_app;
grant delete, insert, select, update on opportunity_touch to escale_app_all;
grant select on personal_link to escale_app;
grant delete, insert, select, update on personal_link to escale_app_all;
grant select on pipeline to escale_app;
grant delete, insert, select, update on pipeline to escale_app_all;
grant select on product to escale_app;
grant delete, insert, select, update on product to escale_app_all;
grant select on product_line to escale_app;
grant delete, insert, select, update on product_line to escale_app_all;
grant select on quote to escale_app;
grant delete, insert, select, update on quote to escale_app_all;
grant select on quote_template to escale_app;
grant delete, insert, select, update on quote_template to escale_app_all;
grant select on quote_version to escale_app;
grant delete, insert, select, update on quote_version to escale_app_all;
grant select on saved_view to escale_app;
grant delete, insert, select, update on saved_view to escale_app_all;
grant select on search_entry to escale_app;
grant delete, insert, select, update on search_entry to escale_app_all;
grant select on session to escale_app;
grant delete, insert, select, update on session to escale_app_all;
grant select on source to escale_app;
grant delete, insert, select, update on source to escale_app_all;
grant select on stage to escale_app;
grant delete, insert, select, update on stage to escale_app_all;
grant select on step to escale_app;
grant delete, insert, select, update on step to escale_app_all;
grant select on step_picture to escale_app;
grant delete, insert, select, update on step_picture to escale_app_all;
grant select on supplier to escale_app;
grant delete, insert, select, update on supplier to escale_app_all;
grant select on tag to escale_app;
grant delete, insert, select, update on tag to escale_app_all;
grant select on team to escale_app;
grant delete, insert, select, update on team to escale_app_all;
grant select on team_member to escale_app;
grant delete, insert, select, update on team_member to escale_app_all;
grant select on trip_template to escale_app;
grant delete, insert, select, update on trip_template to escale_app_all;
grant select on view_choice to escale_app;
grant delete, insert, select, update on view_choice to escale_app_all;
grant select on workspace to escale_app;
grant delete, insert, select, update on workspace to escale_app_all;
