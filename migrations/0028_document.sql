-- Documents of an opportunity, with its visibility. The bytes are in the file store; here is what they are, every version.

create table document (
  workspace_id uuid not null references workspace,
  id uuid not null,
  opportunity_id uuid not null,
  client_id uuid,
  opportunity_manager_id uuid,
  opportunity_team_id uuid,
  owner_deleted boolean not null default false,
  name text not null,
  file_number integer not null,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint document_is_known_by_its_id primary key (workspace_id, id),
  constraint document_of_an_opportunity foreign key (workspace_id, opportunity_id) references opportunity (workspace_id, id),
  constraint document_of_a_client foreign key (workspace_id, client_id) references client (workspace_id, id),
  constraint document_has_a_maker foreign key (workspace_id, created_by) references app_user (workspace_id, id)
);
call protect_table('document', $$
  opportunity_manager_id = any ((select current_setting('escale.managers', true))::uuid[])
  or opportunity_team_id = any ((select current_setting('escale.teams', true))::uuid[])$$);
create index document_of_opportunity on document (workspace_id, opportunity_id, created_at, id);
create index document_of_client on document (workspace_id, client_id, created_at, id);
create index document_by_maker on document (workspace_id, created_by);
create index document_deleted on document (workspace_id, deleted_at) where deleted_at is not null;

-- The id is also the name in the file store. The thumbnail is small enough to live beside its row.
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
  created_at timestamptz not null,
  created_by uuid not null,
  constraint document_file_is_one_version primary key (workspace_id, document_id, number),
  constraint document_file_is_stored_once unique (workspace_id, id),
  constraint document_file_of_a_document foreign key (workspace_id, document_id) references document (workspace_id, id),
  constraint document_file_has_a_maker foreign key (workspace_id, created_by) references app_user (workspace_id, id)
);
call protect_table('document_file',
  'exists (select 1 from document d where d.workspace_id = document_file.workspace_id and d.id = document_file.document_id)');
create index document_file_by_maker on document_file (workspace_id, created_by);

create trigger place_new_document before insert on document for each row execute function place_under_opportunity();

create function documents_follow_opportunity() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update document d set client_id = new.client_id, opportunity_manager_id = new.manager_id, opportunity_team_id = new.team_id,
    owner_deleted = new.deleted_at is not null
  where d.workspace_id = new.workspace_id and d.opportunity_id = new.id;
  return null;
end $$;
create trigger documents_follow_opportunity after update of client_id, manager_id, team_id, deleted_at on opportunity for each row
  when ((new.client_id, new.manager_id, new.team_id, new.deleted_at) is distinct from (old.client_id, old.manager_id, old.team_id, old.deleted_at))
  execute function documents_follow_opportunity();

-- Words of a name, also those joined by signs: "programme_naples-2027.pdf" is found by "naples".
create function document_words(name text) returns text language sql immutable set search_path = pg_catalog, public as $$
  select ' ' || fold(name) || ' ' || translate(fold(name), '_-.', '   ') $$;
create index document_words on document using gin (document_words(name) gin_trgm_ops) where deleted_at is null;

-- Where the records of a kind are found: documents too.
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
