-- How much a customer may owe us.
create table credit_terms (
    customer_id uuid        primary key references customer,
    limit_minor bigint      check (limit_minor >= 0),
    currency    text        check (currency ~ '^[A-Z]{3}$'),
    policy      text        not null check (policy in ('NONE', 'WARN', 'BLOCK')),
    by_dunning  boolean     not null,
    version     bigint      not null,
    reason      text        not null,
    set_by      text        not null,
    set_at      timestamptz not null,
    check ((limit_minor is null) = (currency is null)),
    check (policy = 'NONE' or limit_minor is not null)
);

-- Copies, kept up to date by the facts of billing-service and order-service. No foreign keys: facts come in any order.
create table credit_receivable (
    invoice_id  uuid   primary key,
    customer_id uuid   not null,
    currency    text   not null,
    open_minor  bigint not null,
    position    bigint not null
);
create index credit_receivable_open on credit_receivable (customer_id) include (currency, open_minor) where open_minor > 0;

create table credit_commitment (
    order_id       uuid    primary key,
    customer_id    uuid    not null,
    currency       text    not null,
    value_minor    bigint  not null default 0,
    invoiced_minor bigint  not null default 0,
    activated      boolean not null default false,
    ended          boolean not null default false
);
create index credit_commitment_open on credit_commitment (customer_id) where not ended and value_minor > invoiced_minor;

create table dunned_subscription (
    subscription_id uuid primary key,
    customer_id     uuid not null
);
create index dunned_subscription_by_customer on dunned_subscription (customer_id);
