-- Reference data: products, what others call them, prices, copies of the ledger's legal entities.

create table product (
  product_id        text primary key,
  name              text not null,
  plan_id           text not null,
  price_period      text not null check (price_period in ('MONTH', 'YEAR', 'ONCE')),
  revenue_treatment text not null check (revenue_treatment in ('OVER_TIME_DAILY', 'POINT_IN_TIME')),
  tax_category_code text not null check (tax_category_code in ('S', 'Z', 'E', 'AE', 'O')),
  valid_from        date not null,
  changed_at        timestamptz not null,
  version           int not null
);

create table standalone_price (
  product_id text not null references product,
  currency   text not null check (currency ~ '^[A-Z]{3}$'),
  unit_price numeric(20, 8) not null check (unit_price >= 0),
  primary key (product_id, currency)
);

create table product_mapping (
  system        text not null,
  external_code text not null,
  product_id    text not null references product,
  version       int not null,
  primary key (system, external_code)
);

create table price_book (
  price_book_id   text primary key,
  name            text,
  legal_entity_id text,
  changed_at      timestamptz not null,
  version         int not null
);
-- One book speaks for a legal entity, one for all that have none.
create unique index price_book_scope on price_book (coalesce(legal_entity_id, ''));

create table price_entry (
  price_book_id text not null references price_book,
  product_id    text not null,
  currency      text not null check (currency ~ '^[A-Z]{3}$'),
  unit_price    numeric(20, 8) not null check (unit_price >= 0),
  tolerance     numeric(7, 6) not null check (tolerance between 0 and 1),
  primary key (price_book_id, product_id, currency)
);
create index price_entry_product on price_entry (product_id, currency);

create table legal_entity (
  legal_entity_id     text primary key,
  name                text not null,
  country             text,
  functional_currency text,
  time_zone           text not null,
  version             int not null
);

-- Orders and contracts.

create sequence order_number;
create sequence contract_number;

create table sales_order (
  order_id                 uuid primary key,
  order_number             text not null unique,
  state                    text not null check (state in ('RECEIVED', 'VALIDATED', 'ACCEPTED', 'ACTIVE', 'COMPLETED',
                                                          'REJECTED', 'HELD', 'CANCELLED')),
  held_from                text check (held_from in ('RECEIVED', 'VALIDATED', 'ACCEPTED', 'ACTIVE')),
  reason_code              text,
  reason                   text,
  channel                  text not null,
  external_system          text,
  external_id              text,
  received_at              timestamptz not null,
  accepted_at              timestamptz,
  legal_entity_id          text,
  currency                 text check (currency ~ '^[A-Z]{3}$'),
  order_date               date,
  start_date               date,
  term_months              int check (term_months between 1 and 120),
  payment_terms_days       int check (payment_terms_days between 0 and 180),
  purchase_order_reference text,
  customer_id              uuid,
  contract_id              uuid,
  billed                   boolean not null default false,
  bill_to                  text,
  version                  int not null,
  unique (external_system, external_id),
  check ((state = 'HELD') = (held_from is not null)),
  check (state not in ('ACCEPTED', 'ACTIVE', 'COMPLETED', 'CANCELLED')
         or customer_id is not null and contract_id is not null and bill_to is not null),
  check (not (billed and state = 'CANCELLED'))
);
create index sales_order_customer on sales_order (customer_id);

-- The first who claims a reference makes the order; the others find it taken.
create table order_reference (
  system      text not null,
  external_id text not null,
  order_id    uuid not null unique references sales_order deferrable initially deferred,
  primary key (system, external_id)
);

create table order_line (
  line_id                   uuid primary key,
  order_id                  uuid not null references sales_order,
  line_number               int not null,
  product_id                text not null,
  product_name              text not null,
  plan_id                   text not null,
  description               text,
  quantity                  numeric(20, 8) not null check (quantity > 0),
  unit_price                numeric(20, 8) not null check (unit_price >= 0),
  currency                  text not null,
  start_date                date not null,
  end_date                  date check (end_date > start_date),
  performance_obligation_id uuid not null unique,
  revenue_treatment         text not null,
  tax_category_code         text not null,
  standalone_price_minor    bigint not null check (standalone_price_minor >= 0),
  standalone_price_known    boolean not null,
  line_total_minor          bigint not null check (line_total_minor >= 0),
  version                   int not null,
  unique (order_id, line_number)
);

create table contract (
  contract_id             uuid primary key,
  contract_number         text not null unique,
  contract_version        int not null,
  order_id                uuid not null unique references sales_order,
  customer_id             uuid not null,
  legal_entity_id         text not null,
  currency                text not null,
  start_date              date not null,
  term_months             int not null check (term_months > 0),
  transaction_price_minor bigint not null check (transaction_price_minor > 0),
  version                 int not null
);
create index contract_customer on contract (customer_id);

create table obligation (
  performance_obligation_id uuid primary key,
  contract_id               uuid not null references contract,
  obligation_number         int not null,
  line_id                   uuid not null unique references order_line,
  product_id                text not null,
  revenue_treatment         text not null,
  currency                  text not null,
  standalone_price_minor    bigint not null,
  standalone_price_known    boolean not null,
  transaction_price_minor   bigint not null,
  start_date                date not null,
  end_date                  date,
  version                   int not null,
  unique (contract_id, obligation_number)
);

-- The obligations of a contract add up to its price, whoever writes them.
create function obligations_add_up() returns trigger language plpgsql as $$
begin
  if (select coalesce(sum(transaction_price_minor), 0) from obligation where contract_id = new.contract_id)
     <> (select transaction_price_minor from contract where contract_id = new.contract_id) then
    raise exception 'obligations of contract % do not add up to its price', new.contract_id
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger obligations_add_up after insert or update on obligation
  deferrable initially deferred for each row execute function obligations_add_up();

-- The quote-to-cash process.

create table quote_to_cash (
  order_id        uuid primary key references sales_order deferrable initially deferred,
  order_number    text not null,
  external_system text,
  external_id     text,
  has_crm         boolean not null,
  correlation_id  text not null,
  state           text not null check (state in ('FETCHING', 'RESOLVING_CUSTOMER', 'AWAITING_ACTIVATION', 'AWAITING_INVOICE',
                                                 'AWAITING_POSTING', 'WRITING_BACK', 'COMPLETED', 'HELD', 'REJECTED', 'CANCELLED')),
  held_from       text,
  reason_code     text,
  reason          text,
  owner           text,
  remedy          text,
  exception_id    uuid,
  claim           text,
  line_count      int not null default 0,
  starts_later    boolean not null default false,
  activated       boolean not null default false,
  acknowledged    text,
  write_back_due  boolean not null default false,
  version         int not null,
  -- None is silently stuck: what is held says why and who can mend it.
  check ((state = 'HELD') = (held_from is not null)),
  check (state <> 'HELD' or reason is not null and owner is not null)
);
create index quote_to_cash_external on quote_to_cash (external_id);
create index quote_to_cash_open on quote_to_cash (state) where state not in ('COMPLETED', 'REJECTED', 'CANCELLED');

create table process_stage (
  stage_id   uuid primary key,
  order_id   uuid not null references quote_to_cash,
  number     int not null,
  state      text not null,
  cause      text,
  entered_at timestamptz not null,
  left_at    timestamptz,
  version    int not null,
  unique (order_id, number)
);

create table process_invoice (
  invoice_id       uuid primary key,
  order_id         uuid not null references quote_to_cash,
  invoice_number   text not null,
  payable_minor    bigint,
  currency         text,
  first_lines      text not null default '',
  issued           boolean not null,
  posted           boolean not null,
  payment          text not null check (payment in ('UNPAID', 'PARTIALLY_PAID', 'PAID')),
  payment_position bigint not null,
  version          int not null
);
create index process_invoice_order on process_invoice (order_id);

-- Salesforce: what came in, without its session, each notification once.

create table salesforce_message (
  message_id  uuid primary key,
  received_at timestamptz not null,
  body        text not null
);

create table salesforce_notification (
  notification_id text primary key,
  message_id      uuid not null references salesforce_message deferrable initially deferred,
  object_type     text not null,
  record_id       text
);
