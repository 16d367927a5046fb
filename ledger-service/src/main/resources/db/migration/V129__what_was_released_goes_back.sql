-- An invoice is given up and its deferred revenue released; then money goes back that had paid the other part of it. What was released
-- of that part goes back with it, and is not in deferred revenue any more.
alter table schedule_change add column released_minor bigint not null default 0;
comment on column schedule_change.released_minor is 'what of the line goes back that a release had taken out of deferred revenue before';
