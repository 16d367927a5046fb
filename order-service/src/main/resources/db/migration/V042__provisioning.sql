-- What is set up at the product platform before it is billed, and what the platform was asked.

create table provisioned_product (
  product_id text primary key,
  sku        text not null,
  active     boolean not null,
  version    int not null
);

create table provisioning (
  order_id       uuid primary key references sales_order,
  order_number   text not null,
  customer_id    uuid not null,
  state          text not null check (state in ('REQUESTED', 'REFUSED', 'PROVISIONED', 'WITHDRAWING', 'WITHDRAWN')),
  request        text not null,
  platform_id    text,
  reason         text,
  correlation_id text not null,
  version        int not null,
  check (state <> 'PROVISIONED' or platform_id is not null)
);
