-- Lists over a hundred thousand opportunities, half a million activities and a million facts.

-- What happens every minute is found by going back in time; what happens seldom has its own order, and no write of the
-- others enters it.
create index fact_of_rare_kind on fact (workspace_id, kind, at desc, id desc) where kind not in (
  'opportunity.created', 'opportunity.edited', 'opportunity.moved', 'activity.created', 'activity.edited', 'activity.done', 'message.created');

-- Whether a change touched one record or many is answered by its first two entries, however many facts an import told.
drop index fact_of_change;
create index fact_of_change on fact (workspace_id, change_id, record_type, record_id);

-- The deleted ones, listed and left out of counts: few among many.
create index opportunity_deleted on opportunity (workspace_id, deleted_at, id) where deleted_at is not null;
create index client_deleted on client (workspace_id, deleted_at, id) where deleted_at is not null;
create index contact_deleted on contact (workspace_id, deleted_at, id) where deleted_at is not null;

-- Whether a client has an opportunity is answered by the index alone.
drop index opportunity_of_client;
create index opportunity_of_client on opportunity (workspace_id, client_id, departs_on) include (deleted_at);

-- The list of activities asks whether few hold the words, and needs no more than those few.
drop function search_activities(text[]);
create function search_activities(terms text[], most int) returns table (record_id uuid)
language plpgsql stable security definer rows 200 set search_path = pg_catalog, public as $$
declare
  within text := format('a.workspace_id = %L and a.deleted_at is null', nullif(current_setting('escale.workspace', true), '')::uuid);
  term text;
begin
  if current_setting('escale.sees_all', true) is distinct from 'yes' then
    within := within || format(' and (a.opportunity_id is null or a.opportunity_manager_id = any (%L::uuid[]) or a.opportunity_team_id = any (%L::uuid[]))',
      current_setting('escale.managers', true), current_setting('escale.teams', true));
  end if;
  foreach term in array terms loop
    within := within || format(' and a.words like %L', case when length(fold(term)) < 3 then '% ' else '%' end
      || replace(replace(replace(fold(term), '\', '\\'), '%', '\%'), '_', '\_') || '%');
  end loop;
  return query execute format('select a.id from public.activity a where %s limit %s', within, most);
end $$;
revoke all on function search_activities from public;
grant execute on function search_activities to escale_app, escale_app_all;
