-- Who is told of the states of processes, and up to where they were told.

create table callback (
  name      text primary key,
  processes text not null
);

create table callback_position (
  one  boolean primary key default true check (one),
  told bigint not null
);
insert into callback_position (told) values (0);

-- The transaction that wrote a stay: what is older than the oldest open one is complete, so that nothing is passed over.
alter table process_stage add column written_by bigint not null default (pg_current_xact_id()::text::bigint);
alter table journey_stage add column written_by bigint not null default (pg_current_xact_id()::text::bigint);
create index process_stage_written on process_stage (written_by);
create index journey_stage_written on journey_stage (written_by);
