// Generated from the migrations by `npm run check -- --write`; do not edit.
import type { ColumnType, GeneratedAlways } from "kysely";
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
export interface ActivityTable {
  workspace_id: string;
  id: string;
  kind: string;
  title: string;
  notes: string | null;
  due_on: string;
  due_time: string | null;
  remind_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  duration_minutes: number | null;
  done_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  done_by: string | null;
  outcome: string | null;
  assignee_id: string | null;
  opportunity_id: string | null;
  client_id: string | null;
  contact_id: string | null;
  opportunity_manager_id: string | null;
  opportunity_team_id: string | null;
  owner_deleted: ColumnType<boolean, boolean | undefined, boolean>;
  words: GeneratedAlways<string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string | null;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  deleted_by: string | null;
}
export interface ApiKeyTable {
  workspace_id: string;
  id: string;
  token_hash: Buffer;
  hint: string;
  name: string;
  user_id: string;
  read_only: ColumnType<boolean, boolean | undefined, boolean>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  revoked_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface AppUserTable {
  workspace_id: string;
  id: string;
  email: string;
  name: string;
  role: string;
  overrides: ColumnType<Json, string | undefined, string>;
  password_hash: string | null;
  language: string;
  theme: ColumnType<string, string | undefined, string>;
  density: ColumnType<string, string | undefined, string>;
  single_keys: ColumnType<boolean, boolean | undefined, boolean>;
  disabled_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  last_seen_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}
export interface ChangeTable {
  workspace_id: string;
  id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  actor_id: string | null;
  origin: string;
  endpoint: string;
  undoes: string | null;
  undone_by: string | null;
}
export interface ClientTable {
  workspace_id: string;
  id: string;
  name: string;
  kind_id: string | null;
  status: ColumnType<string, string | undefined, string>;
  manager_id: string | null;
  legal_name: string | null;
  registration_number: string | null;
  vat_number: string | null;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  phone: string | null;
  phone_valid: boolean | null;
  email: string | null;
  website: string | null;
  language: string | null;
  payment_terms: string | null;
  notes: string | null;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string | null;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  deleted_by: string | null;
  last_touch_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  tag_ids: ColumnType<string[], string[] | undefined, string[]>;
  custom: ColumnType<Json, string | undefined, string>;
}
export interface ClientContactTable {
  workspace_id: string;
  client_id: string;
  contact_id: string;
  role: string | null;
  is_main: ColumnType<boolean, boolean | undefined, boolean>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}
export interface ClientKindTable {
  workspace_id: string;
  id: string;
  name: string;
  word: string | null;
  position: number;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
}
export interface ClientTagTable {
  workspace_id: string;
  tag_id: string;
  client_id: string;
}
export interface CompetitorTable {
  workspace_id: string;
  id: string;
  name: string;
  notes: string | null;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}
export interface ContactTable {
  workspace_id: string;
  id: string;
  first_name: ColumnType<string, string | undefined, string>;
  last_name: ColumnType<string, string | undefined, string>;
  name: GeneratedAlways<string | null>;
  gender: string | null;
  job_title: string | null;
  email: string | null;
  phone: string | null;
  phone_valid: boolean | null;
  street: string | null;
  postal_code: string | null;
  city: string | null;
  region: string | null;
  country: string | null;
  language: string | null;
  notes: string | null;
  newsletter: boolean | null;
  newsletter_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  newsletter_origin: string | null;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string | null;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  deleted_by: string | null;
  tag_ids: ColumnType<string[], string[] | undefined, string[]>;
  custom: ColumnType<Json, string | undefined, string>;
}
export interface ContactTagTable {
  workspace_id: string;
  tag_id: string;
  contact_id: string;
}
export interface CustomFieldTable {
  workspace_id: string;
  id: string;
  record_type: string;
  key: string;
  label: string;
  type: string;
  options: ColumnType<Json, string | undefined, string>;
  group_name: string | null;
  position: number;
  important: ColumnType<boolean, boolean | undefined, boolean>;
  help: string | null;
  archived_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface CustomValueTable {
  workspace_id: string;
  field_id: string;
  record_id: string;
  place: number;
  record_type: string;
  words: string | null;
  figure: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
}
export interface DenialTable {
  workspace_id: string;
  id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  actor_id: string;
  endpoint: string;
  target: string | null;
}
export interface DocumentTable {
  workspace_id: string;
  id: string;
  opportunity_id: string;
  client_id: string | null;
  opportunity_manager_id: string | null;
  opportunity_team_id: string | null;
  owner_deleted: ColumnType<boolean, boolean | undefined, boolean>;
  name: string;
  file_number: number;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  deleted_by: string | null;
}
export interface DocumentFileTable {
  workspace_id: string;
  document_id: string;
  number: number;
  id: string;
  name: string;
  content_type: string;
  byte_size: ColumnType<string, string | number | bigint, string | number | bigint>;
  sha256: Buffer;
  width: number | null;
  height: number | null;
  thumbnail: Buffer | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string;
}
export interface ExchangeRateTable {
  workspace_id: string;
  currency: string;
  on_day: string;
  rate: ColumnType<string, string | number, string | number>;
  source: string;
  change_id: string | null;
  replaced: ColumnType<Json | null, string | null, string | null>;
}
export interface ExternalIdTable {
  workspace_id: string;
  record_type: string;
  source: string;
  external: string;
  record_id: string;
}
export interface FactTable {
  workspace_id: string;
  id: string;
  change_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  actor_id: string | null;
  kind: string;
  record_type: string;
  record_id: string;
  record_name: ColumnType<string, string | undefined, string>;
  opportunity_id: string | null;
  client_id: string | null;
  contact_id: string | null;
  fields: ColumnType<Json, string | undefined, string>;
}
export interface IdempotencyTable {
  workspace_id: string;
  user_id: string;
  key: string;
  request_hash: Buffer;
  status: number;
  headers: ColumnType<Json, string, string>;
  body: string;
  created_at: ColumnType<Date, Date | string, Date | string>;
}
export interface ImportTable {
  workspace_id: string;
  id: string;
  kind: string;
  file_name: string;
  file: Buffer;
  state: ColumnType<string, string | undefined, string>;
  mapping: ColumnType<Json, string | undefined, string>;
  summary: ColumnType<Json | null, string | null, string | null>;
  done: ColumnType<number, number | undefined, number>;
  total: number | null;
  failed_rows: string | null;
  change_id: string | null;
  actor_id: string;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface ImportRowTable {
  workspace_id: string;
  import_id: string;
  line: number;
  action: string;
  is_duplicate: ColumnType<boolean, boolean | undefined, boolean>;
  name: string;
  detail: ColumnType<Json, string, string>;
}
export interface JobTable {
  workspace_id: string;
  id: string;
  kind: string;
  state: ColumnType<string, string | undefined, string>;
  done: ColumnType<number, number | undefined, number>;
  total: number | null;
  input: ColumnType<Json, string, string>;
  result: ColumnType<Json | null, string | null, string | null>;
  actor_id: string;
  change_id: string | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  ended_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface LostReasonTable {
  workspace_id: string;
  id: string;
  name: string;
  word: string | null;
  position: number;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
}
export interface MailTable {
  workspace_id: string;
  id: string;
  kind: string;
  user_id: string | null;
  notification_id: string | null;
  address: string;
  subject: string;
  body: string;
  is_secret: ColumnType<boolean, boolean | undefined, boolean>;
  state: string;
  tries: ColumnType<number, number | undefined, number>;
  next_try_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  error: string | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  sent_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface MessageTable {
  workspace_id: string;
  id: string;
  opportunity_id: string | null;
  client_id: string | null;
  contact_id: string | null;
  opportunity_manager_id: string | null;
  opportunity_team_id: string | null;
  owner_deleted: ColumnType<boolean, boolean | undefined, boolean>;
  author_id: string;
  body: string;
  pinned_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  pinned_by: string | null;
  edited_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  deleted_by: string | null;
}
export interface MessageMentionTable {
  workspace_id: string;
  message_id: string;
  user_id: string;
}
export interface MessageVersionTable {
  workspace_id: string;
  message_id: string;
  version: number;
  body: string;
  at: ColumnType<Date, Date | string, Date | string>;
  by_id: string;
}
export interface NotificationTable {
  workspace_id: string;
  id: string;
  recipient_id: string;
  kind: string;
  actor_id: string | null;
  change_id: string | null;
  record_type: string | null;
  record_id: string | null;
  record_name: ColumnType<string, string | undefined, string>;
  count: ColumnType<number, number | undefined, number>;
  at: ColumnType<Date, Date | string, Date | string>;
  in_app: boolean;
  by_mail: boolean;
  read_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  mailed_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface NotificationPreferenceTable {
  workspace_id: string;
  user_id: string;
  kind: string;
  in_app: boolean;
  by_mail: boolean;
}
export interface NumberCounterTable {
  workspace_id: string;
  name: string;
  year: number;
  value: number;
}
export interface OpportunityTable {
  workspace_id: string;
  id: string;
  number: string;
  name: string;
  client_id: string;
  manager_id: string | null;
  team_id: string | null;
  pipeline_id: string;
  stage_id: string;
  outcome: ColumnType<string, string | undefined, string>;
  closed_on: string | null;
  lost_reason_id: string | null;
  competitor_id: string | null;
  lost_comment: string | null;
  before_closing: ColumnType<Json | null, string | null, string | null>;
  priority: ColumnType<boolean, boolean | undefined, boolean>;
  probability_percent: number;
  probability_pinned: ColumnType<boolean, boolean | undefined, boolean>;
  amount_minor: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  amount_source: ColumnType<string, string | undefined, string>;
  objective_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  value_kind: ColumnType<string, string | undefined, string>;
  period: string | null;
  periods: number | null;
  currency: string;
  rate: ColumnType<string, string | number | undefined, string | number>;
  rate_on: string | null;
  rate_source: string | null;
  departs_on: string | null;
  returns_on: string | null;
  flexible_days: ColumnType<number, number | undefined, number>;
  destinations: ColumnType<Json, string | undefined, string>;
  destination_keys: ColumnType<string[], string[] | undefined, string[]>;
  adults: number | null;
  children: number | null;
  infants: number | null;
  free_places: number | null;
  pax: number | null;
  budget_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  source_id: string | null;
  expected_close_on: string | null;
  description: string | null;
  total_minor: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  likely_minor: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  margin_minor: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  margin_source: ColumnType<string, string | undefined, string>;
  total_home_minor: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  likely_home_minor: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  margin_home_minor: ColumnType<string, string | number | bigint | undefined, string | number | bigint>;
  stage_since: ColumnType<Date, Date | string, Date | string>;
  last_touch_at: ColumnType<Date, Date | string, Date | string>;
  last_touch_kind: string;
  waiting_until: string | null;
  waiting_reason: string | null;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string | null;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  deleted_by: string | null;
  products_count: ColumnType<number, number | undefined, number>;
  products_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  products_margin_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  next_activity_id: string | null;
  next_activity_kind: string | null;
  next_activity_title: string | null;
  next_activity_on: string | null;
  next_activity_time: string | null;
  tag_ids: ColumnType<string[], string[] | undefined, string[]>;
  custom: ColumnType<Json, string | undefined, string>;
  has_contact: ColumnType<boolean, boolean | undefined, boolean>;
  chosen_version_id: string | null;
  chosen_quote: ColumnType<Json | null, string | null, string | null>;
  accepted_version_id: string | null;
  accepted_quote: ColumnType<Json | null, string | null, string | null>;
}
export interface OpportunityCompetitorTable {
  workspace_id: string;
  opportunity_id: string;
  competitor_id: string;
  price_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  strengths: string | null;
  weaknesses: string | null;
  position: number;
}
export interface OpportunityContactTable {
  workspace_id: string;
  opportunity_id: string;
  contact_id: string;
  role: string | null;
  is_main: ColumnType<boolean, boolean | undefined, boolean>;
  position: ColumnType<number, number | undefined, number>;
}
export interface OpportunityPartnerTable {
  workspace_id: string;
  opportunity_id: string;
  id: string;
  supplier_id: string | null;
  client_id: string | null;
  role: string | null;
  note: string | null;
  position: number;
}
export interface OpportunityStateTable {
  workspace_id: string;
  opportunity_id: string;
  valid_from: ColumnType<Date, Date | string, Date | string>;
  valid_until: ColumnType<Date | null, Date | string | null, Date | string | null>;
  change_id: string | null;
  pipeline_id: string;
  stage_id: string;
  outcome: string;
  closed_on: string | null;
  amount_minor: ColumnType<string, string | number | bigint, string | number | bigint>;
  total_minor: ColumnType<string, string | number | bigint, string | number | bigint>;
  currency: string;
  rate: ColumnType<string, string | number, string | number>;
  probability_percent: number;
  likely_minor: ColumnType<string, string | number | bigint, string | number | bigint>;
  margin_minor: ColumnType<string, string | number | bigint, string | number | bigint>;
  total_home_minor: ColumnType<string, string | number | bigint, string | number | bigint>;
  likely_home_minor: ColumnType<string, string | number | bigint, string | number | bigint>;
  margin_home_minor: ColumnType<string, string | number | bigint, string | number | bigint>;
  expected_close_on: string | null;
  departs_on: string | null;
  manager_id: string | null;
  team_id: string | null;
  deleted: ColumnType<boolean, boolean | undefined, boolean>;
  sequence: GeneratedAlways<string>;
}
export interface OpportunityTagTable {
  workspace_id: string;
  tag_id: string;
  opportunity_id: string;
  manager_id: string | null;
  team_id: string | null;
}
export interface OpportunityTouchTable {
  workspace_id: string;
  opportunity_id: string;
  source_id: string;
  at: ColumnType<Date, Date | string, Date | string>;
  kind: string;
}
export interface PersonalLinkTable {
  workspace_id: string;
  id: string;
  kind: string;
  token_hash: Buffer;
  email: string;
  name: ColumnType<string, string | undefined, string>;
  role: string | null;
  team_ids: ColumnType<string[], string[] | undefined, string[]>;
  user_id: string | null;
  created_by: string | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  used_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface PipelineTable {
  workspace_id: string;
  id: string;
  name: string;
  word: string | null;
  position: number;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
}
export interface ProductTable {
  workspace_id: string;
  id: string;
  name: string;
  public_name: string | null;
  category: string;
  supplier_id: string | null;
  country: string | null;
  place: string | null;
  quantity_type: string;
  capacity: number | null;
  currency: string;
  unit_cost: ColumnType<string | null, string | number | null, string | number | null>;
  unit_price: ColumnType<string | null, string | number | null, string | number | null>;
  periods: ColumnType<Json, string | undefined, string>;
  notes: string | null;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface ProductLineTable {
  workspace_id: string;
  opportunity_id: string;
  id: string;
  position: number;
  product_id: string | null;
  supplier_id: string | null;
  name: string;
  unit: string;
  quantity: ColumnType<string, string | number, string | number>;
  unit_price: ColumnType<string, string | number, string | number>;
  unit_cost: ColumnType<string | null, string | number | null, string | number | null>;
  discount_percent: ColumnType<string, string | number | undefined, string | number>;
  is_supplement: ColumnType<boolean, boolean | undefined, boolean>;
  converted_from: ColumnType<Json | null, string | null, string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface QuoteTable {
  workspace_id: string;
  id: string;
  number: string;
  name: string;
  opportunity_id: string | null;
  client_id: string | null;
  contact_id: string | null;
  language: string | null;
  owner_id: string;
  manager_id: string | null;
  team_id: string | null;
  owner_deleted: ColumnType<boolean, boolean | undefined, boolean>;
  newest_number: number;
  status: string;
  currency: string;
  payers: number | null;
  price_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  total_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  margin_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  departs_on: string | null;
  valid_until: string | null;
  chosen_number: number | null;
  accepted_number: number | null;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  deleted_by: string | null;
}
export interface QuoteTemplateTable {
  workspace_id: string;
  id: string;
  name: string;
  description: string | null;
  sheet: ColumnType<Json, string, string>;
  days_count: number;
  lines_count: number;
  currency: string;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface QuoteVersionTable {
  workspace_id: string;
  quote_id: string;
  id: string;
  number: number;
  status: ColumnType<string, string | undefined, string>;
  sheet: ColumnType<Json, string, string>;
  agency_rate: ColumnType<Json, string, string>;
  made_from: number | null;
  currency: string;
  bases: number[];
  prices_minor: string[] | null;
  payers: number | null;
  price_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  total_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  cost_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  margin_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  vat_minor: ColumnType<string | null, string | number | bigint | null, string | number | bigint | null>;
  departs_on: string | null;
  valid_until: string | null;
  lines_count: number;
  frozen_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  sent_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  accepted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  declined_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  decline_reason: string | null;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  updated_by: string;
}
export interface SavedViewTable {
  workspace_id: string;
  id: string;
  resource: string;
  name: string;
  shape: string;
  filter: ColumnType<Json, string, string>;
  columns: string[] | null;
  sort: string | null;
  visibility: string;
  team_id: string | null;
  owner_id: string;
  position: ColumnType<number, number | undefined, number>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface SchemaMigrationTable {
  name: string;
  checksum: string;
  at: ColumnType<Date, Date | string, Date | string>;
}
export interface SearchEntryTable {
  workspace_id: string;
  record_type: string;
  record_id: string;
  words: string;
  persons: ColumnType<string, string | undefined, string>;
  digits: ColumnType<string, string | undefined, string>;
  manager_id: string | null;
  team_id: string | null;
}
export interface SessionTable {
  workspace_id: string;
  id: string;
  token_hash: Buffer;
  user_id: string;
  created_at: ColumnType<Date, Date | string, Date | string>;
  last_seen_at: ColumnType<Date, Date | string, Date | string>;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  agent: ColumnType<string, string | undefined, string>;
  address: ColumnType<string, string | undefined, string>;
}
export interface SourceTable {
  workspace_id: string;
  id: string;
  name: string;
  word: string | null;
  position: number;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
}
export interface StageTable {
  workspace_id: string;
  id: string;
  pipeline_id: string;
  name: string;
  word: string | null;
  position: number;
  probability_percent: number;
  stale_days: number;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
}
export interface StepTable {
  workspace_id: string;
  id: string;
  kind: string;
  name: string;
  public_name: string | null;
  country: string | null;
  place: string | null;
  public_text: ColumnType<Json, string, string>;
  products: ColumnType<Json, string | undefined, string>;
  pictures: ColumnType<Json, string | undefined, string>;
  notes: string | null;
  archived_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface StepPictureTable {
  workspace_id: string;
  step_id: string;
  id: string;
  name: string;
  content_type: string;
  byte_size: ColumnType<string, string | number | bigint, string | number | bigint>;
  sha256: Buffer;
  width: number;
  height: number;
  thumbnail: Buffer | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  created_by: string;
}
export interface SupplierTable {
  workspace_id: string;
  id: string;
  name: string;
  country: string | null;
  city: string | null;
  email: string | null;
  phone: string | null;
  phone_valid: boolean | null;
  website: string | null;
  notes: string | null;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface TagTable {
  workspace_id: string;
  id: string;
  name: string;
  merged_into: string | null;
  created_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
}
export interface TeamTable {
  workspace_id: string;
  id: string;
  name: string;
  version: ColumnType<number, number | undefined, number>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}
export interface TeamMemberTable {
  workspace_id: string;
  team_id: string;
  user_id: string;
  position: ColumnType<number, number | undefined, number>;
}
export interface TripTemplateTable {
  workspace_id: string;
  id: string;
  name: string;
  public_name: string | null;
  country: string | null;
  place: string | null;
  public_text: ColumnType<Json, string, string>;
  days: ColumnType<Json, string | undefined, string>;
  notes: string | null;
  archived_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
  updated_at: ColumnType<Date, Date | string, Date | string>;
  deleted_at: ColumnType<Date | null, Date | string | null, Date | string | null>;
}
export interface ViewChoiceTable {
  workspace_id: string;
  user_id: string;
  id: string;
  resource: string;
  view_id: string | null;
  built_in: string | null;
  is_default: ColumnType<boolean, boolean | undefined, boolean>;
  is_pinned: ColumnType<boolean, boolean | undefined, boolean>;
}
export interface WorkspaceTable {
  workspace_id: string;
  name: string;
  country: string;
  language: string;
  currency: string;
  timezone: string;
  logo: Buffer | null;
  logo_type: string | null;
  default_rate_percent: ColumnType<string, string | number | undefined, string | number>;
  default_rate_mode: ColumnType<string, string | undefined, string>;
  onboarding: ColumnType<Json, string | undefined, string>;
  is_demo: ColumnType<boolean, boolean | undefined, boolean>;
  version: ColumnType<number, number | undefined, number>;
  created_at: ColumnType<Date, Date | string, Date | string>;
}
export interface DB {
  activity: ActivityTable;
  api_key: ApiKeyTable;
  app_user: AppUserTable;
  change: ChangeTable;
  client: ClientTable;
  client_contact: ClientContactTable;
  client_kind: ClientKindTable;
  client_tag: ClientTagTable;
  competitor: CompetitorTable;
  contact: ContactTable;
  contact_tag: ContactTagTable;
  custom_field: CustomFieldTable;
  custom_value: CustomValueTable;
  denial: DenialTable;
  document: DocumentTable;
  document_file: DocumentFileTable;
  exchange_rate: ExchangeRateTable;
  external_id: ExternalIdTable;
  fact: FactTable;
  idempotency: IdempotencyTable;
  import: ImportTable;
  import_row: ImportRowTable;
  job: JobTable;
  lost_reason: LostReasonTable;
  mail: MailTable;
  message: MessageTable;
  message_mention: MessageMentionTable;
  message_version: MessageVersionTable;
  notification: NotificationTable;
  notification_preference: NotificationPreferenceTable;
  number_counter: NumberCounterTable;
  opportunity: OpportunityTable;
  opportunity_competitor: OpportunityCompetitorTable;
  opportunity_contact: OpportunityContactTable;
  opportunity_partner: OpportunityPartnerTable;
  opportunity_state: OpportunityStateTable;
  opportunity_tag: OpportunityTagTable;
  opportunity_touch: OpportunityTouchTable;
  personal_link: PersonalLinkTable;
  pipeline: PipelineTable;
  product: ProductTable;
  product_line: ProductLineTable;
  quote: QuoteTable;
  quote_template: QuoteTemplateTable;
  quote_version: QuoteVersionTable;
  saved_view: SavedViewTable;
  schema_migration: SchemaMigrationTable;
  search_entry: SearchEntryTable;
  session: SessionTable;
  source: SourceTable;
  stage: StageTable;
  step: StepTable;
  step_picture: StepPictureTable;
  supplier: SupplierTable;
  tag: TagTable;
  team: TeamTable;
  team_member: TeamMemberTable;
  trip_template: TripTemplateTable;
  view_choice: ViewChoiceTable;
  workspace: WorkspaceTable;
}
