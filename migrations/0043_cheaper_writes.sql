-- What a row must refer to is asked once. The client of an opportunity is of its workspace, the stage of its pipeline, the
-- change of its facts, and only triggers write words of search: a check of the workspace beside these found nothing else.
alter table stage add constraint stage_is_known_in_its_pipeline unique (workspace_id, pipeline_id, id);
alter table opportunity
  drop constraint opportunity_workspace_id_fkey,
  drop constraint opportunity_is_in_a_pipeline,
  drop constraint opportunity_is_at_a_stage,
  add constraint opportunity_is_at_a_stage foreign key (workspace_id, pipeline_id, stage_id) references stage (workspace_id, pipeline_id, id);
alter table fact drop constraint fact_workspace_id_fkey;
alter table search_entry drop constraint search_entry_workspace_id_fkey;

-- The names of persons are looked up in the statement itself: a function that is called for each row costs five times as much.
create or replace function index_new_opportunities() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  insert into search_entry (workspace_id, record_type, record_id, words, persons, manager_id, team_id)
  select o.workspace_id, 'opportunity', o.id,
    ' ' || fold(concat_ws(' ', o.name, o.number, c.name,
      (select string_agg(d ->> 'place', ' ') from jsonb_array_elements(o.destinations) d))),
    coalesce((
      select ' ' || fold(string_agg(p.name, ' ' order by l.position))
      from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
      where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and p.deleted_at is null), ''),
    o.manager_id, o.team_id
  from changed o join client c on c.workspace_id = o.workspace_id and c.id = o.client_id
  where o.deleted_at is null;
  return null;
end $$;
