-- A deleted person is the main contact of nobody; a client or an opportunity that has contacts has exactly one main one.
update client_contact l set is_main = false from contact p
where l.is_main and p.workspace_id = l.workspace_id and p.id = l.contact_id and p.deleted_at is not null;
update client_contact l set is_main = true
from (
  select distinct on (c.workspace_id, c.client_id) c.workspace_id, c.client_id, c.contact_id
  from client_contact c join contact p on p.workspace_id = c.workspace_id and p.id = c.contact_id
  where p.deleted_at is null
  order by c.workspace_id, c.client_id, c.is_main desc, (c.role = 'former') nulls first, c.created_at, c.contact_id
) first
where l.workspace_id = first.workspace_id and l.client_id = first.client_id and l.contact_id = first.contact_id and not l.is_main;

update opportunity_contact l set is_main = false from contact p
where l.is_main and p.workspace_id = l.workspace_id and p.id = l.contact_id and p.deleted_at is not null;
update opportunity_contact l set is_main = true
from (
  select distinct on (o.workspace_id, o.opportunity_id) o.workspace_id, o.opportunity_id, o.contact_id
  from opportunity_contact o join contact p on p.workspace_id = o.workspace_id and p.id = o.contact_id
  where p.deleted_at is null
  order by o.workspace_id, o.opportunity_id, o.is_main desc, (o.role = 'main') desc nulls last, o.position, o.contact_id
) first
where l.workspace_id = first.workspace_id and l.opportunity_id = first.opportunity_id and l.contact_id = first.contact_id and not l.is_main;
