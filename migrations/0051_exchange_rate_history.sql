-- Which change wrote a rate, and what stood there: a file of thousands of rates is taken back as one.
alter table exchange_rate
  add column change_id uuid,
  add column replaced jsonb;
create index exchange_rate_of_change on exchange_rate (workspace_id, change_id);
