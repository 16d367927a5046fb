-- What an order was taxed on its invoices, and what its customer was taxed last: what is not invoiced yet is expected to be taxed alike.
alter table credit_commitment add column taxed_minor bigint not null default 0;

create table credit_tax (
    customer_id uuid   primary key,
    net_minor   bigint not null check (net_minor > 0),
    tax_minor   bigint not null,
    position    bigint not null
);

-- Money of a customer that has found no invoice; of whom it is may be known later.
create table credit_cash (
    payment_id      uuid   primary key,
    customer_id     uuid,
    currency        text   not null,
    unapplied_minor bigint not null
);
create index credit_cash_unapplied on credit_cash (customer_id) include (currency, unapplied_minor) where unapplied_minor > 0;

-- Copies of the ledger's exchange rates: one unit of the base currency in the quote currency.
create table credit_rate (
    rate_id        uuid    primary key,
    base_currency  text    not null,
    quote_currency text    not null,
    valid_from     date    not null,
    valid_to       date,
    rate           numeric not null check (rate > 0),
    position       bigint  not null
);
create index credit_rate_newest on credit_rate (base_currency, quote_currency, valid_from desc, position desc);
