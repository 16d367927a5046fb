-- What is disputed is not given up: the rest may be, and later what is left of the dispute. Each proposal is decided before the next one.
drop index write_off_once;
create unique index write_off_once on write_off (invoice_id) where state = 'PROPOSED';
create index on write_off (invoice_id) where state = 'APPROVED';
