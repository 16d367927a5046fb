-- The journal is only ever appended. What the code promises is asserted here once more, for everybody who has a connection.

create table entry_counter (
    legal_entity_id text primary key references legal_entity,
    last_number     bigint not null
);

create table journal_entry (
    id                  uuid primary key,
    ordinal             bigint generated always as identity unique,
    entry_number        text not null,
    legal_entity_id     text not null references legal_entity,
    currency            char(3) not null,
    functional_currency char(3) not null,
    purpose             text not null check (purpose in ('INVOICE', 'PAYMENT', 'PAYMENT_APPLICATION', 'RECOGNITION')),
    effective_date      date not null,
    posting_date        date not null,
    late                boolean not null,
    recorded_at         timestamptz not null,
    source_event_id     uuid not null,
    source_type         text not null,
    source_position     bigint,
    document_type       text not null check (document_type in ('INVOICE', 'PAYMENT', 'SCHEDULE')),
    document_id         uuid not null,
    document_number     text not null,
    customer_id         uuid,
    contract_id         uuid,
    order_id            uuid,
    rule_id             text not null,
    rule_version        bigint not null,
    correlation_id      text not null,
    written_in          xid8 not null default pg_current_xact_id(),
    unique (source_event_id, purpose),
    unique (legal_entity_id, entry_number),
    foreign key (rule_id, rule_version) references posting_rule
);

create index journal_entry_by_document on journal_entry (document_id);
create index journal_entry_by_customer on journal_entry (customer_id, ordinal);
create index journal_entry_by_contract on journal_entry (contract_id, ordinal) where contract_id is not null;
create index journal_entry_by_order on journal_entry (order_id) where order_id is not null;
create index journal_entry_by_position on journal_entry (source_position) where source_position is not null;

create table posting (
    entry_id         uuid not null references journal_entry,
    line_number      int not null check (line_number > 0),
    account_id       text not null,
    side             text not null check (side in ('DEBIT', 'CREDIT')),
    currency         char(3) not null,
    amount_minor     bigint not null check (amount_minor >= 0),
    functional_minor bigint not null check (functional_minor >= 0),
    item             text not null,
    item_id          uuid,
    dimensions       jsonb not null default '{}',
    primary key (entry_id, line_number)
);

-- Σ debit = Σ credit, per entry, in each transaction currency and in the functional one; checked when the entry's transaction commits.
create function assert_balanced() returns trigger language plpgsql as $$
begin
    if not exists (select from posting p where p.entry_id = new.id) then
        raise exception 'journal entry % has no postings', new.entry_number using errcode = 'check_violation';
    end if;
    if exists (select from posting p where p.entry_id = new.id group by p.currency
               having sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) <> 0)
       or (select sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end)
           from posting p where p.entry_id = new.id) <> 0 then
        raise exception 'journal entry % does not balance', new.entry_number using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger journal_entry_balances after insert on journal_entry
    deferrable initially deferred for each row execute function assert_balanced();

-- A posting is written in the transaction of its entry or never (so the check above has seen all of them), to an account of its entity.
create function assert_postings() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select e.entry_number into wrong from added p join journal_entry e on e.id = p.entry_id
    where e.written_in <> pg_current_xact_id() limit 1;
    if wrong is not null then
        raise exception 'journal entry % is written; nothing can be added to it', wrong using errcode = 'check_violation';
    end if;
    select p.account_id into wrong
    from added p join journal_entry e on e.id = p.entry_id left join account a on a.id = p.account_id
    where a.legal_entity_id is distinct from e.legal_entity_id limit 1;
    if wrong is not null then
        raise exception 'account % is no account of the entry''s legal entity', wrong using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger posting_belongs after insert on posting
    referencing new table as added for each statement execute function assert_postings();

-- The posting date lies in an open period. The shared lock makes a close wait for postings in flight, and the other way round.
create function assert_open_period() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    perform from accounting_period a
    where exists (select from added e where e.legal_entity_id = a.legal_entity_id and e.posting_date >= a.start_date and e.posting_date < a.end_date)
    order by a.id for share;
    select e.legal_entity_id || ' ' || e.posting_date into wrong
    from added e left join accounting_period a
      on a.legal_entity_id = e.legal_entity_id and e.posting_date >= a.start_date and e.posting_date < a.end_date
    where a.state is distinct from 'OPEN' limit 1;
    if wrong is not null then
        raise exception 'no open accounting period: %', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger journal_entry_in_open_period after insert on journal_entry
    referencing new table as added for each statement execute function assert_open_period();

-- Whoever is told that a row is kept for ever may rely on it.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only appended; what was written is never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger journal_entry_is_kept before update or delete or truncate on journal_entry for each statement execute function refuse_change();
create trigger posting_is_kept before update or delete or truncate on posting for each statement execute function refuse_change();
create trigger posting_rule_is_kept before update or delete or truncate on posting_rule for each statement execute function refuse_change();
create trigger posting_rule_line_is_kept before update or delete or truncate on posting_rule_line for each statement execute function refuse_change();
