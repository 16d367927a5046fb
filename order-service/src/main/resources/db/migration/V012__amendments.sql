-- Documents of which a process waits for the journal entry; and the posted ones that no order's process keeps.

create table awaited_posting (
  document_id uuid not null,
  process     text not null,
  journey_id  uuid not null,
  primary key (document_id, process, journey_id)
);

create table posted_document (
  document_id uuid primary key,
  purpose     text not null,
  posted_at   timestamptz not null
);

-- Amendments of contracts.

create sequence amendment_number;

create table amendment (
  amendment_id     uuid primary key,
  amendment_number text not null unique,
  contract_id      uuid not null references contract,
  order_id         uuid not null,
  customer_id      uuid not null,
  line_id          uuid not null,
  kind             text not null check (kind in ('UPGRADE', 'DOWNGRADE', 'QUANTITY', 'PRICE', 'ADD_ON', 'CO_TERM')),
  state            text not null check (state in ('PREVIEWING', 'AWAITING_CONFIRMATION', 'CHANGING', 'SCHEDULED', 'AWAITING_POSTING',
                                                  'COMPLETED', 'REFUSED', 'WITHDRAWN', 'COMPENSATING', 'AWAITING_REVERSAL',
                                                  'COMPENSATED')),
  confirmed        boolean not null,
  wanted           text not null,
  before           text,
  preview          text,
  subscription_id  uuid,
  effective_date   date,
  invoice_id       uuid,
  reversal_id      uuid,
  reason           text,
  created_by       text not null,
  correlation_id   text not null,
  version          int not null
);
create index amendment_contract on amendment (contract_id);
