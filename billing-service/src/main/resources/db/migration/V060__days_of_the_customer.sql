-- Periods are days of the customer: where it lives in another time zone than its seller, that one decides when a day begins.
alter table agreement add column time_zone text;

-- When such an agreement is billed next, to the moment; all others are known by the day of their seller.
create table agreement_due_elsewhere (
    agreement_id    uuid        primary key references agreement,
    legal_entity_id text        not null,
    due_at          timestamptz not null
);
create index on agreement_due_elsewhere (legal_entity_id, due_at);
