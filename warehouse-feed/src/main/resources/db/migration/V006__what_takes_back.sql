-- What takes back, or gives up: credit memos, refunds, voids, write-offs, chargebacks. What takes one of them back is below zero.
create table reversal_fact (
    archive_position bigint not null,
    event_id         uuid   not null,
    source_position  bigint,
    kind             text   not null check (kind in ('CREDIT_MEMO', 'REFUND', 'VOID', 'WRITE_OFF', 'CHARGEBACK')),
    document_id      uuid   not null,
    document_number  text,
    invoice_id       uuid,
    payment_id       uuid,
    customer_id      uuid,
    reason_code      text,
    legal_entity     text   not null,
    currency         text   not null,
    amount_minor     bigint not null,
    effective_on     date,
    primary key (event_id)
);
create index reversal_by_position on reversal_fact (archive_position);

create view reversal_of_event as
select e.position as archive_position, e.event_id, e.source_position, r.kind,
       (e.body ->> r.id_field)::uuid as document_id,
       e.body ->> r.number_field as document_number,
       coalesce(e.body ->> 'invoiceId', e.body -> 'precedingInvoiceReference' ->> 'invoiceId')::uuid as invoice_id,
       (e.body ->> 'paymentId')::uuid as payment_id,
       (e.body ->> 'customerId')::uuid as customer_id,
       e.body ->> 'reasonCode' as reason_code,
       e.body ->> 'legalEntityId' as legal_entity, e.body ->> 'currency' as currency,
       r.sign * minor_units(e.body -> r.amount_field) as amount_minor,
       coalesce(e.body ->> 'effectiveDate', e.body ->> 'issueDate', e.body ->> 'valueDate',
                (e.body ->> 'effectiveAt')::timestamptz::date::text)::date as effective_on
from readable_event e
join (values ('io.counterfoil.billing.creditmemo.issued.v1', 'CREDIT_MEMO', 'creditMemoId', 'creditMemoNumber', 'totalAmount', 1),
             ('io.counterfoil.billing.creditmemo.voided.v1', 'VOID', 'creditMemoId', 'creditMemoNumber', 'totalAmount', -1),
             ('io.counterfoil.billing.invoice.voided.v1', 'VOID', 'invoiceId', 'invoiceNumber', 'amount', 1),
             ('io.counterfoil.billing.invoice.written-off.v1', 'WRITE_OFF', 'invoiceId', 'invoiceNumber', 'amount', 1),
             ('io.counterfoil.billing.refund.paid.v1', 'REFUND', 'refundId', 'none', 'amount', 1),
             ('io.counterfoil.billing.payment.disputed.v1', 'CHARGEBACK', 'disputeId', 'none', 'amount', 1),
             ('io.counterfoil.billing.dispute.won.v1', 'CHARGEBACK', 'disputeId', 'none', 'amount', -1))
  as r (type, kind, id_field, number_field, amount_field, sign) on r.type = e.type;

insert into reversal_fact select * from reversal_of_event;

create or replace view fact_summary as
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
from journal_fact f group by archive_position, event_id, entry_id, entry_number, legal_entity, currency
union all
select 'REVERSAL', archive_position, event_id, document_id::text, coalesce(document_number, document_id::text),
       legal_entity, currency, count(*), sum(amount_minor)::bigint,
       md5(string_agg(f::text, ','))
from reversal_fact f group by archive_position, event_id, document_id, document_number, legal_entity, currency;

create or replace view archive_summary as
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
from journal_of_event f group by archive_position, event_id, entry_id, entry_number, legal_entity, currency
union all
select 'REVERSAL', archive_position, event_id, document_id::text, coalesce(document_number, document_id::text),
       legal_entity, currency, count(*), sum(amount_minor)::bigint,
       md5(string_agg(f::text, ','))
from reversal_of_event f group by archive_position, event_id, document_id, document_number, legal_entity, currency;
