-- The sums and counts of board and list read indexes alone, as long as the vacuum has seen the pages since they changed:
-- by itself it waits until a fifth of the table did, and the sums cost three times as much meanwhile.
alter table opportunity set (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02);
