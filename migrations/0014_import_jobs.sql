-- A large file is checked, and a large import taken back, by a job: no request lasts that long.

alter table import drop constraint import_has_a_state;
alter table import add constraint import_has_a_state
  check (state in ('checking', 'draft', 'running', 'done', 'failed', 'cancelled', 'reverting', 'reverted'));
