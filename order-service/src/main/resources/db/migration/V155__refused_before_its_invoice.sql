-- An invoice that the ledger gave up, of which billing's word has not come yet: what follows waits for it.

create table unposted_invoice (
  invoice_id     uuid        primary key,
  order_id       uuid        not null references sales_order,
  reason         text        not null,
  correlation_id text        not null,
  told_at        timestamptz not null
);
