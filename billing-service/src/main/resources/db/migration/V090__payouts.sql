-- What a gateway paid out to the bank, once per its own id.
create table payout (
    payout_id       uuid primary key,
    gateway         text not null,
    reference       text not null,
    legal_entity_id text not null,
    currency        char(3) not null,
    amount_minor    bigint not null,
    value_date      date not null,
    recorded_at     timestamptz not null,
    unique (gateway, reference)
);
