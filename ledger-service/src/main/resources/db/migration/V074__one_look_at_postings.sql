-- The same refusals with fewer looks: each entry of a statement's postings is looked up once; that they go to accounts of its entity is
-- compared account by account where all entries are of one entity, and posting by posting only where they are not.
create or replace function assert_postings() returns trigger language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    wrong record;
    entity text;
    another text;
    fine boolean;
begin
    select min(e.legal_entity_id), max(e.legal_entity_id), bool_and(e.written_in is not distinct from pg_current_xact_id())
    into entity, another, fine
    from (select distinct entry_id from added) p left join journal_entry e on e.id = p.entry_id;
    if not fine then
        select p.entry_id, e.entry_number into wrong
        from (select distinct entry_id from added) p left join journal_entry e on e.id = p.entry_id
        where e.written_in is distinct from pg_current_xact_id() limit 1;
        if wrong.entry_number is null then
            raise exception 'there is no journal entry % for postings', wrong.entry_id using errcode = 'foreign_key_violation';
        end if;
        raise exception 'journal entry % is written; nothing can be added to it', wrong.entry_number using errcode = 'check_violation';
    end if;
    if entity = another then
        select p.account_id as account into wrong
        from (select distinct account_id from added) p left join account a on a.id = p.account_id
        where a.legal_entity_id is distinct from entity limit 1;
    else
        select p.account_id as account into wrong
        from (select distinct p.account_id, e.legal_entity_id from added p join journal_entry e on e.id = p.entry_id) p
        left join account a on a.id = p.account_id
        where a.legal_entity_id is distinct from p.legal_entity_id limit 1;
    end if;
    if found then
        raise exception 'account % is no account of the entry''s legal entity', wrong.account using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

-- One sum for each entry says it where an entry has one currency; where it has several, they are summed each. First come the entries of
-- this transaction, by their index: a limit must not tempt the planner to walk through all entries in the order of their ids.
create or replace function assert_balanced() returns trigger language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set max_parallel_workers_per_gather = 0 as $$
declare
    wrong record;
begin
    delete from journal_writing where written_in = new.written_in;
    if not found then
        return null; -- looked at with another statement of the same transaction, after all of them
    end if;
    with written as materialized (select id, entry_number from journal_entry where written_in = new.written_in),
    wrong_ones as materialized (
        select e.entry_number, count(p.entry_id) = 0 as is_empty
        from written e left join posting p on p.entry_id = e.id
        group by e.id, e.entry_number
        having count(p.entry_id) = 0
            or sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end) <> 0
            or min(p.currency) = max(p.currency) and sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) <> 0
            or min(p.currency) <> max(p.currency) and exists (
                select from posting q where q.entry_id = e.id group by q.currency
                having sum(case q.side when 'DEBIT' then q.amount_minor else -q.amount_minor end) <> 0))
    select * into wrong from wrong_ones limit 1;
    if found and wrong.is_empty then
        raise exception 'journal entry % has no postings', wrong.entry_number using errcode = 'check_violation';
    elsif found then
        raise exception 'journal entry % does not balance', wrong.entry_number using errcode = 'check_violation';
    end if;
    return null;
end $$;

create or replace function assert_schedule() returns trigger language plpgsql
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    wrong uuid;
begin
    select a.schedule_id into wrong from added a
    where not exists (select from revenue_schedule s where s.id = a.schedule_id) limit 1;
    if found then
        raise exception '% names the schedule %, which does not exist', tg_table_name, wrong using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
