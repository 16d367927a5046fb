-- The archive: every event of the four contexts, once, as it came.

-- The last position given out. Whoever appends locks this row until its commit, so the order of positions is the order
-- of commits: a reader that has seen position n will never see a smaller one appear.
create table archive_head (
    only_row boolean primary key default true check (only_row),
    position bigint  not null
);
insert into archive_head values (true, 0);

create table event (
    position        bigint      primary key,
    event_id        uuid        not null unique,
    type            text        not null,
    source          text        not null,
    subject         text        not null,
    sequence        bigint,
    source_position bigint,
    occurred_at     timestamptz not null,
    correlation_id  text,
    causation_id    text,
    partition_key   text,
    legal_entity    text,
    actor           text,
    trace_parent    text,
    trace_id        text generated always as (split_part(trace_parent, '-', 2)) stored,
    data            bytea       not null,
    archived_at     timestamptz not null
);
create index event_by_type on event (type, position);
create index event_by_subject on event (subject, position);
create index event_by_correlation on event (correlation_id, position);
create index event_by_trace on event (trace_id, position);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is only ever appended to', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger event_is_append_only before update or delete on event
    for each row execute function refuse_change();

-- The same rows with their body read. The fence (offset 0) makes the server parse a body once and not once per column.
create view readable_event as
select e.*, b.body
from event e
cross join lateral (select convert_from(e.data, 'UTF8')::jsonb as body offset 0) b;
