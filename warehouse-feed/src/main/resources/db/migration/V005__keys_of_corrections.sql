-- Credit memos, refunds, disputes and credit of a customer are found in timelines by their own ids and numbers, too.
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
