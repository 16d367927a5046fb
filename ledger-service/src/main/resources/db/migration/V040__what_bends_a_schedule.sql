-- Every invoice line has a row, also one that is earned at once: what is reversed later must know what of it was earned.
alter table revenue_schedule
    alter column contract_id drop not null,
    alter column performance_obligation_id drop not null,
    alter column product_id drop not null,
    add column net_minor bigint,
    add column deferred_minor bigint,
    add column due_from date,
    add column recorded_at timestamptz not null default now();

drop trigger revenue_schedule_moves_on on revenue_schedule;

update revenue_schedule
set net_minor = amount_minor, deferred_minor = amount_minor, due_from = case when recognised_until < end_date then recognised_until end;

-- What is recognised may pass what is left for a while: a reversal that becomes known late is corrected by the next run.
do $$
declare
    name text;
begin
    for name in select conname from pg_constraint
                where conrelid = 'revenue_schedule'::regclass and contype = 'c'
                  and (pg_get_constraintdef(oid) like '%recognised%' or pg_get_constraintdef(oid) like '%revenue_treatment%')
    loop
        execute format('alter table revenue_schedule drop constraint %I', name);
    end loop;
end $$;

alter table revenue_schedule
    alter column net_minor set not null,
    alter column deferred_minor set not null;

comment on column revenue_schedule.net_minor is 'the invoice line';
comment on column revenue_schedule.deferred_minor is 'what of the line its invoice put into deferred revenue';
comment on column revenue_schedule.amount_minor is 'what the schedule earns, before it is bent';
comment on column revenue_schedule.due_from is 'the first day that a run must look at; null when nothing is left';

drop index revenue_schedule_unfinished;
create index revenue_schedule_due on revenue_schedule (legal_entity_id, due_from, id) where due_from is not null;
create index revenue_schedule_by_line on revenue_schedule (invoice_line_id);
create index revenue_schedule_by_obligation on revenue_schedule (performance_obligation_id);

create function refuse_other_schedule_line() returns trigger language plpgsql as $$
begin
    if (new.id, new.legal_entity_id, new.contract_id, new.invoice_line_id, new.currency, new.net_minor, new.deferred_minor, new.start_date)
       is distinct from
       (old.id, old.legal_entity_id, old.contract_id, old.invoice_line_id, old.currency, old.net_minor, old.deferred_minor, old.start_date)
       or new.recognised_until < old.recognised_until then
        raise exception 'a revenue schedule only moves on' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger revenue_schedule_moves_on before update on revenue_schedule for each row execute function refuse_other_schedule_line();
drop function refuse_other_schedule();

-- What bends the schedule of a line from a day on: a reversal shrinks what is left, taking it back restores it, a release ends it.
create table schedule_change (
    id              uuid primary key,
    ordinal         bigint generated always as identity unique,
    schedule_id     uuid not null references revenue_schedule,
    invoice_line_id uuid not null,
    cause_id        uuid not null,
    kind            text not null check (kind in ('SHRINK', 'RELEASE', 'RESTORE')),
    effective_day   date not null,
    earned_minor    bigint not null,
    unearned_minor  bigint not null,
    shrunk_minor    bigint not null,
    period_start    date,
    period_end      date,
    restores        uuid references schedule_change,
    recorded_at     timestamptz not null,
    check ((kind = 'RESTORE') = (restores is not null)),
    check (period_end > period_start)
);

comment on column schedule_change.cause_id is 'the document that did it, such as a credit memo';
comment on column schedule_change.earned_minor is 'what of the line''s earned part was reversed';
comment on column schedule_change.unearned_minor is 'what of it was taken out of deferred revenue';
comment on column schedule_change.shrunk_minor is 'by how much less the schedule earns';

create index schedule_change_by_schedule on schedule_change (schedule_id);
create index schedule_change_by_cause on schedule_change (cause_id);
create unique index schedule_change_restored_once on schedule_change (restores) where restores is not null;
create trigger schedule_change_is_kept before update or delete or truncate on schedule_change
    for each statement execute function refuse_change();
