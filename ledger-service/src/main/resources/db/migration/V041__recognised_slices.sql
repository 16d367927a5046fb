-- What was recognised of a schedule, slice by slice: a later correction knows by it what was recognised when.
create table recognised_slice (
    schedule_id    uuid not null references revenue_schedule,
    ordinal        bigint generated always as identity,
    slice_start    date not null,
    slice_end      date not null,
    effective_date date not null,
    amount_minor   bigint not null,
    run_id         uuid not null,
    entry_id       uuid,
    recorded_at    timestamptz not null,
    primary key (schedule_id, ordinal)
);

insert into recognised_slice (schedule_id, slice_start, slice_end, effective_date, amount_minor, run_id, entry_id, recorded_at)
select s.id, s.start_date, s.recognised_until, s.recognised_until - 1, s.recognised_minor, s.id, null, s.recorded_at
from revenue_schedule s where s.recognised_until > s.start_date;

create trigger recognised_slice_is_kept before update or delete or truncate on recognised_slice
    for each statement execute function refuse_change();
