-- What people want posted: made by one, approved by another, posted after that. What is posted stays as it was.
create table manual_entry (
    id              uuid primary key,
    ordinal         bigint generated always as identity unique,
    kind            text not null check (kind in ('JOURNAL', 'REVERSAL', 'EXCLUSION', 'PAYOUT', 'INTERCOMPANY')),
    legal_entity_id text not null references legal_entity,
    counterparty_id text references legal_entity check (counterparty_id <> legal_entity_id),
    currency        char(3) not null,
    effective_date  date not null,
    description     text not null,
    lines           jsonb not null default '[]',
    amount_minor    bigint check (amount_minor > 0),
    concerns        uuid,
    state           text not null check (state in ('DRAFT', 'SUBMITTED', 'APPROVED', 'POSTED')),
    made_by         text not null,
    made_at         timestamptz not null,
    submitted_by    text,
    decided_by      text,
    note            text,
    posted_at       timestamptz,
    version         bigint not null,
    check ((state = 'POSTED') = (posted_at is not null)),
    check (state not in ('APPROVED', 'POSTED') or decided_by is not null and decided_by <> made_by and decided_by <> submitted_by)
);

create function refuse_posted_change() returns trigger language plpgsql as $$
begin
    if old.state = 'POSTED' then
        raise exception 'what people had posted is never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger manual_entry_posted_is_kept before update on manual_entry for each row execute function refuse_posted_change();
create trigger manual_entry_is_kept before delete or truncate on manual_entry for each statement execute function refuse_change();

-- A payout takes money out of cash clearing; the register of payouts is its sub-ledger.
alter view subledger rename to subledger_of_events;
create view subledger as
    select * from subledger_of_events
  union all
    select 'CASH_CLEARING', id, legal_entity_id, null::uuid, currency, -amount_minor, effective_date, posted_at, 0, 'payout', id
    from manual_entry where kind = 'PAYOUT' and state = 'POSTED';
