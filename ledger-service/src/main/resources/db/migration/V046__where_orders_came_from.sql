-- Where an order came from, so that a figure leads back to the opportunity.
create table order_reference (
    order_id         uuid primary key,
    order_number     text,
    channel          text,
    reference_system text,
    reference_id     text,
    recorded_at      timestamptz not null
);

create trigger order_reference_is_kept before update or delete or truncate on order_reference for each statement execute function refuse_change();
