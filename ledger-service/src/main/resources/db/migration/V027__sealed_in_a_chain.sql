-- Each legal entity's entries form a chain: a link has the next number without a gap, and a hash over the link before and all that the
-- entry and its postings say. Links are added in batches after the fact, so nobody who posts waits for another.
create table journal_seal (
    legal_entity_id text not null references legal_entity,
    chain_number    bigint not null check (chain_number > 0),
    entry_id        uuid not null unique,
    hash            text not null check (hash ~ '^[0-9a-f]{64}$'),
    sealed_at       timestamptz not null,
    primary key (legal_entity_id, chain_number)
);

create trigger journal_seal_is_kept before update or delete or truncate on journal_seal for each statement execute function refuse_change();

-- How far the chain has come: by the transaction that wrote an entry, for that alone says when no earlier one can appear any more.
create table seal_progress (
    only_one   boolean primary key default true check (only_one),
    written_in xid8 not null,
    ordinal    bigint not null
);

insert into seal_progress (written_in, ordinal) values ('0', 0);

create index journal_entry_to_seal on journal_entry (written_in, ordinal);

-- All that an entry and its postings say, in one text that is the same for the same content.
create function sealed_content(entry uuid) returns text language sql stable as $$
    select concat_ws('|', e.id, e.entry_number, e.legal_entity_id, e.currency, e.functional_currency, e.purpose, e.effective_date, e.posting_date,
                     e.late, extract(epoch from e.recorded_at), e.source_event_id, e.source_type, coalesce(e.source_position, 0), e.document_type,
                     e.document_id, e.document_number, coalesce(e.customer_id::text, '-'), coalesce(e.contract_id::text, '-'),
                     coalesce(e.order_id::text, '-'), coalesce(e.rule_id, '-'), coalesce(e.rule_version, 0), e.correlation_id,
                     coalesce(e.rate, 0), coalesce(e.rate_source, '-'), coalesce(e.reverses::text, '-'), coalesce(e.made_by, '-'))
           || coalesce((select string_agg(concat_ws('|', p.line_number, p.account_id, p.side, p.currency, p.amount_minor, p.functional_minor,
                                                    p.item, coalesce(p.item_id::text, '-'), p.dimensions), E'\n' order by p.line_number)
                        from posting p where p.entry_id = e.id), 'no postings')
    from journal_entry e where e.id = entry
$$;
