-- Processes: where each is, since when, and until when it may stay there.

create table journey (
  process        text not null,
  journey_id     uuid not null,
  state          text not null,
  entered_at     timestamptz not null,
  due_at         timestamptz,
  correlation_id text not null,
  exception_id   uuid,
  primary key (process, journey_id)
);
create index journey_due on journey (due_at) where due_at is not null and exception_id is null;

create table journey_stage (
  process    text not null,
  journey_id uuid not null,
  number     int not null,
  state      text not null,
  cause      text not null,
  actor      text not null,
  entered_at timestamptz not null,
  left_at    timestamptz,
  primary key (process, journey_id, number),
  foreign key (process, journey_id) references journey
);

-- Quotes, and who may approve them.

create sequence quote_number;

create table quote (
  quote_id         uuid primary key,
  quote_number     text not null unique,
  state            text not null check (state in ('PRICING', 'AWAITING_APPROVAL', 'APPROVED', 'CONVERTED', 'REJECTED',
                                                  'WITHDRAWN', 'EXPIRED')),
  legal_entity_id  text not null,
  currency         text not null check (currency ~ '^[A-Z]{3}$'),
  customer_id      uuid,
  external_system  text,
  external_id      text,
  request          text not null,
  net_minor        bigint not null check (net_minor > 0),
  figures          text,
  approval_reasons text not null,
  approvers        text not null,
  approvals        text not null,
  valid_until      date not null,
  created_by       text not null,
  created_at       timestamptz not null,
  reason           text,
  order_id         uuid unique,
  version          int not null,
  check ((state = 'CONVERTED') = (order_id is not null)),
  check (state not in ('AWAITING_APPROVAL', 'APPROVED', 'CONVERTED') or figures is not null)
);
create index quote_open on quote (valid_until) where state in ('PRICING', 'AWAITING_APPROVAL', 'APPROVED');
create index quote_external on quote (external_id);

create table approval_rule (
  rule_id         text primary key,
  legal_entity_id text,
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  from_minor      bigint not null check (from_minor >= 0),
  approvers       text not null,
  changed_at      timestamptz not null,
  version         int not null
);
