-- What becomes of each row of a file, as it was checked: shown, filtered and corrected before anything is imported.

create table import_row (
  workspace_id uuid not null,
  import_id uuid not null,
  line integer not null,
  action text not null,
  is_duplicate boolean not null default false,
  name text not null,
  detail jsonb not null,
  constraint import_row_is_known_by_its_line primary key (workspace_id, import_id, line),
  constraint import_row_is_of_its_import foreign key (workspace_id, import_id) references import on delete cascade,
  constraint import_row_has_an_outcome check (action in ('create', 'update', 'same', 'failed', 'skipped'))
);
call protect_table('import_row');
create index import_row_by_outcome on import_row (workspace_id, import_id, action, line);
create index import_row_of_duplicates on import_row (workspace_id, import_id, line) where is_duplicate;
