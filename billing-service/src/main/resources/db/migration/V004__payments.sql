-- What a gateway sent, byte for byte, once per event id.
create table webhook (
    gateway      text not null,
    event_id     text not null,
    type         text not null,
    received_at  timestamptz not null,
    business_at  timestamptz not null,
    body         bytea not null,
    outcome      text not null check (outcome in ('RECEIVED', 'HANDLED', 'ACKNOWLEDGED', 'PARKED')),
    primary key (gateway, event_id)
);

-- Whose gateway customer it is, learned from payments that named an invoice.
create table gateway_customer (
    gateway             text not null,
    gateway_customer_id text not null,
    customer_id         uuid not null,
    primary key (gateway, gateway_customer_id)
);

create table payment (
    payment_id        uuid primary key,
    channel           text not null,
    gateway_reference text not null,
    gateway_event_id  text not null,
    legal_entity_id   text not null references legal_entity,
    customer_id       uuid,
    currency          text not null,
    amount_minor      bigint not null check (amount_minor > 0),
    unapplied_minor   bigint not null check (unapplied_minor between 0 and amount_minor),
    state             text not null check (state in ('SETTLED', 'FAILED')),
    invoice_number    text,
    value_date        date not null,
    effective_at      timestamptz not null,
    failure_code      text,
    failure_reason    text,
    correlation_id    text not null,
    event_id          uuid not null unique,
    version           integer not null,
    unique (channel, gateway_event_id)
);
-- The same money never settles twice, whatever the gateway repeats.
create unique index payment_settles_once on payment (channel, gateway_reference) where state = 'SETTLED';
create index on payment (customer_id) where unapplied_minor > 0;

-- Which part of a payment settles which invoice: appended, never changed. event_id is the event that carries it to
-- the ledger: payment.settled, or payment.applied when unapplied cash was applied later.
create table payment_application (
    application_id uuid primary key,
    payment_id     uuid not null references payment,
    invoice_id     uuid not null references invoice,
    amount_minor   bigint not null check (amount_minor > 0),
    from_unapplied boolean not null,
    effective_date date not null,
    effective_at   timestamptz not null,
    event_id       uuid not null
);
create index on payment_application (payment_id);
create index on payment_application (invoice_id);

create function refuse_change_of_application() returns trigger language plpgsql as $$
begin
    raise exception 'an application is never changed: % refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger application_is_immutable before update or delete on payment_application
    for each row execute function refuse_change_of_application();

-- Σ applied ≤ payment, and what is open on an invoice is what was not applied: asserted at commit.
create function assert_application_adds_up() returns trigger language plpgsql as $$
declare
    applied bigint;
    settled record;
    owed record;
begin
    select coalesce(sum(amount_minor), 0) into applied from payment_application where payment_id = new.payment_id;
    select amount_minor, unapplied_minor into settled from payment where payment_id = new.payment_id;
    if applied <> settled.amount_minor - settled.unapplied_minor then
        raise exception 'applications of payment % do not add up', new.payment_id using errcode = 'integrity_constraint_violation';
    end if;
    select coalesce(sum(amount_minor), 0) into applied from payment_application where invoice_id = new.invoice_id;
    select payable_minor, open_minor into owed from invoice where invoice_id = new.invoice_id;
    if applied <> owed.payable_minor - owed.open_minor then
        raise exception 'applications to invoice % do not add up', new.invoice_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger application_adds_up after insert on payment_application
    deferrable initially deferred for each row execute function assert_application_adds_up();
