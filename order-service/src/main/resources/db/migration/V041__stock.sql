-- Stock by product, in pieces; what is put aside for orders; what left.

create table stock_level (
  product_id text primary key,
  on_hand    bigint not null check (on_hand >= 0),
  allocated  bigint not null check (allocated between 0 and on_hand),
  back_order boolean not null,
  version    int not null
);

create table stock_move (
  move_id    bigint generated always as identity primary key,
  product_id text not null references stock_level,
  on_hand    bigint not null,
  allocated  bigint not null,
  kind       text not null check (kind in ('COUNTED', 'RECEIVED', 'ALLOCATED', 'RELEASED', 'SHIPPED', 'RETURNED')),
  order_id   uuid,
  reference  text,
  actor      text not null,
  moved_at   timestamptz not null
);
create index stock_move_product on stock_move (product_id, move_id);

create table stock_allocation (
  line_id    uuid primary key references order_line,
  seq        bigint generated always as identity,
  order_id   uuid not null references sales_order,
  product_id text not null references stock_level,
  wanted     bigint not null check (wanted > 0),
  allocated  bigint not null check (allocated >= 0),
  shipped    bigint not null check (shipped >= 0),
  returned   bigint not null check (returned between 0 and shipped),
  released   boolean not null,
  check (allocated + shipped <= wanted),
  check (not released or allocated = 0)
);
create index stock_allocation_order on stock_allocation (order_id);
create index stock_allocation_missing on stock_allocation (product_id, seq) where not released and allocated + shipped < wanted;

create sequence shipment_number;

create table shipment (
  shipment_id        uuid primary key,
  shipment_number    text not null unique,
  order_id           uuid not null references sales_order,
  lines              text not null,
  carrier            text,
  tracking_reference text,
  shipped_on         date not null,
  complete           boolean not null,
  confirmed_at       timestamptz not null
);
create index shipment_order on shipment (order_id);

-- Which pieces come back with a return.
alter table order_reversal add column pieces text;
