-- A billing run of one legal entity and day: opened by the clock when something falls due, or by a person. Its progress is appended by the
-- transactions that bill, so that workers never wait for each other's count.
create table billing_run (
    run_id          uuid    primary key,
    legal_entity_id text    not null references legal_entity,
    through_date    date    not null,
    dry_run         boolean not null,
    state           text    not null check (state in ('RUNNING', 'COMPLETED')),
    requested_by    text    not null,
    due             bigint  not null,
    totals          jsonb,
    started_at      timestamptz not null,
    finished_at     timestamptz,
    check ((state = 'COMPLETED') = (finished_at is not null))
);
create unique index billing_run_of_day on billing_run (legal_entity_id, through_date) where not dry_run;
create index billing_run_running on billing_run (legal_entity_id) where state = 'RUNNING';
create index on billing_run (legal_entity_id, started_at);

create table billing_run_progress (
    run_id   uuid        not null references billing_run,
    invoices integer     not null,
    at       timestamptz not null
);
create index on billing_run_progress (run_id);
