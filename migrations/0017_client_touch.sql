-- When a client was last looked after for itself: its own done activities and messages, without those of its opportunities
-- (they have their own readers). Kept on the row: prospects are listed by it.

alter table client add column last_touch_at timestamptz;
update client set last_touch_at = created_at;
create index client_by_touch on client (workspace_id, last_touch_at, id) where deleted_at is null;

create function begin_client_touch() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  new.last_touch_at := coalesce(new.last_touch_at, new.created_at);
  return new;
end $$;
create trigger begin_client_touch before insert on client for each row execute function begin_client_touch();

create function keep_client_touch() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  update client c set last_touch_at = greatest(c.created_at,
    (select max(a.done_at) from activity a
      where a.workspace_id = c.workspace_id and a.client_id = c.id and a.opportunity_id is null and a.deleted_at is null),
    (select max(m.created_at) from message m
      where m.workspace_id = c.workspace_id and m.client_id = c.id and m.opportunity_id is null and m.deleted_at is null))
  where c.workspace_id = new.workspace_id and c.id = new.client_id;
  return null;
end $$;
create trigger begin_touch_of_client after insert on activity for each row
  when (new.opportunity_id is null and new.client_id is not null) execute function keep_client_touch();
create trigger keep_touch_of_client after update of done_at, deleted_at, client_id, opportunity_id on activity for each row
  when (new.client_id is not null and (new.opportunity_id is null or old.opportunity_id is null)) execute function keep_client_touch();
create trigger begin_touch_of_client after insert on message for each row
  when (new.opportunity_id is null and new.client_id is not null) execute function keep_client_touch();
create trigger keep_touch_of_client after update of deleted_at on message for each row
  when (new.opportunity_id is null and new.client_id is not null) execute function keep_client_touch();
