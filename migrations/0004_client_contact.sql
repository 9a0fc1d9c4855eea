-- The client carries the project; the contact is a person. Their data are kept, and permitted, apart.

create table client (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  kind_id uuid,
  status text not null default 'prospect',
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
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint client_is_known_by_its_id primary key (workspace_id, id),
  constraint client_is_of_a_kind foreign key (workspace_id, kind_id) references client_kind (workspace_id, id),
  constraint client_has_a_manager foreign key (workspace_id, manager_id) references app_user (workspace_id, id),
  constraint client_is_prospect_or_client check (status in ('prospect', 'client'))
);
call protect_table('client');
create index client_by_name on client (workspace_id, name collate name_order, id) where deleted_at is null;
create index client_by_city on client (workspace_id, city collate name_order, id) where deleted_at is null;
create index client_by_creation on client (workspace_id, created_at, id) where deleted_at is null;
create index client_by_change on client (workspace_id, updated_at, id) where deleted_at is null;
create index client_by_kind on client (workspace_id, kind_id);
create index client_by_manager on client (workspace_id, manager_id);
create index client_by_email on client (workspace_id, lower(email));
create index client_by_phone on client (workspace_id, phone);

create table contact (
  workspace_id uuid not null references workspace,
  id uuid not null,
  first_name text not null default '',
  last_name text not null default '',
  name text generated always as (btrim(first_name || ' ' || last_name)) stored,
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
  newsletter_at timestamptz,
  newsletter_origin text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint contact_is_known_by_its_id primary key (workspace_id, id),
  constraint contact_has_a_name check (btrim(first_name || last_name) <> ''),
  constraint contact_gender_is_known_or_absent check (gender in ('female', 'male', 'none'))
);
call protect_table('contact');
create index contact_by_last_name on contact (workspace_id, last_name collate name_order, id) where deleted_at is null;
create index contact_by_name on contact (workspace_id, name collate name_order, id) where deleted_at is null;
create index contact_by_city on contact (workspace_id, city collate name_order, id) where deleted_at is null;
create index contact_by_creation on contact (workspace_id, created_at, id) where deleted_at is null;
create index contact_by_change on contact (workspace_id, updated_at, id) where deleted_at is null;
create index contact_by_email on contact (workspace_id, lower(email));
create index contact_by_phone on contact (workspace_id, phone);

create table client_contact (
  workspace_id uuid not null,
  client_id uuid not null,
  contact_id uuid not null,
  role text,
  is_main boolean not null default false,
  created_at timestamptz not null,
  constraint client_contact_is_one_link primary key (workspace_id, client_id, contact_id),
  constraint client_contact_of_a_client foreign key (workspace_id, client_id) references client (workspace_id, id),
  constraint client_contact_is_a_contact foreign key (workspace_id, contact_id) references contact (workspace_id, id)
);
call protect_table('client_contact');
create index client_contact_by_contact on client_contact (workspace_id, contact_id);
create unique index client_has_one_main_contact on client_contact (workspace_id, client_id) where is_main;

-- The id of a record in another system: imports and integrations find it again.
create table external_id (
  workspace_id uuid not null references workspace,
  record_type text not null,
  source text not null,
  external text not null,
  record_id uuid not null,
  constraint external_id_is_one_record primary key (workspace_id, record_type, source, external),
  constraint external_id_is_of_a_record check (record_type in ('client', 'contact', 'opportunity'))
);
call protect_table('external_id');
create index external_id_by_record on external_id (workspace_id, record_type, record_id);
