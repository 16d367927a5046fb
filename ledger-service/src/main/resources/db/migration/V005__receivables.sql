-- The sub-ledger of receivables and of cash, written from the same events as the journal but not from the journal: so they can be compared.

create table open_item (
    invoice_id      uuid primary key,
    invoice_number  text not null,
    legal_entity_id text not null references legal_entity,
    customer_id     uuid not null,
    contract_id     uuid,
    order_id        uuid,
    currency        char(3) not null,
    issue_date      date not null,
    due_date        date not null,
    amount_minor    bigint not null,
    source_event_id uuid not null unique,
    source_position bigint not null,
    correlation_id  text not null,
    ordinal         bigint generated always as identity unique
);

create index open_item_by_customer on open_item (customer_id);
create index open_item_by_position on open_item (source_position);

create table cash_receipt (
    payment_id        uuid primary key,
    legal_entity_id   text not null references legal_entity,
    customer_id       uuid,
    currency          char(3) not null,
    value_date        date not null,
    amount_minor      bigint not null check (amount_minor > 0),
    channel           text not null,
    gateway_reference text,
    source_event_id   uuid not null unique,
    source_position   bigint not null,
    correlation_id    text not null
);

create index cash_receipt_by_position on cash_receipt (source_position);

-- Cash that settles an invoice. The invoice may come later than its payment, so there is no foreign key to it.
create table cash_application (
    application_id  uuid primary key,
    payment_id      uuid not null,
    invoice_id      uuid not null,
    legal_entity_id text not null references legal_entity,
    customer_id     uuid,
    currency        char(3) not null,
    effective_date  date not null,
    amount_minor    bigint not null check (amount_minor > 0),
    from_unapplied  boolean not null,
    source_event_id uuid not null,
    source_position bigint not null
);

create index cash_application_by_invoice on cash_application (invoice_id);
create index cash_application_by_payment on cash_application (payment_id);
create index cash_application_by_position on cash_application (source_position);

create trigger open_item_is_kept before update or delete or truncate on open_item for each statement execute function refuse_change();
create trigger cash_receipt_is_kept before update or delete or truncate on cash_receipt for each statement execute function refuse_change();
create trigger cash_application_is_kept before update or delete or truncate on cash_application for each statement execute function refuse_change();
