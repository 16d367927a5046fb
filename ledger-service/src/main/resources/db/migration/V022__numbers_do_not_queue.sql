-- A counter in a row would let the postings of an entity queue behind each other until each commits. A sequence does not; what was
-- rolled back leaves a gap in the numbers. Without a gap is the chain, whose links are given when entries are sealed.
create function give_entry_numbers() returns trigger language plpgsql as $$
begin
    execute format('create sequence if not exists %I', 'entry_number_' || lower(new.id));
    return null;
end $$;

create trigger legal_entity_numbers_entries after insert on legal_entity for each row execute function give_entry_numbers();

do $$
declare
    counted record;
begin
    for counted in select e.id, coalesce(c.last_number, 0) as last_number from legal_entity e left join entry_counter c on c.legal_entity_id = e.id loop
        execute format('create sequence %I start %s', 'entry_number_' || lower(counted.id), counted.last_number + 1);
    end loop;
end $$;

drop table entry_counter;

-- Postings are written first and their entry after them, so that one statement checks the balance of all entries that it adds.
drop trigger journal_entry_balances on journal_entry;
drop trigger posting_belongs on posting;
drop function assert_balanced();
drop function assert_postings();
alter table posting drop constraint posting_entry_id_fkey,
    add constraint posting_entry_id_fkey foreign key (entry_id) references journal_entry deferrable initially deferred;

-- Σ debit = Σ credit, per entry, in each transaction currency and in the functional one; to accounts of the entry's legal entity only.
create function assert_balanced() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select e.entry_number into wrong from added e where not exists (select from posting p where p.entry_id = e.id) limit 1;
    if wrong is not null then
        raise exception 'journal entry % has no postings', wrong using errcode = 'check_violation';
    end if;
    select min(e.entry_number) into wrong
    from added e join posting p on p.entry_id = e.id
    group by e.id, p.currency having sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) <> 0 limit 1;
    if wrong is null then
        select min(e.entry_number) into wrong
        from added e join posting p on p.entry_id = e.id
        group by e.id having sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end) <> 0 limit 1;
    end if;
    if wrong is not null then
        raise exception 'journal entry % does not balance', wrong using errcode = 'check_violation';
    end if;
    select p.account_id into wrong
    from added e join posting p on p.entry_id = e.id left join account a on a.id = p.account_id
    where a.legal_entity_id is distinct from e.legal_entity_id limit 1;
    if wrong is not null then
        raise exception 'account % is no account of the entry''s legal entity', wrong using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger journal_entry_balances after insert on journal_entry
    referencing new table as added for each statement execute function assert_balanced();

-- What is written gets no further posting.
create function assert_postings() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select e.entry_number into wrong from added p join journal_entry e on e.id = p.entry_id limit 1;
    if wrong is not null then
        raise exception 'journal entry % is written; nothing can be added to it', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger posting_comes_first after insert on posting
    referencing new table as added for each statement execute function assert_postings();

alter table journal_entry alter column rule_id drop not null, alter column rule_version drop not null,
    add constraint journal_entry_has_rule_or_maker check (rule_id is not null or made_by is not null);
