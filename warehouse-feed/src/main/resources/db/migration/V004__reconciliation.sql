-- Reconciliation: runs, what each side counted, and the drift that was found, by document.
create table reconciliation_run (
    run_id             uuid        primary key,
    seq                bigint      generated always as identity unique,
    trigger            text        not null check (trigger in ('REQUESTED', 'CONTINUOUS')),
    requested_by       text,
    position           bigint      not null,
    billing_position   bigint      not null,
    ledger_position    bigint      not null,
    warehouse_position bigint      not null,
    archive_position   bigint      not null,
    archive_documents  bigint      not null,
    documents_compared bigint      not null,
    drift_documents    bigint      not null,
    started_at         timestamptz not null,
    completed_at       timestamptz not null,
    confirmed_at       timestamptz not null
);

create table reconciliation_total (
    run_id       uuid   not null references reconciliation_run,
    side         text   not null,
    kind         text   not null,
    legal_entity text   not null,
    currency     text   not null,
    documents    bigint not null,
    amount_minor bigint not null,
    digest       text   not null,
    primary key (run_id, side, kind, legal_entity, currency)
);

create table drift (
    drift_id          uuid        primary key,
    pair              text        not null,
    kind              text        not null,
    document_id       text        not null,
    document_number   text,
    legal_entity      text        not null,
    currency          text        not null,
    left_minor        bigint,
    right_minor       bigint,
    position          bigint      not null,
    archive_position  bigint,
    detected_by       uuid        not null references reconciliation_run,
    detected_at       timestamptz not null,
    resolved_by       uuid        references reconciliation_run,
    resolved_at       timestamptz,
    check ((resolved_by is null) = (resolved_at is null))
);
-- One open item per document and pair, however often it is seen.
create unique index drift_open on drift (pair, kind, document_id, legal_entity, currency) where resolved_at is null;
create index drift_by_run on drift (detected_by);

-- The facts and the archive, one row per event and fact table: equal in count, amount and every column, or a fact was lost
-- or touched after it was loaded.
create view fact_summary as
select 'BOOKING' as kind, archive_position, event_id, order_id::text as document_id, order_number as document_number,
       legal_entity, currency, count(*) as facts, sum(amount_minor)::bigint as amount_minor,
       md5(string_agg(f::text, ',' order by line_number)) as digest
from booking_fact f group by archive_position, event_id, order_id, order_number, legal_entity, currency
union all
select 'BILLING', archive_position, event_id, invoice_id::text, invoice_number,
       legal_entity, currency, count(*), sum(net_minor + tax_minor)::bigint,
       md5(string_agg(f::text, ',' order by component, line_number))
from billing_fact f group by archive_position, event_id, invoice_id, invoice_number, legal_entity, currency
union all
select 'CASH', archive_position, event_id, document_id::text, reference,
       legal_entity, currency, count(*), sum(amount_minor)::bigint,
       md5(string_agg(f::text, ','))
from cash_fact f group by archive_position, event_id, kind, document_id, reference, legal_entity, currency
union all
select 'REVENUE', archive_position, event_id, coalesce(entry_id, event_id)::text, null,
       legal_entity, currency, count(*), sum(amount_minor)::bigint,
       md5(string_agg(f::text, ','))
from revenue_fact f group by archive_position, event_id, entry_id, legal_entity, currency
union all
select 'JOURNAL', archive_position, event_id, entry_id::text, entry_number,
       legal_entity, currency, count(*), sum(case side when 'DEBIT' then amount_minor else 0 end)::bigint,
       md5(string_agg(f::text, ',' order by line_number))
from journal_fact f group by archive_position, event_id, entry_id, entry_number, legal_entity, currency;

create view archive_summary as
select 'BOOKING' as kind, archive_position, event_id, order_id::text as document_id, order_number as document_number,
       legal_entity, currency, count(*) as facts, sum(amount_minor)::bigint as amount_minor,
       md5(string_agg(f::text, ',' order by line_number)) as digest
from booking_of_event f group by archive_position, event_id, order_id, order_number, legal_entity, currency
union all
select 'BILLING', archive_position, event_id, invoice_id::text, invoice_number,
       legal_entity, currency, count(*), sum(net_minor + tax_minor)::bigint,
       md5(string_agg(f::text, ',' order by component, line_number))
from billing_of_event f group by archive_position, event_id, invoice_id, invoice_number, legal_entity, currency
union all
select 'CASH', archive_position, event_id, document_id::text, reference,
       legal_entity, currency, count(*), sum(amount_minor)::bigint,
       md5(string_agg(f::text, ','))
from cash_of_event f group by archive_position, event_id, kind, document_id, reference, legal_entity, currency
union all
select 'REVENUE', archive_position, event_id, coalesce(entry_id, event_id)::text, null,
       legal_entity, currency, count(*), sum(amount_minor)::bigint,
       md5(string_agg(f::text, ','))
from revenue_of_event f group by archive_position, event_id, entry_id, legal_entity, currency
union all
select 'JOURNAL', archive_position, event_id, entry_id::text, entry_number,
       legal_entity, currency, count(*), sum(case side when 'DEBIT' then amount_minor else 0 end)::bigint,
       md5(string_agg(f::text, ',' order by line_number))
from journal_of_event f group by archive_position, event_id, entry_id, entry_number, legal_entity, currency;
