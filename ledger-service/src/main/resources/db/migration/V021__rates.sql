-- Exchange rates by source and type: one unit of the base currency in the quote currency. Proposed by one person, approved by another;
-- only added to and approved once. The raw answer of the source is kept.
create table exchange_rate (
    id             uuid primary key,
    ordinal        bigint generated always as identity unique,
    source         text not null,
    rate_type      text not null check (rate_type ~ '^[A-Z_]{2,20}$'),
    base_currency  char(3) not null,
    quote_currency char(3) not null check (quote_currency <> base_currency),
    valid_from     date not null,
    valid_to       date check (valid_to > valid_from),
    value          numeric not null check (value > 0),
    raw_answer     text,
    state          text not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
    proposed_by    text not null,
    proposed_at    timestamptz not null,
    decided_by     text,
    decided_at     timestamptz,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check (decided_by is distinct from proposed_by)
);

create index exchange_rate_by_pair on exchange_rate (base_currency, quote_currency, rate_type, valid_from desc) where state = 'APPROVED';

create function refuse_other_rate() returns trigger language plpgsql as $$
begin
    if old.state <> 'PROPOSED'
       or (new.id, new.source, new.rate_type, new.base_currency, new.quote_currency, new.valid_from, new.valid_to, new.value, new.proposed_by)
          is distinct from
          (old.id, old.source, old.rate_type, old.base_currency, old.quote_currency, old.valid_from, old.valid_to, old.value, old.proposed_by) then
        raise exception 'a rate is decided once and never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger exchange_rate_is_decided_once before update on exchange_rate for each row execute function refuse_other_rate();
create trigger exchange_rate_is_kept before delete or truncate on exchange_rate for each statement execute function refuse_change();

-- What foreign receivables, unapplied cash and customer credit are worth in the books: each movement at the amount at which it was booked.
create table foreign_balance (
    kind             text not null check (kind ~ '^[A-Z_]{3,40}$'),
    key_id           uuid not null,
    entry_id         uuid not null references journal_entry deferrable initially deferred,
    account_id       text not null references account,
    currency         char(3) not null,
    minor            bigint not null,
    functional_minor bigint not null,
    primary key (kind, key_id, entry_id)
);

create trigger foreign_balance_is_kept before update or delete or truncate on foreign_balance for each statement execute function refuse_change();

create index journal_entry_foreign on journal_entry (document_number) where rate is not null;
