-- Where rules of accounting leave a choice, the legal entity has one; versions are only added, and each entry finds the one of its day.
create table accounting_policy (
    legal_entity_id text not null references legal_entity,
    name            text not null,
    version         bigint not null check (version > 0),
    value           text not null,
    valid_from      date not null,
    decided_at      timestamptz not null,
    decided_by      text not null,
    primary key (legal_entity_id, name, version)
);

create trigger accounting_policy_is_kept before update or delete or truncate on accounting_policy
    for each statement execute function refuse_change();
