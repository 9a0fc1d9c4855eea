-- Orders that the lists offer and that had no index: longest without touch, cities from the end of the alphabet.
create index opportunity_by_touch on opportunity (workspace_id, last_touch_at, id) where deleted_at is null;
create index client_by_late_city on client (workspace_id, city collate name_order desc nulls last, id desc) where deleted_at is null;
create index contact_by_late_city on contact (workspace_id, city collate name_order desc nulls last, id desc) where deleted_at is null;

-- How many are open for each manager, and what of theirs a reader may see, from the index alone.
create index opportunity_of_manager on opportunity (workspace_id, manager_id, expected_close_on, id)
  include (team_id, outcome) where deleted_at is null;
drop index opportunity_of_manager_by_close;
