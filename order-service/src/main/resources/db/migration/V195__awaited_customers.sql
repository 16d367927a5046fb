-- For whose change a held order waits: those on the way from its buyer to what is not in order in its family.
create table awaited_customer (
    order_id    uuid not null references sales_order,
    customer_id uuid not null,
    primary key (customer_id, order_id)
);
create index awaited_customer_of_order on awaited_customer (order_id);
