-- Tables of the technical foundation, the same in every service's database, with a history of their own.

-- Facts on their way out. A row is written in the transaction of the change that it tells of; the relay gives it its
-- position (dense per producer, in the order of publication) and its sequence (dense per subject), then sends it.
-- Rows stay: "the documents up to position p" is a join with this table.
create table outbox (
  seq            bigint generated always as identity primary key,
  event_id       uuid not null unique,
  type           text not null,
  subject        text not null,
  partition_key  text not null,
  legal_entity   text,
  correlation_id text not null,
  causation_id   text,
  actor          text,
  trace_parent   text,
  occurred_at    timestamptz not null,
  data           text not null,
  position       bigint unique,
  sequence       bigint,
  sent_at        timestamptz
);
create index outbox_unplaced on outbox (seq) where position is null;
create index outbox_unsent on outbox (position) where sent_at is null and position is not null;
create index outbox_subject on outbox (subject, seq);

create table outbox_position (
  only_row  boolean primary key default true check (only_row),
  position  bigint not null
);
insert into outbox_position (position) values (0);

create table outbox_sequence (
  subject   text primary key,
  sequence  bigint not null
);

-- Facts that came in: one row for each (consumer, event), written in the transaction of the effect.
create table inbox (
  consumer    text not null,
  event_id    uuid not null,
  source      text not null,
  position    bigint not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);
create index inbox_position on inbox (consumer, position);

-- Up to here every position of the source was taken; a starting point that is moved on when somebody asks.
create table inbox_watermark (
  consumer  text primary key,
  position  bigint not null
);

-- Answers of requests that changed something, kept for repeats of the same key.
create table idempotency (
  client        text not null,
  key           text not null,
  operation     text not null,
  request_hash  text not null,
  status        int,
  headers       text,
  body          text,
  created_at    timestamptz not null default now(),
  primary key (client, key)
);
create index idempotency_age on idempotency (created_at);

-- Exceptions: what could not complete, with its original bytes, owner, reason and remedy.
create table exception (
  id             uuid primary key,
  seq            bigint generated always as identity unique,
  origin         text not null,
  class          text not null,
  code           text not null,
  owner          text not null,
  state          text not null check (state in ('OPEN', 'ASSIGNED', 'RESOLVED', 'WAIVED')),
  subject        text not null,
  reason         text not null,
  remedy         text not null,
  correlation_id text not null,
  trace_parent   text,
  content_type   text not null,
  original       bytea not null,
  attributes     text,
  edited         bytea,
  event_id       uuid,
  waits_for      uuid references exception,
  assignee       text,
  proposal       text check (proposal in ('EDIT', 'WAIVE')),
  proposal_note  text,
  proposal_body  bytea,
  proposed_by    text,
  attempts       int not null default 0,
  version        bigint not null default 1,
  opened_at      timestamptz not null,
  closed_at      timestamptz
);
create index exception_open on exception (origin, subject, seq) where state in ('OPEN', 'ASSIGNED');
create index exception_correlation on exception (correlation_id);

create table exception_history (
  exception_id uuid not null references exception,
  seq          bigint generated always as identity,
  at           timestamptz not null,
  actor        text not null,
  act          text not null,
  note         text,
  primary key (exception_id, seq)
);

-- Work that must talk to another system: claimed in one transaction, done outside any, its outcome kept in another.
create table step (
  id             uuid primary key,
  seq            bigint generated always as identity,
  kind           text not null,
  subject        text not null,
  payload        text not null,
  state          text not null check (state in ('DUE', 'RUNNING', 'DONE', 'PARKED')),
  attempts       int not null default 0,
  due_at         timestamptz not null,
  lease_until    timestamptz,
  last_failure   text,
  correlation_id text not null,
  causation_id   text,
  actor          text,
  trace_parent   text,
  created_at     timestamptz not null,
  finished_at    timestamptz
);
create index step_due on step (due_at, seq) where state in ('DUE', 'RUNNING');
create index step_subject on step (kind, subject) where state in ('DUE', 'RUNNING', 'PARKED');

-- The business clock of the local stack: how far it was moved from the system clock.
create table business_clock (
  only_row      boolean primary key default true check (only_row),
  offset_millis bigint not null
);
insert into business_clock (offset_millis) values (0);
