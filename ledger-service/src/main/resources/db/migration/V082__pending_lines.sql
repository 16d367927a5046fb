-- What a change of a subscription has made due and no invoice bills yet: it is earned day by day until then. What it is never changes; how
-- far it is accrued, and what became of it, moves on. A row without an amount was billed before it was told.
create table pending_line (
    item_id                   uuid primary key,
    ordinal                   bigint generated always as identity unique,
    subscription_id           uuid,
    legal_entity_id           text,
    customer_id               uuid,
    contract_id               uuid,
    order_id                  uuid,
    performance_obligation_id text,
    product_id                text,
    revenue_treatment         text,
    currency                  char(3),
    net_minor                 bigint,
    start_date                date,
    end_date                  date check (end_date > start_date),
    told_on                   date,
    source_position           bigint,
    correlation_id            text,
    accrued_minor             bigint not null default 0,
    accrued_until             date,
    revision                  bigint not null default 0,
    billed_on                 date,
    dropped_on                date
);

create index pending_line_waiting on pending_line (legal_entity_id, start_date) where billed_on is null and dropped_on is null;
create index pending_line_of_subscription on pending_line (subscription_id) where billed_on is null and dropped_on is null;
create trigger pending_line_is_kept before delete or truncate on pending_line for each statement execute function refuse_change();
