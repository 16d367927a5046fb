-- Orders whose refusal is final, and which could not be taken back when that was tried: the others pass for a while.

create table refusal_passed_over (
  order_id uuid        primary key references sales_order,
  code     text        not null,
  until    timestamptz not null
);
