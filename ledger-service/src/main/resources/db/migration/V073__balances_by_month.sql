-- The roll by month, one row each, for whoever asks what is known now: months before the one that is asked for, then that month's days. Who
-- rolls holds the mark, so nobody else writes here.
create table balance_month (
    legal_entity_id   text not null,
    account_id        text not null,
    currency          char(3) not null,
    purpose           text not null,
    month             date not null,
    debit_minor       bigint not null,
    credit_minor      bigint not null,
    primary key (legal_entity_id, account_id, currency, purpose, month)
);

insert into balance_month (legal_entity_id, account_id, currency, purpose, month, debit_minor, credit_minor)
select legal_entity_id, account_id, currency, purpose, date_trunc('month', posting_date::timestamp)::date, sum(debit_minor), sum(credit_minor)
from balance_roll group by 1, 2, 3, 4, 5;

-- What is not rolled up yet. It is little, whatever the planner believes, so its way is fixed: entries by their writing, then their postings.
create function unrolled_postings(entity text, as_of date, known timestamptz)
returns table (account_id text, currency char(3), purpose text, posting_date date, debit_minor bigint, credit_minor bigint)
language sql stable
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set max_parallel_workers_per_gather = 0 as $$
    select p.account_id, p.currency, e.purpose, e.posting_date,
           case p.side when 'DEBIT' then p.amount_minor else 0 end, case p.side when 'CREDIT' then p.amount_minor else 0 end
    from journal_entry e join posting p on p.entry_id = e.id
    where e.written_in >= (select mark from balance_mark)
      and (entity is null or e.legal_entity_id = entity) and (as_of is null or e.posting_date <= as_of) and (known is null or e.recorded_at <= known)
$$;

-- What was recorded between two moments of one hour and is rolled up, so that the hour can be cut.
create function postings_recorded(entity text, as_of date, since timestamptz, until timestamptz)
returns table (account_id text, currency char(3), purpose text, posting_date date, debit_minor bigint, credit_minor bigint)
language sql stable
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set max_parallel_workers_per_gather = 0 as $$
    select p.account_id, p.currency, e.purpose, e.posting_date,
           case p.side when 'DEBIT' then p.amount_minor else 0 end, case p.side when 'CREDIT' then p.amount_minor else 0 end
    from journal_entry e join posting p on p.entry_id = e.id
    where e.recorded_at >= since and e.recorded_at <= until and e.written_in < (select mark from balance_mark)
      and (entity is null or e.legal_entity_id = entity) and (as_of is null or e.posting_date <= as_of)
$$;
