-- Quotes with their versions. A version holds one sheet, a document; figures that lists, reports and amounts need are
-- columns, reckoned by the domain when it is saved. What hangs on an opportunity has its client and its visibility.

create table quote (
  workspace_id uuid not null references workspace,
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
  owner_deleted boolean not null default false,
  -- Of the newest version.
  newest_number integer not null,
  status text not null,
  currency text not null,
  payers integer,
  price_minor bigint,
  total_minor bigint,
  margin_minor bigint,
  departs_on date,
  valid_until date,
  -- Versions that bear the marks of the opportunity.
  chosen_number integer,
  accepted_number integer,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint quote_is_known_by_its_id primary key (workspace_id, id),
  constraint quote_number_is_given_once unique (workspace_id, number),
  constraint quote_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint quote_for_a_client foreign key (workspace_id, client_id) references client (workspace_id, id),
  constraint quote_for_a_contact foreign key (workspace_id, contact_id) references contact (workspace_id, id),
  constraint quote_has_a_maker foreign key (workspace_id, owner_id) references app_user (workspace_id, id),
  constraint quote_language_is_spoken check (language in ('en', 'fr', 'it')),
  constraint quote_has_a_status check (status in ('draft', 'sent', 'accepted', 'declined', 'superseded'))
);
call protect_table('quote', $$
  manager_id = any ((select current_setting('escale.managers', true))::uuid[])
  or team_id = any ((select current_setting('escale.teams', true))::uuid[])$$);
create index quote_by_change on quote (workspace_id, updated_at, id) where deleted_at is null and not owner_deleted;
create index quote_by_number on quote (workspace_id, number, id) where deleted_at is null and not owner_deleted;
create index quote_by_name on quote (workspace_id, name collate name_order, id) where deleted_at is null and not owner_deleted;
create index quote_by_departure on quote (workspace_id, departs_on, id) where deleted_at is null and not owner_deleted;
create index quote_by_validity on quote (workspace_id, valid_until, id) where deleted_at is null and not owner_deleted;
create index quote_by_status on quote (workspace_id, status, updated_at, id) where deleted_at is null and not owner_deleted;
create index quote_of_manager on quote (workspace_id, manager_id, updated_at, id);
create index quote_of_opportunity on quote (workspace_id, opportunity_id, created_at, id);
create index quote_of_client on quote (workspace_id, client_id, created_at, id);
create index quote_of_contact on quote (workspace_id, contact_id) where contact_id is not null;
create index quote_by_maker on quote (workspace_id, owner_id);

create function quote_words(number text, name text) returns text language sql immutable set search_path = pg_catalog, public as $$
  select ' ' || fold(number || ' ' || name) $$;
create index quote_words on quote using gin (quote_words(number, name) gin_trgm_ops) where deleted_at is null;

-- A version that was sent, chosen or accepted is frozen: nobody edits its sheet. Minor units are of the version's currency.
create table quote_version (
  workspace_id uuid not null,
  quote_id uuid not null,
  id uuid not null,
  number integer not null,
  status text not null default 'draft',
  sheet jsonb not null,
  -- The agency's mark-up or margin as it was when the version was saved last: what is frozen is reckoned with it for ever.
  agency_rate jsonb not null,
  made_from integer,
  currency text not null,
  bases integer[] not null,
  -- Per payer, for each base in order; null while the sheet cannot be reckoned.
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
  frozen_at timestamptz,
  sent_at timestamptz,
  accepted_at timestamptz,
  declined_at timestamptz,
  decline_reason text,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  updated_by uuid not null,
  constraint quote_version_is_known_by_its_id primary key (workspace_id, id),
  constraint quote_version_is_numbered_once unique (workspace_id, quote_id, number),
  constraint quote_version_of_a_quote foreign key (workspace_id, quote_id) references quote (workspace_id, id),
  constraint quote_version_has_a_maker foreign key (workspace_id, created_by) references app_user (workspace_id, id),
  constraint quote_version_has_an_editor foreign key (workspace_id, updated_by) references app_user (workspace_id, id),
  constraint quote_version_has_a_status check (status in ('draft', 'sent', 'accepted', 'declined', 'superseded'))
);
call protect_table('quote_version',
  'exists (select 1 from quote q where q.workspace_id = quote_version.workspace_id and q.id = quote_version.quote_id)');
create index quote_version_by_maker on quote_version (workspace_id, created_by);
create index quote_version_by_editor on quote_version (workspace_id, updated_by);

-- What a new quote can begin with; it belongs to all who write quotes.
create table quote_template (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  description text,
  sheet jsonb not null,
  days_count integer not null,
  lines_count integer not null,
  currency text not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  constraint quote_template_is_known_by_its_id primary key (workspace_id, id),
  constraint quote_template_has_a_maker foreign key (workspace_id, created_by) references app_user (workspace_id, id)
);
call protect_table('quote_template');
create index quote_template_by_name on quote_template (workspace_id, name collate name_order, id) where deleted_at is null;
create index quote_template_by_maker on quote_template (workspace_id, created_by);

-- The marks of an opportunity: the version the seller works with, and the one the client said yes to, each with the number
-- of payers, who takes what, and the figures it came to. Kept on the row: amounts and margins follow without a join.
-- A quote is of an opportunity, which names one of its versions: while a backup is put back, this end of the circle waits.
alter table opportunity
  add column chosen_version_id uuid,
  add column chosen_quote jsonb,
  add column accepted_version_id uuid,
  add column accepted_quote jsonb,
  add constraint opportunity_has_a_chosen_version foreign key (workspace_id, chosen_version_id) references quote_version (workspace_id, id)
    deferrable,
  add constraint opportunity_has_an_accepted_version foreign key (workspace_id, accepted_version_id) references quote_version (workspace_id, id)
    deferrable;
create index opportunity_by_chosen_version on opportunity (workspace_id, chosen_version_id) where chosen_version_id is not null;
create index opportunity_by_accepted_version on opportunity (workspace_id, accepted_version_id) where accepted_version_id is not null;

-- Client and visibility are those of the opportunity, on every path; a quote on none is its maker's.
create function place_quote() returns trigger language plpgsql set search_path = pg_catalog, public as $$
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
end $$;
create trigger place_new_quote before insert on quote for each row execute function place_quote();
create trigger place_moved_quote before update of opportunity_id on quote for each row
  when (new.opportunity_id is distinct from old.opportunity_id) execute function place_quote();

create function quotes_follow_opportunity() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update quote q set client_id = new.client_id, manager_id = new.manager_id, team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where q.workspace_id = new.workspace_id and q.opportunity_id = new.id;
  return null;
end $$;
create trigger quotes_follow_opportunity after update of client_id, manager_id, team_id, deleted_at on opportunity for each row
  when ((new.client_id, new.manager_id, new.team_id, new.deleted_at) is distinct from (old.client_id, old.manager_id, old.team_id, old.deleted_at))
  execute function quotes_follow_opportunity();

-- Where the records of a kind are found: quotes too, by number and name. Those that hang on an opportunity need the right to it.
create or replace function search_source(kind text, kinds text[], with_persons boolean) returns jsonb language plpgsql stable
set search_path = pg_catalog, public as $$
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
end $$;
