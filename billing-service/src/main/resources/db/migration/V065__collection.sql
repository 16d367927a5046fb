-- How a customer pays without being asked again: what the gateway keeps of it, by the gateway's own ids.
create table payment_method (
    customer_id      uuid        primary key,
    gateway          text        not null,
    gateway_customer text        not null,
    gateway_method   text        not null,
    stored_by        text        not null,
    stored_at        timestamptz not null,
    version          integer     not null
);

-- An invoice whose customer has a stored method: when it is collected next, and how often that was tried.
create table collection (
    invoice_id      uuid    primary key references invoice,
    legal_entity_id text    not null,
    customer_id     uuid    not null,
    next_on         date,
    tries           integer not null default 0
);
create index on collection (legal_entity_id, next_on) where next_on is not null;

-- One attempt to collect an invoice; the payment of the same id is PENDING until it ends.
create table payment_attempt (
    attempt_id        uuid        primary key references payment,
    invoice_id        uuid        not null references invoice,
    customer_id       uuid        not null,
    legal_entity_id   text        not null,
    currency          text        not null,
    amount_minor      bigint      not null check (amount_minor > 0),
    number            integer     not null,
    cause             text        not null check (cause in ('SCHEDULE', 'DUNNING', 'BY_HAND')),
    gateway           text        not null,
    gateway_customer  text        not null,
    gateway_method    text        not null,
    gateway_reference text,
    state             text        not null check (state in ('CREATED', 'PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN')),
    decline           text        check (decline in ('HARD', 'SOFT')),
    failure_code      text,
    failure_reason    text,
    resolved_by       text,
    started_by        text        not null,
    started_at        timestamptz not null,
    ended_at          timestamptz,
    version           integer     not null,
    unique (invoice_id, number),
    check ((state = 'FAILED') = (failure_code is not null)),
    check ((state in ('SUCCEEDED', 'FAILED')) = (ended_at is not null))
);
-- While one is under way or nobody knows what became of it, there is no other one.
create unique index attempt_one_at_a_time on payment_attempt (invoice_id) where state in ('CREATED', 'PENDING', 'UNKNOWN');
create index on payment_attempt (customer_id);
create index on payment_attempt (state) where state in ('CREATED', 'PENDING', 'UNKNOWN');
