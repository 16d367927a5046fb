-- Credit of a customer, granted or bought beforehand. What is used is appended; what is left can never be less than nothing.
create table customer_credit (
    credit_id       uuid primary key,
    legal_entity_id text not null references legal_entity,
    customer_id     uuid not null,
    currency        text not null check (currency ~ '^[A-Z]{3}$'),
    kind            text not null check (kind in ('CUSTOMER_CREDIT', 'PREPAID')),
    origin          text not null check (origin in ('GRANT', 'NEGATIVE_INVOICE', 'CREDIT_MEMO', 'UNAPPLIED_CASH',
                                                    'PREPAID_PURCHASE')),
    source_id       uuid,
    source_number   text,
    state           text not null check (state in ('REQUESTED', 'GRANTED', 'REJECTED')),
    amount_minor    bigint not null check (amount_minor > 0),
    remaining_minor bigint not null check (remaining_minor between 0 and amount_minor),
    ended_minor     bigint not null default 0 check (ended_minor between 0 and amount_minor),
    reason_code     text not null,
    reason          text,
    expires_on      date,
    requested_by    text not null,
    approved_by     text,
    effective_date  date not null,
    effective_at    timestamptz not null,
    correlation_id  text not null,
    version         integer not null,
    check (state = 'GRANTED' or remaining_minor = 0),
    unique (origin, source_id)
);
create index on customer_credit (customer_id, legal_entity_id, currency) where remaining_minor > 0;
create index on customer_credit (expires_on) where remaining_minor > 0;

-- Below zero: returned, because the invoice that had used it was voided.
create table credit_application (
    application_id uuid primary key,
    credit_id      uuid   not null references customer_credit,
    invoice_id     uuid   not null references invoice deferrable initially deferred,
    amount_minor   bigint not null check (amount_minor <> 0),
    at_issue       boolean not null,
    effective_date date   not null,
    effective_at   timestamptz not null
);
create index on credit_application (credit_id);
create index on credit_application (invoice_id);

create function assert_credit_adds_up() returns trigger language plpgsql as $$
declare
    used bigint;
    credit record;
begin
    select coalesce(sum(amount_minor), 0) into used from credit_application where credit_id = new.credit_id;
    select * into credit from customer_credit where credit_id = new.credit_id;
    if credit.state = 'GRANTED' and used <> credit.amount_minor - credit.remaining_minor - credit.ended_minor then
        raise exception 'applications of credit % do not add up', new.credit_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger credit_application_adds_up after insert on credit_application
    deferrable initially deferred for each row execute function assert_credit_adds_up();
create constraint trigger credit_adds_up after insert or update on customer_credit
    deferrable initially deferred for each row execute function assert_credit_adds_up();
