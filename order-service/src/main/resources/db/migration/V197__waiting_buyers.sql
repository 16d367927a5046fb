-- Buyers who were refused for what may pass, by order: asked about again by themselves, ever less often.
create table waiting_buyer (
    order_id    uuid primary key references sales_order,
    customer_id uuid not null,
    asked       integer not null default 0 check (asked >= 0),
    ask_at      timestamptz not null
);
create index waiting_buyer_due on waiting_buyer (ask_at);
