-- By these a customer is found who is like what another system says: who is alike shares one of them.
create table match_key (
    key         text not null,
    customer_id uuid not null references customer,
    primary key (key, customer_id)
);
create index match_key_by_customer on match_key (customer_id);

-- What can't be matched with certainty, for a person to decide.
create table match_review (
    id           uuid        primary key,
    seq          bigint      generated always as identity unique,
    system       text        not null,
    external_id  text        not null,
    said         jsonb       not null,
    why          text        not null,
    candidates   jsonb       not null,
    state        text        not null check (state in ('OPEN', 'DECIDED')),
    version      bigint      not null,
    opened_at    timestamptz not null,
    correlation_id text      not null,
    decision     text        check (decision in ('SAME', 'NEW')),
    customer_id  uuid        references customer,
    reason       text,
    decided_by   text,
    decided_at   timestamptz,
    check ((state = 'DECIDED') = (decision is not null and customer_id is not null and decided_by is not null))
);
create unique index match_review_open_once on match_review (system, external_id) where state = 'OPEN';
