-- Prices of a jurisdiction may include the tax; its source may be suspended (nothing is issued until it answers again).
alter table tax_rate
    add column inclusive boolean not null default false,
    add column source    text    not null default 'TABLE' check (source in ('TABLE', 'SUSPENDED'));

-- A rate that several authorities share: each is owed its own part, and shown on the invoice by itself.
create table tax_rate_component (
    jurisdiction     text    not null,
    category         text    not null,
    version          integer not null,
    component_number integer not null,
    authority        text    not null,
    rate             numeric not null check (rate >= 0 and rate <= 1),
    primary key (jurisdiction, category, version, component_number),
    foreign key (jurisdiction, category, version) references tax_rate
);

-- Customers (by certificate) and products that are not taxed in a jurisdiction. A version never changes.
create table tax_exemption (
    subject_kind text    not null check (subject_kind in ('CUSTOMER', 'PRODUCT')),
    subject_id   text    not null,
    jurisdiction text    not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    version      integer not null check (version > 0),
    reason_code  text    not null,
    reason       text,
    certificate  text,
    valid_from   date    not null,
    valid_to     date check (valid_to > valid_from),
    published_at timestamptz not null,
    primary key (subject_kind, subject_id, jurisdiction, version),
    check (subject_kind = 'PRODUCT' or certificate is not null)
);

-- Countries between which the buyer accounts for the tax, if it is registered there.
create table tax_area (
    area         text    not null,
    version      integer not null check (version > 0),
    countries    text[]  not null,
    published_at timestamptz not null,
    primary key (area, version)
);

-- For the tax in the currency of the country that gets it.
create table tax_exchange_rate (
    from_currency text    not null check (from_currency ~ '^[A-Z]{3}$'),
    to_currency   text    not null check (to_currency ~ '^[A-Z]{3}$' and to_currency <> from_currency),
    valid_from    date    not null,
    version       integer not null check (version > 0),
    rate          numeric not null check (rate > 0),
    source        text    not null,
    published_at  timestamptz not null,
    primary key (from_currency, to_currency, valid_from, version)
);
