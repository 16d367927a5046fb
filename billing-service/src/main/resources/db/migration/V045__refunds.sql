create table refund (
    refund_id         uuid primary key,
    payment_id        uuid references payment,
    credit_memo_id    uuid references credit_memo,
    credit_id         uuid references customer_credit,
    invoice_id        uuid references invoice,
    customer_id       uuid not null,
    legal_entity_id   text not null references legal_entity,
    currency          text not null,
    amount_minor      bigint not null check (amount_minor > 0),
    mode              text not null check (mode in ('REOPEN_RECEIVABLE', 'REVERSE_REVENUE')),
    channel           text not null,
    state             text not null check (state in ('REQUESTED', 'APPROVED', 'PENDING', 'PAID', 'FAILED', 'UNKNOWN', 'REJECTED')),
    reason_code       text not null,
    reason            text,
    requested_by      text not null,
    approved_by       text,
    gateway_reference text,
    failure_code      text,
    failure_reason    text,
    value_date        date,
    effective_at      timestamptz not null,
    correlation_id    text not null,
    event_id          uuid not null unique,
    policy_versions   jsonb not null,
    version           integer not null,
    check (payment_id is not null or credit_memo_id is not null or credit_id is not null),
    check ((state = 'PAID') = (value_date is not null))
);
create index on refund (payment_id);
create index on refund (credit_memo_id);
create index on refund (customer_id);
create unique index refund_paid_once on refund (channel, gateway_reference) where gateway_reference is not null;
