-- Two records of one company became one, and what is needed to make two of it again.
create table customer_merge (
    id               uuid        primary key,
    seq              bigint      generated always as identity unique,
    customer_id      uuid        not null references customer,
    survivor_id      uuid        not null references customer check (survivor_id <> customer_id),
    state            text        not null,
    moved_references jsonb       not null,
    attributes       jsonb       not null,
    survivor_before  jsonb       not null,
    survivor_after   jsonb       not null,
    merged_at        timestamptz not null,
    merged_by        text        not null,
    reason           text        not null,
    unmerged_at      timestamptz,
    unmerged_by      text,
    unmerge_reason   text
);
create unique index customer_merge_stands_once on customer_merge (customer_id) where unmerged_at is null;
create index customer_merge_by_survivor on customer_merge (survivor_id);
create index customer_by_merged_into on customer (merged_into) where merged_into is not null;

-- In whom a customer lives on: itself, unless it was merged, however often.
create function survivor_of(customer_id uuid) returns uuid language sql stable as $$
    with recursive life(id, merged_into) as (
        select c.id, c.merged_into from customer c where c.id = customer_id
        union
        select c.id, c.merged_into from life join customer c on c.id = life.merged_into
    )
    select id from life where merged_into is null
$$;
