-- A schedule never changes; how far it is recognised is a narrow row beside it, so that a run over a million touches little.
create table schedule_progress (
    schedule_id      uuid primary key references revenue_schedule,
    legal_entity_id  text not null,
    plain            boolean not null,
    due_from         date,
    recognised_minor bigint not null,
    recognised_until date not null
) with (fillfactor = 70);

comment on column schedule_progress.plain is 'by day, never bent, in the currency of the books: may be recognised in large sets';
comment on column schedule_progress.due_from is 'the first day that a run must look at; null when nothing is left';

insert into schedule_progress (schedule_id, legal_entity_id, plain, due_from, recognised_minor, recognised_until)
select s.id, s.legal_entity_id, s.currency = e.functional_currency and not exists (select from schedule_change c where c.schedule_id = s.id),
       greatest(s.due_from, s.billed_on), s.recognised_minor, s.recognised_until
from revenue_schedule s join legal_entity e on e.id = s.legal_entity_id;

create index schedule_progress_due on schedule_progress (legal_entity_id, due_from, schedule_id) where due_from is not null;

create function refuse_step_back() returns trigger language plpgsql as $$
begin
    if new.schedule_id <> old.schedule_id or new.recognised_until < old.recognised_until then
        raise exception 'a revenue schedule only moves on' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger schedule_progress_moves_on before update on schedule_progress for each row
    when (new.schedule_id <> old.schedule_id or new.recognised_until < old.recognised_until) execute function refuse_step_back();
create trigger schedule_progress_is_kept before delete or truncate on schedule_progress for each statement execute function refuse_change();

drop trigger revenue_schedule_moves_on on revenue_schedule;
drop function refuse_other_schedule_line();
drop trigger revenue_schedule_is_kept on revenue_schedule;
drop index revenue_schedule_due;
alter table revenue_schedule
    drop column recognised_minor, drop column recognised_until, drop column due_from,
    add column method text not null default 'DAY'
        check (method in ('DAY', 'INSTANT', 'MONTH_EVEN', 'MONTH_EVEN_PRORATED', 'MONTH_WEIGHTED', 'PROGRESS')),
    add column remainder text not null default 'LAST' check (remainder in ('LAST', 'FIRST'));
create trigger revenue_schedule_is_kept before update or delete or truncate on revenue_schedule
    for each statement execute function refuse_change();

-- A large run works in sets: one statement for each, one entry for each day of a set.
create table recognition_set (
    id              uuid primary key,
    ordinal         bigint generated always as identity unique,
    run_id          uuid not null references recognition_run,
    legal_entity_id text not null references legal_entity,
    slices          bigint not null,
    told            bigint not null default 0,
    recorded_at     timestamptz not null
);

create index recognition_set_untold on recognition_set (ordinal) where told < slices;

create table recognition_set_entry (
    set_id         uuid not null references recognition_set,
    effective_date date not null,
    entry_id       uuid not null unique,
    primary key (set_id, effective_date)
);

alter table recognised_slice add column set_id uuid;
create index recognised_slice_of_set on recognised_slice (set_id, ordinal) where set_id is not null;
create index recognised_slice_of_entry on recognised_slice (entry_id) where entry_id is not null;

-- What is earned before a day, evenly over the days; HALF_UP away from zero, as the code rounds.
create function earned_by_day(amount bigint, start_day date, end_day date, until_day date) returns bigint
language sql immutable parallel safe as $$
    select case when until_day <= start_day then 0
                when until_day >= end_day then amount
                when abs(amount) < 100000000000000 then
                     sign(amount)::bigint * ((2 * abs(amount) * (until_day - start_day) + (end_day - start_day)) / (2 * (end_day - start_day)))
                else round(amount::numeric * (until_day - start_day) / (end_day - start_day))::bigint end
$$;

-- More that bends a schedule: holds, what was delivered, modifications in their ways, an early end.
alter table schedule_change
    drop constraint schedule_change_kind_check,
    add check (kind in ('SHRINK', 'RELEASE', 'RESTORE', 'HOLD', 'PROGRESS', 'BASE', 'PROSPECTIVE', 'CATCH_UP', 'ACCELERATE')),
    add column units_done bigint check (units_done >= 0),
    add column units_all  bigint check (units_all > 0),
    add column new_end    date;
