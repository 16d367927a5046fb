-- The golden record. One row per customer; what it was before lies in customer_version.
create sequence customer_number;

create table customer (
    id                 uuid primary key,
    customer_number    text        not null unique,
    version            bigint      not null,
    state              text        not null check (state in ('PROSPECT', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
    legal_name         text        not null check (legal_name <> ''),
    trading_name       text,
    line1              text,
    line2              text,
    city               text,
    region             text,
    postal_code        text,
    country            text check (country ~ '^[A-Z]{2}$'),
    email              text,
    website            text,
    currency           text check (currency ~ '^[A-Z]{3}$'),
    payment_terms_days integer     not null check (payment_terms_days between 0 and 365),
    segment            text,
    name_key           text        not null,
    domain             text,
    created_at         timestamptz not null,
    changed_at         timestamptz not null
);
create index customer_by_name_and_domain on customer (name_key, domain);
create index customer_by_name_prefix on customer (name_key text_pattern_ops);

-- One outside id belongs to one customer: the constraint that makes a second golden record impossible.
create table customer_reference (
    system      text        not null check (system = lower(system)),
    external_id text        not null,
    customer_id uuid        not null references customer,
    linked_at   timestamptz not null,
    primary key (system, external_id)
);
create index customer_reference_by_customer on customer_reference (customer_id);
create index customer_reference_by_external_id on customer_reference (external_id);

-- One tax id belongs to one customer. tax_key is the id without spaces, dots, case and country prefix.
create table tax_registration (
    country     text not null check (country ~ '^[A-Z]{2}$'),
    tax_key     text not null check (tax_key ~ '^[A-Z0-9]+$'),
    customer_id uuid not null references customer,
    scheme      text not null,
    id          text not null,
    primary key (country, tax_key),
    unique (customer_id, country, scheme)
);
create index tax_registration_by_key on tax_registration (tax_key);

-- Who changed what, when, and on whose word. Only ever appended.
create table customer_version (
    customer_id        uuid        not null references customer,
    version            bigint      not null,
    changed_at         timestamptz not null,
    changed_by         text        not null,
    source             text        not null,
    matched_by         text,
    reason             text,
    changed_attributes jsonb       not null,
    golden_record      jsonb       not null,
    primary key (customer_id, version)
);

create function refuse_change_of_history() returns trigger language plpgsql as $$
begin
    raise exception 'the history of a customer is never changed';
end $$;
create trigger customer_version_is_history before update or delete on customer_version
    for each row execute function refuse_change_of_history();
