-- As the other orders of the board: what a reader may see is in the index.
drop index opportunity_open_by_next_activity;
create index opportunity_open_by_next_activity on opportunity (workspace_id, stage_id, next_activity_on, expected_close_on, id)
  include (manager_id, team_id) where outcome = 'open' and deleted_at is null;

alter policy within_visibility on opportunity_touch using (
  workspace_id = (select nullif(current_setting('escale.workspace', true), '')::uuid)
  and exists (select 1 from opportunity o where o.workspace_id = opportunity_touch.workspace_id and o.id = opportunity_touch.opportunity_id));
