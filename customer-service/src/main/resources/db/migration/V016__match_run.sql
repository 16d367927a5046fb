-- Whom many accounts mean, before any of them is taken.
create table match_run (
    id         uuid        primary key,
    name       text        not null,
    started_at timestamptz not null,
    started_by text        not null
);
create table match_result (
    run_id      uuid   not null references match_run,
    seq         bigint generated always as identity,
    system      text   not null,
    external_id text   not null,
    outcome     text   not null,
    customer_id uuid   references customer,
    candidates  jsonb  not null,
    primary key (run_id, system, external_id)
);
create index match_result_in_order on match_result (run_id, seq);
create index match_result_by_outcome on match_result (run_id, outcome);
