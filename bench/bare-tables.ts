/**
 * What the limit server reads: the same rows in bare tables with the best index for each question. No workspace, no
 * policy, no history.
 */
export const BARE_TABLES: readonly string[] = [
  "create table bare.client as select id, name from public.client",
  "alter table bare.client add primary key (id)",
  "create table bare.contact as select id, name from public.contact",
  "alter table bare.contact add primary key (id)",
  "create table bare.owner as select id, name from public.app_user",
  "alter table bare.owner add primary key (id)",
  `create table bare.opportunity as
     select o.*, l.contact_id,
       (select e.words from public.search_entry e where e.record_type = 'opportunity' and e.record_id = o.id) as words
     from public.opportunity o left join public.opportunity_contact l on l.opportunity_id = o.id and l.is_main`,
  "alter table bare.opportunity add primary key (id)",
  "create index on bare.opportunity (stage_id, expected_close_on, id)",
  "create index on bare.opportunity (stage_id) include (amount_minor)",
  "create index on bare.opportunity using gin (words gin_trgm_ops)",
];
