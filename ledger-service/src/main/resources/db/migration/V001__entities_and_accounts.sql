create table legal_entity (
    id                  text primary key check (id ~ '^[A-Z0-9]{2,12}$'),
    name                text not null,
    country             char(2) not null,
    functional_currency char(3) not null,
    time_zone           text not null,
    tax_registration    text,
    address             text,
    since               date not null,
    version             bigint not null
);

create table account (
    id              text primary key,
    legal_entity_id text not null references legal_entity,
    code            text not null,
    name            text not null,
    type            text not null check (type in ('ASSET', 'LIABILITY', 'EQUITY', 'REVENUE', 'CONTRA_REVENUE', 'EXPENSE')),
    normal_side     text not null check (normal_side in ('DEBIT', 'CREDIT')),
    control_kind    text check (control_kind in ('RECEIVABLES', 'UNAPPLIED_CASH', 'CASH_CLEARING', 'TAX_PAYABLE', 'DEFERRED_REVENUE')),
    version         bigint not null,
    unique (legal_entity_id, code),
    check (id = legal_entity_id || '/' || code)
);
