-- What lowers or raises whole documents: versions of a term for a legal entity, or one customer or contract of it. A version never changes;
-- on a day the highest one that has begun decides, also that the term has ended.
create table document_term (
    term_id         text    not null,
    version         integer not null check (version > 0),
    legal_entity_id text    not null references legal_entity,
    customer_id     uuid,
    contract_id     uuid,
    valid_from      date    not null,
    valid_to        date    check (valid_to > valid_from),
    document        jsonb   not null,
    published_by    text    not null,
    published_at    timestamptz not null,
    primary key (term_id, version)
);
create index on document_term (legal_entity_id);

create function refuse_change_of_document_term() returns trigger language plpgsql as $$
begin
    raise exception 'a published term is never changed: % refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger document_term_is_kept before update or delete on document_term
    for each row execute function refuse_change_of_document_term();
create trigger document_term_moves_the_mark after insert or truncate on document_term
    for each statement execute function move_reference_mark();
