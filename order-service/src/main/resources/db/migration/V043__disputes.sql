-- What customers dispute of their invoices.

create table dispute (
  dispute_id     uuid primary key,
  invoice_id     uuid not null,
  order_id       uuid not null references sales_order,
  state          text not null check (state in ('OPENING', 'OPEN', 'CREDITING', 'AWAITING_POSTING', 'REJECTING', 'ACCEPTED', 'REJECTED',
                                                'REFUSED')),
  amount_minor   bigint check (amount_minor > 0),
  currency       text,
  reason_code    text not null,
  reason         text not null,
  held_as        uuid unique,
  credit_memo_id uuid,
  note           text,
  raised_by      text not null,
  decided_by     text check (decided_by <> raised_by),
  correlation_id text not null,
  version        int not null,
  check (state in ('OPENING', 'REFUSED') or held_as is not null)
);
create index dispute_invoice on dispute (invoice_id);
