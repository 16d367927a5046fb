-- Which values a dimension of postings may have in the books of a legal entity, each for its time. Versions are only added; the newest holds.
create table dimension_version (
    legal_entity_id text not null references legal_entity,
    name            text not null,
    version         bigint not null check (version > 0),
    unknown_values  text not null check (unknown_values in ('PARK', 'ACCEPT')),
    allowed         jsonb not null,
    published_by    text not null,
    published_at    timestamptz not null,
    primary key (legal_entity_id, name, version)
);

create trigger dimension_version_is_kept before update or delete or truncate on dimension_version
    for each statement execute function refuse_change();
create trigger dimension_version_moves_the_mark after insert on dimension_version
    for each statement execute function move_reference_mark();
