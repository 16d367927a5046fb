-- How revenue is recognised, as policy: by legal entity, by product where it differs. Versions are only added.
create table revenue_policy (
    id              uuid primary key,
    ordinal         bigint generated always as identity unique,
    legal_entity_id text not null references legal_entity,
    product_id      text,
    method          text not null check (method in ('DAY', 'INSTANT', 'MONTH_EVEN', 'MONTH_EVEN_PRORATED', 'MONTH_WEIGHTED', 'PROGRESS')),
    remainder       text not null check (remainder in ('LAST', 'FIRST')),
    decided_by      text not null,
    recorded_at     timestamptz not null
);

create index revenue_policy_by_scope on revenue_policy (legal_entity_id, product_id, ordinal desc);
create trigger revenue_policy_is_kept before update or delete or truncate on revenue_policy for each statement execute function refuse_change();

-- A contract as order-service tells it; each version is kept.
create table revenue_contract (
    contract_id     uuid not null,
    version         bigint not null,
    contract_number text not null,
    order_id        uuid,
    customer_id     uuid not null,
    legal_entity_id text not null,
    currency        char(3) not null,
    start_date      date not null,
    end_date        date,
    source_event_id uuid not null,
    recorded_at     timestamptz not null,
    primary key (contract_id, version)
);

create index revenue_contract_by_entity on revenue_contract (legal_entity_id, contract_id);

create table performance_obligation (
    obligation_id    text primary key,
    ordinal          bigint generated always as identity unique,
    contract_id      uuid not null,
    contract_version bigint not null,
    line_id          uuid,
    product_id       text not null,
    treatment        text not null,
    currency         char(3) not null,
    standalone_minor bigint not null,
    standalone_source text,
    priced_minor     bigint not null,
    allocated_minor  bigint not null,
    start_date       date,
    end_date         date,
    recorded_at      timestamptz not null
);

comment on column performance_obligation.allocated_minor is 'its share of the contract''s price, by stand-alone selling prices, fixed at inception';
create index performance_obligation_by_contract on performance_obligation (contract_id);

-- What the order says that the line costs, where that differs from what is allocated to it.
create table stated_price (
    obligation_id text primary key,
    currency      char(3) not null,
    amount_minor  bigint not null,
    recorded_at   timestamptz not null
);

-- What people or the course of delivery did to an obligation; who decided is kept.
create table obligation_act (
    id             uuid primary key,
    ordinal        bigint generated always as identity unique,
    obligation_id  text not null references performance_obligation,
    kind           text not null check (kind in ('HOLD', 'RESUME', 'PROGRESS', 'SEPARATE', 'PROSPECTIVE', 'CATCH_UP', 'TERMINATE')),
    effective_date date not null,
    units_done     bigint,
    units_all      bigint,
    new_end        date,
    reason         text not null,
    decided_by     text not null,
    recorded_at    timestamptz not null,
    check (units_done <= units_all)
);

create index obligation_act_by_obligation on obligation_act (obligation_id, ordinal);

create trigger revenue_contract_is_kept before update or delete or truncate on revenue_contract for each statement execute function refuse_change();
create trigger performance_obligation_is_kept before update or delete or truncate on performance_obligation for each statement execute function refuse_change();
create trigger stated_price_is_kept before update or delete or truncate on stated_price for each statement execute function refuse_change();
create trigger obligation_act_is_kept before update or delete or truncate on obligation_act for each statement execute function refuse_change();

alter table schedule_change
    drop constraint if exists schedule_change_kind_check1,
    drop constraint if exists schedule_change_kind_check,
    add constraint schedule_change_kind check (kind in
        ('ALLOCATED', 'SHRINK', 'RELEASE', 'RESTORE', 'HOLD', 'PROGRESS', 'BASE', 'PROSPECTIVE', 'CATCH_UP', 'ACCELERATE'));
create unique index schedule_change_allocated_once on schedule_change (schedule_id) where kind = 'ALLOCATED';
