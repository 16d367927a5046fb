-- Deals whose lines are sold by several legal entities: one order for each.

create table deal_part (
  order_id uuid primary key references sales_order,
  deal_id  uuid not null references sales_order,
  part     int not null check (part > 0),
  unique (deal_id, part)
);
