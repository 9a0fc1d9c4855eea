-- Whether an opportunity has a contact is asked of every one when those that lack something are listed or counted: it stands
-- on its row. A deleted contact is none. Writes run in the role that sees the whole agency; so do these triggers.

alter table opportunity add column has_contact boolean not null default false;

alter table opportunity disable trigger user;
update opportunity o set has_contact = true
where exists (
  select from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
  where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and p.deleted_at is null);
alter table opportunity enable trigger user;

create function keep_has_contact_of(workspaces uuid[], opportunities uuid[]) returns void
language sql set search_path = pg_catalog, public as $$
  update opportunity o set has_contact = not o.has_contact
  from (select distinct u.workspace_id, u.id from unnest(workspaces, opportunities) as u (workspace_id, id)) touched
  where o.workspace_id = touched.workspace_id and o.id = touched.id
    and o.has_contact is distinct from exists (
      select from opportunity_contact l join contact p on p.workspace_id = l.workspace_id and p.id = l.contact_id
      where l.workspace_id = o.workspace_id and l.opportunity_id = o.id and p.deleted_at is null)
$$;

create function keep_has_contact() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  perform keep_has_contact_of(array_agg(n.workspace_id), array_agg(n.opportunity_id)) from changed n;
  return null;
end $$;

create trigger keep_has_contact_of_new after insert on opportunity_contact
  referencing new table as changed for each statement execute function keep_has_contact();
create trigger keep_has_contact_of_ended after delete on opportunity_contact
  referencing old table as changed for each statement execute function keep_has_contact();

create function keep_has_contact_of_persons() returns trigger
language plpgsql set search_path = pg_catalog, public as $$
begin
  perform keep_has_contact_of(array_agg(l.workspace_id), array_agg(l.opportunity_id))
  from changed n
  join before b on b.workspace_id = n.workspace_id and b.id = n.id
  join opportunity_contact l on l.workspace_id = n.workspace_id and l.contact_id = n.id
  where (n.deleted_at is null) <> (b.deleted_at is null);
  return null;
end $$;

create trigger keep_has_contact after update on contact
  referencing old table as before new table as changed for each statement execute function keep_has_contact_of_persons();

-- What lacks something, in the order of the list: few where an agency is in order.
create index opportunity_incomplete_by_close on opportunity (workspace_id, expected_close_on, id)
  where deleted_at is null
    and (departs_on is null or coalesce(pax, 0) = 0 or amount_minor = 0 or destinations = '[]'::jsonb or not has_contact);
