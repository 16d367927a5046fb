-- Facts: what the events say, as rows. Each fact table has a twin view that derives the same rows from the archive; loading,
-- rebuilding and checking are all "the rows of the view between two positions", so they cannot disagree.

-- Decimals of a currency (ISO 4217).
create function minor_digits(currency text) returns int language sql immutable parallel safe as $$
    select case
        when currency in ('BIF','CLP','DJF','GNF','ISK','JPY','KMF','KRW','PYG','RWF','UGX','UYI','VND','VUV','XAF','XOF','XPF') then 0
        when currency in ('BHD','IQD','JOD','KWD','LYD','OMR','TND') then 3
        else 2 end
$$;

-- {"amount":"249.95","currency":"USD"} as 24995. Anything but exactly the currency's decimals is refused, never rounded.
create function minor_units(money jsonb) returns bigint language plpgsql immutable parallel safe as $$
declare
    amount text := money ->> 'amount';
    digits int  := minor_digits(money ->> 'currency');
begin
    if money is null or jsonb_typeof(money) = 'null' then
        return null;
    end if;
    if amount is null or amount !~ (case digits when 0 then '^-?\d+$' else '^-?\d+\.\d{' || digits || '}$' end) then
        raise exception 'not an amount of money: %', money using errcode = 'invalid_text_representation';
    end if;
    return replace(amount, '.', '')::bigint;
end $$;

create function amount_text(minor bigint, currency text) returns text language sql immutable parallel safe as $$
    select round(minor / power(10::numeric, minor_digits(currency)), minor_digits(currency))::text
$$;

-- Bookings: the lines of accepted orders.
create table booking_fact (
    archive_position  bigint not null,
    event_id          uuid   not null,
    source_position   bigint,
    line_number       int    not null,
    line_id           uuid   not null,
    order_id          uuid   not null,
    order_number      text   not null,
    contract_id       uuid,
    customer_id       uuid,
    channel           text,
    legal_entity      text   not null,
    currency          text   not null,
    product_id        text   not null,
    plan_id           text,
    revenue_treatment text,
    amount_minor      bigint not null,
    booked_on         date   not null,
    start_date        date,
    end_date          date,
    primary key (event_id, line_number)
);
create index booking_by_position on booking_fact (archive_position);

create view booking_of_event as
select e.position                          as archive_position,
       e.event_id,
       e.source_position,
       (l ->> 'lineNumber')::int           as line_number,
       (l ->> 'lineId')::uuid              as line_id,
       (e.body ->> 'orderId')::uuid        as order_id,
       e.body ->> 'orderNumber'            as order_number,
       (e.body ->> 'contractId')::uuid     as contract_id,
       (e.body ->> 'customerId')::uuid     as customer_id,
       e.body ->> 'channel'                as channel,
       e.body ->> 'legalEntityId'          as legal_entity,
       e.body ->> 'currency'               as currency,
       l ->> 'productId'                   as product_id,
       l ->> 'planId'                      as plan_id,
       l ->> 'revenueTreatment'            as revenue_treatment,
       minor_units(l -> 'lineTotal')       as amount_minor,
       (e.body ->> 'orderDate')::date      as booked_on,
       (l ->> 'startDate')::date           as start_date,
       (l ->> 'endDate')::date             as end_date
from readable_event e
cross join lateral jsonb_array_elements(e.body -> 'lines') l
where e.type = 'io.counterfoil.order.order.accepted.v1';

-- Billings: the lines of issued invoices with their tax, and what else makes up the payable amount. They add up to it.
create table billing_fact (
    archive_position  bigint not null,
    event_id          uuid   not null,
    source_position   bigint,
    component         text   not null check (component in ('LINE', 'PREPAID', 'ROUNDING')),
    line_number       int    not null,
    invoice_id        uuid   not null,
    invoice_number    text   not null,
    order_id          uuid,
    order_number      text,
    contract_id       uuid,
    customer_id       uuid,
    subscription_id   uuid,
    legal_entity      text   not null,
    currency          text   not null,
    product_id        text,
    revenue_treatment text,
    tax_category      text,
    tax_rate          numeric,
    tax_jurisdiction  text,
    net_minor         bigint not null,
    tax_minor         bigint not null,
    issued_on         date   not null,
    due_on            date,
    period_start      date,
    period_end        date,
    primary key (event_id, component, line_number)
);
create index billing_by_position on billing_fact (archive_position);
create index billing_by_invoice on billing_fact (invoice_id);

create view billing_of_event as
select e.position                                  as archive_position,
       e.event_id,
       e.source_position,
       p.component,
       p.line_number,
       (e.body ->> 'invoiceId')::uuid              as invoice_id,
       e.body ->> 'invoiceNumber'                  as invoice_number,
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
    union all
    select 'PREPAID', 0, null, -minor_units(e.body -> 'prepaidAmount'), 0
    where minor_units(e.body -> 'prepaidAmount') <> 0
    union all
    select 'ROUNDING', 0, null, minor_units(e.body -> 'payableRoundingAmount'), 0
    where minor_units(e.body -> 'payableRoundingAmount') <> 0
) p
where e.type = 'io.counterfoil.billing.invoice.issued.v1';

-- Cash: settled payments, and what of them was applied to which invoice. An application is told twice (inside its payment
-- and by payment.applied); it is taken from where its money moved: from the payment, or later out of unapplied cash.
create table cash_fact (
    archive_position bigint not null,
    event_id         uuid   not null,
    source_position  bigint,
    kind             text   not null check (kind in ('PAYMENT', 'APPLICATION')),
    document_id      uuid   not null,
    payment_id       uuid   not null,
    reference        text,
    invoice_id       uuid,
    invoice_number   text,
    customer_id      uuid,
    channel          text,
    legal_entity     text   not null,
    currency         text   not null,
    amount_minor     bigint not null,
    fee_minor        bigint,
    value_date       date,
    primary key (event_id, kind, document_id)
);
create index cash_by_position on cash_fact (archive_position);

create view cash_of_event as
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
where e.type = 'io.counterfoil.billing.payment.applied.v1' and (e.body ->> 'fromUnapplied')::boolean;

-- Revenue: what was recognised, by performance obligation and period.
create table revenue_fact (
    archive_position          bigint not null,
    event_id                  uuid   not null,
    source_position           bigint,
    entry_id                  uuid,
    run_id                    uuid,
    performance_obligation_id uuid,
    contract_id               uuid,
    invoice_id                uuid,
    invoice_line_id           uuid,
    customer_id               uuid,
    product_id                text,
    legal_entity              text   not null,
    currency                  text   not null,
    amount_minor              bigint not null,
    remaining_deferred_minor  bigint,
    period_start              date,
    period_end                date,
    through_date              date   not null,
    primary key (event_id)
);
create index revenue_by_position on revenue_fact (archive_position);

create view revenue_of_event as
select e.position                                      as archive_position,
       e.event_id,
       e.source_position,
       (e.body ->> 'entryId')::uuid                    as entry_id,
       (e.body ->> 'runId')::uuid                      as run_id,
       (e.body ->> 'performanceObligationId')::uuid    as performance_obligation_id,
       (e.body ->> 'contractId')::uuid                 as contract_id,
       (e.body ->> 'invoiceId')::uuid                  as invoice_id,
       (e.body ->> 'invoiceLineId')::uuid              as invoice_line_id,
       (e.body ->> 'customerId')::uuid                 as customer_id,
       e.body ->> 'productId'                          as product_id,
       e.body ->> 'legalEntityId'                      as legal_entity,
       e.body ->> 'currency'                           as currency,
       minor_units(e.body -> 'amount')                 as amount_minor,
       minor_units(e.body -> 'remainingDeferred')      as remaining_deferred_minor,
       (e.body ->> 'periodStart')::date                as period_start,
       (e.body ->> 'periodEnd')::date                  as period_end,
       (e.body ->> 'throughDate')::date                as through_date
from readable_event e
where e.type = 'io.counterfoil.ledger.revenue.recognised.v1';

-- Journal: the postings of posted entries. cause_position is the position of the event that the entry answers, in its
-- producer's history: the key for comparing the ledger with the others at one position.
create table journal_fact (
    archive_position bigint not null,
    event_id         uuid   not null,
    source_position  bigint,
    line_number      int    not null,
    entry_id         uuid   not null,
    entry_number     text   not null,
    purpose          text   not null,
    cause_event_id   uuid,
    cause_type       text,
    cause_position   bigint,
    document_type    text,
    document_id      text,
    document_number  text,
    order_id         uuid,
    contract_id      uuid,
    customer_id      uuid,
    legal_entity     text   not null,
    currency         text   not null,
    account          text   not null,
    side             text   not null check (side in ('DEBIT', 'CREDIT')),
    amount_minor     bigint not null,
    functional_minor bigint,
    effective_on     date   not null,
    posted_on        date   not null,
    primary key (event_id, line_number)
);
create index journal_by_position on journal_fact (archive_position);

create view journal_of_event as
select e.position                               as archive_position,
       e.event_id,
       e.source_position,
       (p ->> 'lineNumber')::int                as line_number,
       (e.body ->> 'entryId')::uuid             as entry_id,
       e.body ->> 'entryNumber'                 as entry_number,
       e.body ->> 'purpose'                     as purpose,
       (e.body ->> 'sourceEventId')::uuid       as cause_event_id,
       e.body ->> 'sourceType'                  as cause_type,
       (e.body ->> 'sourcePosition')::bigint    as cause_position,
       e.body ->> 'documentType'                as document_type,
       e.body ->> 'documentId'                  as document_id,
       e.body ->> 'documentNumber'              as document_number,
       (e.body ->> 'orderId')::uuid             as order_id,
       (e.body ->> 'contractId')::uuid          as contract_id,
       (e.body ->> 'customerId')::uuid          as customer_id,
       e.body ->> 'legalEntityId'               as legal_entity,
       e.body ->> 'currency'                    as currency,
       p ->> 'account'                          as account,
       p ->> 'side'                             as side,
       minor_units(p -> 'amount')               as amount_minor,
       minor_units(p -> 'functionalAmount')     as functional_minor,
       (e.body ->> 'effectiveDate')::date       as effective_on,
       (e.body ->> 'postingDate')::date         as posted_on
from readable_event e
cross join lateral jsonb_array_elements(e.body -> 'postings') p
where e.type = 'io.counterfoil.ledger.journal.posted.v1';
