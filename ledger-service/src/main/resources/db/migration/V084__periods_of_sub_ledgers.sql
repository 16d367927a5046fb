-- A sub-ledger may be closed before the general ledger is: then nothing of its kind is posted into that month any more. The general ledger's
-- month holds for all of them.
alter table accounting_period
    add column sub_ledger text not null default 'GENERAL' check (sub_ledger in ('GENERAL', 'RECEIVABLES', 'CASH', 'REVENUE')),
    drop constraint accounting_period_legal_entity_id_start_date_key,
    add unique (legal_entity_id, start_date, sub_ledger);

create function sub_ledger_of(purpose text) returns text language sql immutable parallel safe as $$
    select case
        when purpose in ('INVOICE', 'ACCRUAL', 'CREDIT_MEMO', 'CREDIT_MEMO_APPLICATION', 'CREDIT_MEMO_VOID', 'CREDIT_GRANT', 'CREDIT_APPLICATION',
                         'CREDIT_EXPIRY', 'VOID', 'WRITE_OFF', 'RECOVERY') then 'RECEIVABLES'
        when purpose in ('PAYMENT', 'PAYMENT_FEE', 'PAYMENT_APPLICATION', 'PAYMENT_UNAPPLICATION', 'PAYMENT_RETURN', 'REFUND', 'CHARGEBACK',
                         'CHARGEBACK_WON', 'PAYOUT') then 'CASH'
        when purpose in ('RECOGNITION', 'CONTRACT_ASSET', 'EXCLUSION') then 'REVENUE'
        else 'GENERAL' end
$$;

-- The posting date lies in an open period. The shared lock makes a close wait for postings in flight, and the other way round.
create or replace function assert_open_period() returns trigger language plpgsql as $$
declare
    wrong text;
begin
    perform from accounting_period a
    where a.id in (select p.id from (select distinct legal_entity_id, posting_date, sub_ledger_of(purpose) as sub_ledger from added) d
                   join accounting_period p on p.legal_entity_id = d.legal_entity_id and d.posting_date >= p.start_date and d.posting_date < p.end_date
                                           and p.sub_ledger in ('GENERAL', d.sub_ledger))
    order by a.id for share;
    select d.legal_entity_id || ' ' || d.posting_date || ' ' || d.sub_ledger into wrong
    from (select distinct legal_entity_id, posting_date, sub_ledger_of(purpose) as sub_ledger from added) d
    left join accounting_period a on a.legal_entity_id = d.legal_entity_id and d.posting_date >= a.start_date and d.posting_date < a.end_date
                                 and a.sub_ledger = 'GENERAL'
    left join accounting_period s on s.legal_entity_id = d.legal_entity_id and d.posting_date >= s.start_date and d.posting_date < s.end_date
                                 and s.sub_ledger = d.sub_ledger
    where a.state is null or a.state in ('CLOSED', 'LOCKED') or s.state in ('CLOSED', 'LOCKED') limit 1;
    if found then
        raise exception 'no open accounting period: %', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;
