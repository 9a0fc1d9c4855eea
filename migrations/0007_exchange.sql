-- An import: the file, how it was understood, what came of it.

create table import (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  file_name text not null,
  file bytea not null,
  state text not null default 'draft',
  mapping jsonb not null default '{}',
  summary jsonb,
  done integer not null default 0,
  total integer,
  failed_rows text,
  change_id uuid,
  actor_id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null,
  ended_at timestamptz,
  constraint import_is_known_by_its_id primary key (workspace_id, id),
  constraint import_is_of_a_kind check (kind in ('clients', 'contacts', 'opportunities')),
  constraint import_has_a_state check (state in ('draft', 'running', 'done', 'failed', 'cancelled', 'reverted'))
);
call protect_table('import');
create index import_by_time on import (workspace_id, created_at);
