-- The same promises as before, kept by one look at a statement's rows where each row had its own. A foreign key asks for every row and
-- locks the row it finds, so a thousand postings of one entity wrote a thousand locks on that entity.

create function assert_legal_entity() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select a.legal_entity_id into wrong from (select distinct legal_entity_id from added) a
    where not exists (select from legal_entity e where e.id = a.legal_entity_id) limit 1;
    if found then
        raise exception '% names the legal entity %, which does not exist', tg_table_name, wrong using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

-- What others name stays: it is never deleted, and never named otherwise.
create trigger legal_entity_keeps_its_id before update of id on legal_entity for each statement execute function refuse_change();
create trigger account_keeps_its_id before update of id, legal_entity_id on account for each statement execute function refuse_change();

do $$
declare
    each text;
begin
    foreach each in array array['journal_entry', 'open_item', 'cash_receipt', 'cash_application', 'control_movement', 'revenue_schedule'] loop
        execute format('alter table %I drop constraint %I', each, each || '_legal_entity_id_fkey');
        execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function assert_legal_entity()',
                       each || '_of_an_entity', each);
    end loop;
end $$;

alter table schedule_progress drop constraint schedule_progress_schedule_id_fkey;
alter table recognised_slice drop constraint recognised_slice_schedule_id_fkey;

create function assert_schedule() returns trigger language plpgsql set enable_seqscan = off as $$
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

create trigger schedule_progress_of_a_schedule after insert on schedule_progress
    referencing new table as added for each statement execute function assert_schedule();
create trigger recognised_slice_of_a_schedule after insert on recognised_slice
    referencing new table as added for each statement execute function assert_schedule();

-- An entry is written first and its postings after it, in the same transaction, which then can't commit before all is balanced.
drop trigger journal_entry_balances on journal_entry;
drop trigger posting_comes_first on posting;
drop function assert_balanced();
drop function assert_postings();
alter table posting drop constraint posting_entry_id_fkey;
alter table journal_entry drop constraint journal_entry_rule_id_rule_version_fkey;

create function assert_rule() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    select a.rule_id || ' ' || a.rule_version into wrong from (select distinct rule_id, rule_version from added) a
    where a.rule_id is not null and not exists (select from posting_rule r where r.id = a.rule_id and r.version = a.rule_version) limit 1;
    if found then
        raise exception 'posting rule % does not exist', wrong using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger journal_entry_by_a_rule after insert on journal_entry
    referencing new table as added for each statement execute function assert_rule();

-- The plan is fixed: these are always few rows against many, also where the many were few when a connection first asked.
create function assert_postings() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    wrong record;
begin
    select p.entry_id, e.entry_number into wrong
    from (select distinct entry_id from added) p left join journal_entry e on e.id = p.entry_id
    where e.written_in is distinct from pg_current_xact_id() limit 1;
    if found and wrong.entry_number is null then
        raise exception 'there is no journal entry % for postings', wrong.entry_id using errcode = 'foreign_key_violation';
    elsif found then
        raise exception 'journal entry % is written; nothing can be added to it', wrong.entry_number using errcode = 'check_violation';
    end if;
    select p.account_id as account into wrong
    from (select distinct p.account_id, e.legal_entity_id from added p join journal_entry e on e.id = p.entry_id) p
    left join account a on a.id = p.account_id
    where a.legal_entity_id is distinct from p.legal_entity_id limit 1;
    if found then
        raise exception 'account % is no account of the entry''s legal entity', wrong.account using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create trigger posting_of_an_entry after insert on posting
    referencing new table as added for each statement execute function assert_postings();

-- Which transactions have written to the journal and are not checked yet. Whoever commits has nothing here any more.
create table journal_writing (
    written_in xid8 not null
);

create function await_balance() returns trigger language plpgsql as $$
begin
    insert into journal_writing (written_in) values (pg_current_xact_id());
    return null;
end $$;

create function assert_written_now() returns trigger language plpgsql as $$
begin
    if exists (select from added where written_in <> pg_current_xact_id()) then
        raise exception 'a journal entry says by itself in which transaction it is written' using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger journal_entry_is_written_now after insert on journal_entry
    referencing new table as added for each statement execute function assert_written_now();
create trigger journal_entry_will_balance after insert on journal_entry for each statement execute function await_balance();
create trigger posting_will_balance after insert on posting for each statement execute function await_balance();

-- Σ debit = Σ credit, per entry, in each transaction currency and in the functional one, and nothing without postings: looked at once,
-- when the transaction commits.
create function assert_balanced() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    wrong record;
begin
    delete from journal_writing where written_in = new.written_in;
    if not found then
        return null; -- looked at with another statement of the same transaction, after all of them
    end if;
    select b.entry_number, b.is_empty into wrong
    from (select e.entry_number, p.entry_id is null as is_empty,
                 sum(case p.side when 'DEBIT' then p.amount_minor else -p.amount_minor end) as off,
                 sum(sum(case p.side when 'DEBIT' then p.functional_minor else -p.functional_minor end)) over (partition by e.id) as off_in_books
          from journal_entry e left join posting p on p.entry_id = e.id
          where e.written_in = new.written_in
          group by e.id, e.entry_number, p.entry_id, p.currency) b
    where b.is_empty or b.off <> 0 or b.off_in_books <> 0 limit 1;
    if found and wrong.is_empty then
        raise exception 'journal entry % has no postings', wrong.entry_number using errcode = 'check_violation';
    elsif found then
        raise exception 'journal entry % does not balance', wrong.entry_number using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger journal_writing_balances after insert on journal_writing
    deferrable initially deferred for each row execute function assert_balanced();
create trigger journal_writing_is_kept before update or delete or truncate on journal_writing
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change();

-- The posting date lies in an open period. The shared lock makes a close wait for postings in flight, and the other way round.
create or replace function assert_open_period() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    perform from accounting_period a
    where a.id in (select p.id from (select distinct legal_entity_id, posting_date from added) d
                   join accounting_period p on p.legal_entity_id = d.legal_entity_id and d.posting_date >= p.start_date and d.posting_date < p.end_date)
    order by a.id for share;
    select d.legal_entity_id || ' ' || d.posting_date into wrong
    from (select distinct legal_entity_id, posting_date from added) d left join accounting_period a
      on a.legal_entity_id = d.legal_entity_id and d.posting_date >= a.start_date and d.posting_date < a.end_date
    where a.state is null or a.state in ('CLOSED', 'LOCKED') limit 1;
    if found then
        raise exception 'no open accounting period: %', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

-- Its columns lead another index.
drop index journal_entry_by_writing;
