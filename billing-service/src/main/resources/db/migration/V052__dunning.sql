-- What happens when an invoice is not paid: versions of a policy for a legal entity, a segment, both or neither.
create table dunning_policy (
    policy_id       text    not null,
    version         integer not null check (version > 0),
    legal_entity_id text,
    segment         text,
    valid_from      date    not null,
    valid_to        date check (valid_to > valid_from),
    first_day       integer not null check (first_day > 0),
    steps           jsonb   not null,
    published_at    timestamptz not null,
    primary key (policy_id, version)
);

-- An overdue invoice on its way through the steps of the policy that it met. Every step is done once.
create table dunning_case (
    invoice_id      uuid    primary key references invoice,
    legal_entity_id text    not null,
    agreement_id    uuid    not null,
    policy_id       text    not null,
    policy_version  integer not null,
    due_date        date    not null,
    steps_done      integer not null default 0,
    next_on         date,
    paused_on       date,
    paused_days     integer not null default 0,
    suspended_on    date,
    state           text    not null check (state in ('OPEN', 'PAUSED', 'CLOSED')),
    foreign key (policy_id, policy_version) references dunning_policy,
    check ((state = 'PAUSED') = (paused_on is not null))
);
create index on dunning_case (legal_entity_id, next_on) where state = 'OPEN';
create index on dunning_case (agreement_id) where suspended_on is not null;

create table dunning_act (
    invoice_id uuid    not null references dunning_case,
    step       integer not null,
    stage      text    not null,
    act        text    not null,
    done_on    date    not null,
    event_id   uuid    not null unique,
    primary key (invoice_id, step)
);

-- Up to which day the overdue invoices of an entity were looked for.
create table dunning_sweep (
    legal_entity_id text primary key,
    swept_on        date not null
);
create index invoice_overdue on invoice (legal_entity_id, due_date) where open_minor > 0;
