-- Orders that are taken back: as a whole, from a day on, or some of their goods.

create sequence reversal_number;

create table order_reversal (
  reversal_id     uuid primary key,
  reversal_number text not null unique,
  kind            text not null check (kind in ('CANCELLATION', 'COMPENSATION', 'RETURN')),
  order_id        uuid not null references sales_order,
  contract_id     uuid not null,
  customer_id     uuid not null,
  state           text not null check (state in ('REQUESTED', 'ENDING', 'CREDITING', 'AWAITING_POSTING', 'REFUNDING',
                                                 'AWAITING_REFUND', 'COMPLETED', 'REJECTED')),
  effective_date  date not null,
  wanted          text not null,
  documents       text not null,
  decided_by      text,
  created_by      text not null,
  correlation_id  text not null,
  version         int not null
);
create index order_reversal_order on order_reversal (order_id);
-- One is under way for an order as a whole at a time, and after one there is nothing left.
create unique index order_reversal_whole on order_reversal (order_id) where kind in ('CANCELLATION', 'COMPENSATION');

-- What is cancelled after it was billed has been taken back first.
do $$
declare name text;
begin
  select conname into name from pg_constraint
   where conrelid = 'sales_order'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%billed%';
  execute format('alter table sales_order drop constraint %I', name);
end $$;
