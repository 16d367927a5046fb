-- OPEN → CLOSING → CLOSED → LOCKED; CLOSING → OPEN; CLOSED → REOPENED → CLOSING. Only CLOSED and LOCKED refuse postings.
do $$
declare
    name text;
begin
    for name in select conname from pg_constraint where conrelid = 'accounting_period'::regclass and contype = 'c'
                and pg_get_constraintdef(oid) like '%CLOSED%'
    loop
        execute format('alter table accounting_period drop constraint %I', name);
    end loop;
end $$;

alter table accounting_period
    add check (state in ('OPEN', 'CLOSING', 'CLOSED', 'REOPENED', 'LOCKED')),
    add check ((state in ('CLOSED', 'LOCKED')) = (closed_at is not null)),
    add column reopening_requested_by text,
    add column reopening_reason       text,
    add check ((reopening_requested_by is null) = (reopening_reason is null));

create or replace function assert_open_period() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    perform from accounting_period a
    where exists (select from added e where e.legal_entity_id = a.legal_entity_id and e.posting_date >= a.start_date and e.posting_date < a.end_date)
    order by a.id for share;
    select e.legal_entity_id || ' ' || e.posting_date into wrong
    from added e left join accounting_period a
      on a.legal_entity_id = e.legal_entity_id and e.posting_date >= a.start_date and e.posting_date < a.end_date
    where a.state is null or a.state in ('CLOSED', 'LOCKED') limit 1;
    if wrong is not null then
        raise exception 'no open accounting period: %', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

-- Every move of a period, by whom and why; what was compared when it was closed is kept, with a hash as its signature.
create table period_move (
    period_id   text not null references accounting_period,
    ordinal     bigint generated always as identity unique,
    from_state  text not null,
    to_state    text not null,
    moved_by    text not null,
    approved_by text,
    reason      text,
    evidence    jsonb,
    signature   text,
    recorded_at timestamptz not null,
    primary key (period_id, ordinal),
    check (approved_by <> moved_by),
    check (to_state <> 'REOPENED' or approved_by is not null),
    check (to_state <> 'CLOSED' or signature is not null)
);

create trigger period_move_is_kept before update or delete or truncate on period_move for each statement execute function refuse_change();
