create table accounting_period (
    id              text primary key,
    legal_entity_id text not null references legal_entity,
    start_date      date not null check (extract(day from start_date) = 1),
    end_date        date not null check (end_date = (start_date + interval '1 month')::date),
    state           text not null check (state in ('OPEN', 'CLOSED')),
    closed_at       timestamptz,
    closed_by       text,
    version         bigint not null,
    unique (legal_entity_id, start_date),
    check ((state = 'CLOSED') = (closed_at is not null))
);
