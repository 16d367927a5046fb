-- Reference data of billing. All of it comes by API or by event, none by migration.

-- Copies of the ledger's legal entities, fed by legal-entity.published.
create table legal_entity (
    legal_entity_id     text primary key,
    name                text    not null,
    country             text    not null,
    functional_currency text    not null,
    time_zone           text    not null,
    tax_registration    text,
    version             integer not null
);

-- A plan is published in versions; a version never changes.
create table plan (
    plan_id      text    not null,
    version      integer not null check (version > 0),
    name         text    not null,
    valid_from   date    not null,
    valid_to     date check (valid_to > valid_from),
    published_at timestamptz not null,
    primary key (plan_id, version)
);

create table plan_charge (
    plan_id        text    not null,
    version        integer not null,
    charge_number  integer not null,
    charge_id      text    not null,
    name           text    not null,
    kind           text    not null check (kind in ('RECURRING', 'ONE_TIME')),
    pricing        text    not null check (pricing in ('PER_UNIT', 'FLAT')),
    billing_period text check (billing_period in ('MONTH', 'YEAR')),
    primary key (plan_id, version, charge_id),
    foreign key (plan_id, version) references plan,
    check ((kind = 'RECURRING') = (billing_period is not null))
);

-- List prices of a charge. A charge without any is priced by the order line.
create table plan_price (
    plan_id    text    not null,
    version    integer not null,
    charge_id  text    not null,
    currency   text    not null check (currency ~ '^[A-Z]{3}$'),
    unit_price numeric not null check (unit_price >= 0),
    base_quantity numeric not null check (base_quantity > 0),
    primary key (plan_id, version, charge_id, currency),
    foreign key (plan_id, version, charge_id) references plan_charge
);

create table tax_rate (
    jurisdiction text    not null check (jurisdiction ~ '^[A-Z]{2}(-[A-Z0-9]{1,3})?$'),
    category     text    not null check (category in ('S', 'Z', 'E', 'AE', 'O')),
    version      integer not null check (version > 0),
    rate         numeric not null check (rate >= 0 and rate <= 1),
    valid_from   date    not null,
    valid_to     date check (valid_to > valid_from),
    reason_code  text,
    reason       text,
    published_at timestamptz not null,
    primary key (jurisdiction, category, version),
    check (category = 'S' or rate = 0),
    check (category not in ('E', 'AE', 'O') or reason_code is not null)
);

create table number_series (
    legal_entity_id         text    not null references legal_entity,
    series                  text    not null,
    document_type_code      text    not null,
    pattern                 text    not null,
    fiscal_year_start_month integer not null check (fiscal_year_start_month between 1 and 12),
    version                 integer not null,
    primary key (legal_entity_id, series)
);

-- The last number that was given out. Its row is locked until the invoice that got it is committed: so no gap.
create table number_counter (
    legal_entity_id text    not null,
    series          text    not null,
    fiscal_year     integer not null,
    last_number     bigint  not null check (last_number >= 0),
    last_date       date    not null,
    primary key (legal_entity_id, series, fiscal_year),
    foreign key (legal_entity_id, series) references number_series
);

create table gateway_account (
    gateway         text    not null,
    currency        text    not null check (currency ~ '^[A-Z]{3}$'),
    legal_entity_id text    not null references legal_entity,
    version         integer not null,
    primary key (gateway, currency)
);
