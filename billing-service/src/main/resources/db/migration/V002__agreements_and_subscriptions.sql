-- What an accepted order says that every bill of it needs. Appended once, never changed.
create table agreement (
    order_id           uuid primary key,
    order_number       text not null,
    contract_id        uuid not null,
    contract_version   integer not null,
    customer_id        uuid not null,
    legal_entity_id    text not null references legal_entity,
    currency           text not null check (currency ~ '^[A-Z]{3}$'),
    purchase_order     text,
    payment_terms_days integer not null check (payment_terms_days >= 0),
    bill_to            jsonb not null,
    correlation_id     text not null,
    accepted_event_id  uuid not null unique
);

create sequence subscription_number;

create table subscription (
    subscription_id     uuid primary key,
    subscription_number text not null unique,
    order_id            uuid not null references agreement,
    line_id             uuid not null unique,
    product_id          text not null,
    plan_id             text not null,
    plan_version        integer not null,
    start_date          date not null,
    end_date            date check (end_date > start_date),
    quantity            numeric not null,
    unit_price          numeric not null,
    base_quantity       numeric not null,
    billing_period      text not null check (billing_period in ('MONTH', 'YEAR')),
    state               text not null check (state in ('PENDING', 'ACTIVE', 'CANCELLED', 'EXPIRED')),
    version             integer not null
);
create index on subscription (order_id);

-- A charge of the plan at the price of the order, on its way through the billing periods. next_due is null when
-- nothing is left to bill.
create table order_charge (
    order_charge_id           uuid primary key,
    order_id                  uuid not null references agreement,
    legal_entity_id           text not null,
    line_id                   uuid not null,
    line_number               integer not null,
    product_id                text not null,
    description               text not null,
    plan_id                   text not null,
    plan_version              integer not null,
    charge_id                 text not null,
    kind                      text not null check (kind in ('RECURRING', 'ONE_TIME')),
    pricing                   text not null check (pricing in ('PER_UNIT', 'FLAT')),
    quantity                  numeric not null check (quantity > 0),
    unit_price                numeric not null,
    base_quantity             numeric not null check (base_quantity > 0),
    billing_period            text check (billing_period in ('MONTH', 'YEAR')),
    start_date                date not null,
    end_date                  date,
    performance_obligation_id uuid not null,
    revenue_treatment         text not null check (revenue_treatment in ('OVER_TIME_DAILY', 'POINT_IN_TIME')),
    tax_category              text not null check (tax_category in ('S', 'Z', 'E', 'AE', 'O')),
    next_due                  date,
    billed_on                 date,
    held                      boolean not null default false,
    unique (line_id, charge_id)
);
create index order_charge_due on order_charge (legal_entity_id, next_due) where next_due is not null and not held;
create index on order_charge (order_id);
create index on subscription (end_date) where state = 'ACTIVE';

-- An order that was cancelled before billing had heard of it.
create table order_cancellation (
    order_id   uuid primary key,
    event_id   uuid not null
);
