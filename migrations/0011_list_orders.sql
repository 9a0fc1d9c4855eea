-- Orders and sums that screens ask for, each from one index. What a reader may see (manager, team) is in the index:
-- counting what they see opens no row.

create index opportunity_open_by_close on opportunity (workspace_id, stage_id, expected_close_on, id)
  include (manager_id, team_id) where outcome = 'open' and deleted_at is null;
create index opportunity_at_stage_by_close on opportunity (workspace_id, stage_id, expected_close_on, id)
  include (manager_id, team_id) where deleted_at is null;
drop index opportunity_of_stage_by_close;

-- A function in a policy is called for every row; the question itself can be planned with the reader's own.
alter policy within_visibility on opportunity_contact using (
  workspace_id = (select nullif(current_setting('escale.workspace', true), '')::uuid)
  and exists (select 1 from opportunity o where o.workspace_id = opportunity_contact.workspace_id and o.id = opportunity_contact.opportunity_id));
alter policy within_visibility on opportunity_state using (
  workspace_id = (select nullif(current_setting('escale.workspace', true), '')::uuid)
  and exists (select 1 from opportunity o where o.workspace_id = opportunity_state.workspace_id and o.id = opportunity_state.opportunity_id));
alter policy within_visibility on fact using (
  workspace_id = (select nullif(current_setting('escale.workspace', true), '')::uuid)
  and (opportunity_id is null
    or exists (select 1 from opportunity o where o.workspace_id = fact.workspace_id and o.id = fact.opportunity_id)));
