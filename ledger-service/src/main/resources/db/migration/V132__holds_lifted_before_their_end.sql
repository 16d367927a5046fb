-- The end of an obligation lifts what holds it, on a day that may lie ahead; before that day something else may lift it first. What took
-- money is taken back once and no more.
drop index schedule_change_restored_once;
create unique index schedule_change_restored_once on schedule_change (restores)
    where restores is not null and (earned_minor <> 0 or unearned_minor <> 0 or shrunk_minor <> 0 or released_minor <> 0);
create index schedule_change_restores on schedule_change (restores) where restores is not null;

-- Holds are kept beside an end that lies ahead, so they stand until that day.
comment on column obligation_standing.held_from is 'nothing is earned from that day on, until ends_on at the latest';
