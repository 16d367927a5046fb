-- How billing decides where published practice differs: versions of a policy's value for one legal entity, contract or
-- charge. A version never changes; the highest one that is valid on a day applies on it. Where there is none, the
-- built-in default of the policy holds.
create table policy_value (
    policy       text    not null,
    level        text    not null check (level in ('LEGAL_ENTITY', 'CONTRACT', 'CHARGE')),
    scope_key    text    not null,
    version      integer not null check (version > 0),
    value        text    not null,
    valid_from   date    not null,
    valid_to     date check (valid_to > valid_from),
    published_by text    not null,
    published_at timestamptz not null,
    primary key (policy, level, scope_key, version)
);
create index on policy_value (level, scope_key);
