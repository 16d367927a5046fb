-- Credit memos are billings below zero; refunds and chargebacks are cash that went away. All are found in timelines.
alter table billing_fact drop constraint billing_fact_component_check;
alter table billing_fact add check (component in ('LINE', 'ALLOWANCE', 'PREPAID', 'ROUNDING', 'CREDIT_MEMO'));
alter table cash_fact drop constraint cash_fact_kind_check;
alter table cash_fact add check (kind in ('PAYMENT', 'APPLICATION', 'REFUND', 'CHARGEBACK'));
alter table cash_fact alter column payment_id drop not null;

create or replace view billing_of_event as
select e.position                                  as archive_position,
       e.event_id,
       e.source_position,
       p.component,
       p.line_number,
       coalesce(e.body ->> 'invoiceId', e.body ->> 'creditMemoId')::uuid as invoice_id,
       coalesce(e.body ->> 'invoiceNumber', e.body ->> 'creditMemoNumber') as invoice_number,
       (e.body ->> 'orderId')::uuid                as order_id,
       e.body ->> 'orderNumber'                    as order_number,
       (e.body ->> 'contractId')::uuid             as contract_id,
       (e.body ->> 'customerId')::uuid             as customer_id,
       (p.line ->> 'subscriptionId')::uuid         as subscription_id,
       e.body ->> 'legalEntityId'                  as legal_entity,
       e.body ->> 'currency'                       as currency,
       p.line ->> 'productId'                      as product_id,
       p.line ->> 'revenueTreatment'               as revenue_treatment,
       p.line ->> 'taxCategoryCode'                as tax_category,
       (p.line ->> 'taxRate')::numeric             as tax_rate,
       p.line ->> 'taxJurisdiction'                as tax_jurisdiction,
       p.net_minor,
       p.tax_minor,
       (e.body ->> 'issueDate')::date              as issued_on,
       (e.body ->> 'dueDate')::date                as due_on,
       (p.line -> 'servicePeriod' ->> 'start')::date as period_start,
       (p.line -> 'servicePeriod' ->> 'end')::date as period_end
from readable_event e
cross join lateral (
    select 'LINE' as component, (l ->> 'lineNumber')::int as line_number, l as line,
           minor_units(l -> 'lineNetAmount') as net_minor, coalesce(minor_units(l -> 'taxAmount'), 0) as tax_minor
    from jsonb_array_elements(e.body -> 'lines') l
    where e.type = 'io.counterfoil.billing.invoice.issued.v1'
    union all
    select 'CREDIT_MEMO', (l ->> 'lineNumber')::int, l, -minor_units(l -> 'lineNetAmount'), -coalesce(minor_units(l -> 'taxAmount'), 0)
    from jsonb_array_elements(e.body -> 'lines') l
    where e.type = 'io.counterfoil.billing.creditmemo.issued.v1'
    union all
    select 'ALLOWANCE', a.number::int, a.line, minor_units(a.line -> 'amount'), coalesce(minor_units(a.line -> 'taxAmount'), 0)
    from jsonb_array_elements(case jsonb_typeof(e.body -> 'allowancesCharges') when 'array' then e.body -> 'allowancesCharges'
                                                                              else '[]' end) with ordinality a (line, number)
    union all
    select 'PREPAID', 0, null, -minor_units(e.body -> 'prepaidAmount'), 0
    where minor_units(e.body -> 'prepaidAmount') <> 0
    union all
    select 'ROUNDING', 0, null, minor_units(e.body -> 'payableRoundingAmount'), 0
    where minor_units(e.body -> 'payableRoundingAmount') <> 0
) p
where e.type in ('io.counterfoil.billing.invoice.issued.v1', 'io.counterfoil.billing.creditmemo.issued.v1');

create or replace view cash_of_event as
select e.position as archive_position, e.event_id, e.source_position, 'PAYMENT' as kind,
       (e.body ->> 'paymentId')::uuid as document_id, (e.body ->> 'paymentId')::uuid as payment_id,
       e.body ->> 'gatewayReference' as reference, null::uuid as invoice_id, null as invoice_number,
       (e.body ->> 'customerId')::uuid as customer_id, e.body ->> 'channel' as channel,
       e.body ->> 'legalEntityId' as legal_entity, e.body ->> 'currency' as currency,
       minor_units(e.body -> 'amount') as amount_minor, minor_units(e.body -> 'fee') as fee_minor,
       (e.body ->> 'valueDate')::date as value_date
from readable_event e
where e.type = 'io.counterfoil.billing.payment.settled.v1'
union all
select e.position, e.event_id, e.source_position, 'APPLICATION',
       (a ->> 'applicationId')::uuid, (e.body ->> 'paymentId')::uuid,
       e.body ->> 'gatewayReference', (a ->> 'invoiceId')::uuid, a ->> 'invoiceNumber',
       (e.body ->> 'customerId')::uuid, e.body ->> 'channel',
       e.body ->> 'legalEntityId', e.body ->> 'currency',
       minor_units(a -> 'amount'), null, (e.body ->> 'valueDate')::date
from readable_event e
cross join lateral jsonb_array_elements(e.body -> 'applications') a
where e.type = 'io.counterfoil.billing.payment.settled.v1'
union all
select e.position, e.event_id, e.source_position, 'APPLICATION',
       (e.body ->> 'applicationId')::uuid, (e.body ->> 'paymentId')::uuid,
       null, (e.body ->> 'invoiceId')::uuid, e.body ->> 'invoiceNumber',
       (e.body ->> 'customerId')::uuid, null,
       e.body ->> 'legalEntityId', e.body ->> 'currency',
       minor_units(e.body -> 'amount'), null, (e.body ->> 'effectiveAt')::timestamptz::date
from readable_event e
where e.type = 'io.counterfoil.billing.payment.applied.v1' and (e.body ->> 'fromUnapplied')::boolean
union all
select e.position, e.event_id, e.source_position, 'REFUND',
       (e.body ->> 'refundId')::uuid, (e.body ->> 'paymentId')::uuid,
       e.body ->> 'gatewayReference', (e.body ->> 'invoiceId')::uuid, null,
       (e.body ->> 'customerId')::uuid, e.body ->> 'channel',
       e.body ->> 'legalEntityId', e.body ->> 'currency',
       minor_units(e.body -> 'amount'), null, (e.body ->> 'valueDate')::date
from readable_event e
where e.type = 'io.counterfoil.billing.refund.paid.v1'
union all
select e.position, e.event_id, e.source_position, 'CHARGEBACK',
       (e.body ->> 'disputeId')::uuid, (e.body ->> 'paymentId')::uuid,
       e.body ->> 'gatewayReference', (e.body ->> 'invoiceId')::uuid, null,
       (e.body ->> 'customerId')::uuid, e.body ->> 'channel',
       e.body ->> 'legalEntityId', e.body ->> 'currency',
       minor_units(e.body -> 'amount'), null, (e.body ->> 'effectiveDate')::date
from readable_event e
where e.type = 'io.counterfoil.billing.payment.disputed.v1';

create or replace view correlation_key_of_event as
select distinct on (k.key, e.position) k.key, e.position as archive_position, k.kind
from readable_event e
cross join lateral (
    values (e.body ->> 'orderId', 'ORDER'),
           (e.body ->> 'orderNumber', 'ORDER'),
           (e.body -> 'externalReference' ->> 'id', 'REFERENCE'),
           (e.body ->> 'contractId', 'CONTRACT'),
           (e.body ->> 'contractNumber', 'CONTRACT'),
           (e.body ->> 'subscriptionId', 'SUBSCRIPTION'),
           (e.body ->> 'subscriptionNumber', 'SUBSCRIPTION'),
           (e.body ->> 'invoiceId', 'INVOICE'),
           (e.body ->> 'invoiceNumber', 'INVOICE'),
           (e.body ->> 'paymentId', 'PAYMENT'),
           (e.body ->> 'gatewayReference', 'PAYMENT'),
           (e.body -> 'precedingInvoiceReference' ->> 'invoiceId', 'INVOICE'),
           (e.body ->> 'creditMemoId', 'DOCUMENT'),
           (e.body ->> 'creditMemoNumber', 'DOCUMENT'),
           (e.body ->> 'refundId', 'DOCUMENT'),
           (e.body ->> 'disputeId', 'DOCUMENT'),
           (e.body ->> 'creditId', 'DOCUMENT'),
           (e.body ->> 'entryNumber', 'ENTRY'),
           (case when e.body ->> 'documentType' in ('INVOICE', 'PAYMENT') then e.body ->> 'documentId' end, e.body ->> 'documentType'),
           (case when e.body ->> 'documentType' in ('INVOICE', 'PAYMENT') then e.body ->> 'documentNumber' end, e.body ->> 'documentType')
    union all
    select v.key, 'INVOICE'
    from jsonb_array_elements(case jsonb_typeof(e.body -> 'applications') when 'array' then e.body -> 'applications' else '[]' end) a
    cross join lateral (values (a ->> 'invoiceId'), (a ->> 'invoiceNumber')) v (key)
    where e.type = 'io.counterfoil.billing.payment.settled.v1'
) k (key, kind)
where k.key is not null
order by k.key, e.position, k.kind;
