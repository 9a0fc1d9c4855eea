-- A list as somebody wants to see it again: filter, columns, order, board or list. What it shows is always what its reader
-- may see: a view holds no rows.

create table saved_view (
  workspace_id uuid not null references workspace,
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
  position integer not null default 0,
  version integer not null default 1,
  created_at timestamptz not null,
  deleted_at timestamptz,
  constraint saved_view_is_known_by_its_id primary key (workspace_id, id),
  constraint saved_view_belongs_to_a_user foreign key (workspace_id, owner_id) references app_user (workspace_id, id),
  constraint saved_view_is_for_a_team foreign key (workspace_id, team_id) references team (workspace_id, id),
  constraint saved_view_is_of_a_list check (resource in ('opportunities')),
  constraint saved_view_is_board_or_list check (shape in ('board', 'list')),
  constraint saved_view_is_for_somebody check (visibility in ('mine', 'team', 'everyone')),
  constraint saved_view_for_a_team_names_it check ((visibility = 'team') = (team_id is not null))
);
call protect_table('saved_view');
create index saved_view_by_owner on saved_view (workspace_id, owner_id);
create index saved_view_by_team on saved_view (workspace_id, team_id) where team_id is not null;
create index saved_view_of_list on saved_view (workspace_id, resource, position, id) where deleted_at is null;

-- What each one made of a view, or of one that comes with the product: opened first, pinned in the menu.
create table view_choice (
  workspace_id uuid not null,
  user_id uuid not null,
  id uuid not null,
  resource text not null,
  view_id uuid,
  built_in text,
  is_default boolean not null default false,
  is_pinned boolean not null default false,
  constraint view_choice_is_known_by_its_id primary key (workspace_id, id),
  constraint view_choice_is_of_a_user foreign key (workspace_id, user_id) references app_user (workspace_id, id),
  constraint view_choice_is_of_a_view foreign key (workspace_id, view_id) references saved_view (workspace_id, id),
  constraint view_choice_is_of_one_or_the_other check (num_nonnulls(view_id, built_in) = 1),
  constraint view_choice_is_made_once unique nulls not distinct (workspace_id, user_id, resource, view_id, built_in)
);
call protect_table('view_choice');
create index view_choice_by_view on view_choice (workspace_id, view_id) where view_id is not null;
create unique index view_choice_has_one_default on view_choice (workspace_id, user_id, resource) where is_default;
