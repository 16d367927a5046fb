-- What is proposed to be given up, and what a person (or below a limit the policy) decided.
create table write_off (
    write_off_id    uuid        primary key,
    invoice_id      uuid        not null references invoice,
    customer_id     uuid        not null,
    legal_entity_id text        not null,
    currency        text        not null,
    amount_minor    bigint      not null check (amount_minor > 0),
    recovered_minor bigint      not null default 0 check (recovered_minor between 0 and amount_minor),
    reason_code     text        not null,
    reason          text,
    proposed_by     text        not null,
    proposed_at     timestamptz not null,
    state           text        not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
    decided_by      text,
    decided_at      timestamptz,
    event_id        uuid unique,
    version         integer     not null,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((state = 'APPROVED') = (event_id is not null)),
    check (recovered_minor = 0 or state = 'APPROVED')
);
create unique index write_off_once on write_off (invoice_id) where state in ('PROPOSED', 'APPROVED');
create index on write_off (state, write_off_id);
