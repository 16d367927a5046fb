-- What was used, appended only. The key is the sender's: a record that comes again is known by (subscription, meter, key).
create sequence usage_chunk;

create table usage_record (
    seq             bigint      not null,
    subscription_id uuid        not null,
    meter_id        text        not null,
    key             text        not null,
    quantity        numeric     not null,
    used_at         timestamptz not null,
    used_on         date        not null,
    value           text,
    parked          boolean     not null default false,
    primary key (subscription_id, meter_id, key)
);
create index usage_record_by_day on usage_record (subscription_id, meter_id, used_on);

-- What of a charge and a period was rated and billed, each time with what it came to in all and what it added.
create table usage_accrual (
    accrual_id       uuid        not null,
    order_charge_id  uuid        not null references order_charge,
    subscription_id  uuid        not null,
    meter_id         text        not null,
    period_start     date        not null,
    period_end       date        not null check (period_end > period_start),
    rating_number    integer     not null check (rating_number > 0),
    quantity         numeric     not null,
    amount_minor     bigint      not null,
    delta_minor      bigint      not null,
    currency         text        not null,
    rated_at         timestamptz not null,
    item_id          uuid,
    primary key (accrual_id, rating_number)
);
create index on usage_accrual (order_charge_id, period_start);
