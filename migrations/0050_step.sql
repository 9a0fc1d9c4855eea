-- Steps of the catalogue (a day of a programme, a stay, a transfer, a flight) with their products, and the trip templates
-- made of them.

create table step (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  name text not null,
  public_name text,
  country text,
  place text,
  -- What the client reads: { en, fr, it }.
  public_text jsonb not null,
  -- In their order: { productId, repetitions }.
  products jsonb not null default '[]',
  -- Ids of step_picture, in the order they are shown.
  pictures jsonb not null default '[]',
  notes text,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  constraint step_is_known_by_its_id primary key (workspace_id, id),
  constraint step_is_of_a_kind check (kind in ('day', 'accommodation', 'transport', 'flight'))
);
call protect_table('step');
create index step_by_name on step (workspace_id, name collate name_order, id) where deleted_at is null;
create index step_by_change on step (workspace_id, updated_at, id) where deleted_at is null;
create index step_words on step using gin ((' ' || fold(name || ' ' || coalesce(public_name, '') || ' ' || coalesce(place, ''))) gin_trgm_ops)
  where deleted_at is null;

-- What the bytes of a picture are; the id is also the name in the file store. A picture taken off its step stays, so that
-- taking it off can be undone.
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
  created_at timestamptz not null,
  created_by uuid not null,
  constraint step_picture_is_known_by_its_id primary key (workspace_id, id),
  constraint step_picture_of_a_step foreign key (workspace_id, step_id) references step (workspace_id, id),
  constraint step_picture_has_a_maker foreign key (workspace_id, created_by) references app_user (workspace_id, id)
);
call protect_table('step_picture');
create index step_picture_of_step on step_picture (workspace_id, step_id);
create index step_picture_by_maker on step_picture (workspace_id, created_by);

create table trip_template (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  public_name text,
  country text,
  place text,
  public_text jsonb not null,
  -- Day after day: { title, stepIds }.
  days jsonb not null default '[]',
  notes text,
  archived_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  deleted_at timestamptz,
  constraint trip_template_is_known_by_its_id primary key (workspace_id, id)
);
call protect_table('trip_template');
create index trip_template_by_name on trip_template (workspace_id, name collate name_order, id) where deleted_at is null;
create index trip_template_by_change on trip_template (workspace_id, updated_at, id) where deleted_at is null;
create index trip_template_words on trip_template using gin ((' ' || fold(name || ' ' || coalesce(public_name, '') || ' ' || coalesce(place, ''))) gin_trgm_ops)
  where deleted_at is null;

-- Where the records of a kind are found: steps and trip templates too, whatever was known before.
alter function search_source(text, text[], boolean) rename to search_source_of_others;
create function search_source(kind text, kinds text[], with_persons boolean) returns jsonb language plpgsql stable
set search_path = pg_catalog, public as $$
begin
  if kind in ('step', 'tripTemplate') then
    return jsonb_build_object('source', case kind when 'step' then 'public.step' else 'public.trip_template' end, 'id', 's.id',
      'words', '('' '' || public.fold(s.name || '' '' || coalesce(s.public_name, '''') || '' '' || coalesce(s.place, '''')))',
      'within', format('s.workspace_id = %L and s.deleted_at is null and s.archived_at is null',
        nullif(current_setting('escale.workspace', true), '')::uuid));
  end if;
  return search_source_of_others(kind, kinds, with_persons);
end $$;
