-- An entry may have two transaction currencies, such as money that is presented in one and settled in another: each posting says its own.
create or replace view journal_of_event as
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
       p -> 'amount' ->> 'currency'            as currency,
       p ->> 'account'                          as account,
       p ->> 'side'                             as side,
       minor_units(p -> 'amount')               as amount_minor,
       minor_units(p -> 'functionalAmount')     as functional_minor,
       (e.body ->> 'effectiveDate')::date       as effective_on,
       (e.body ->> 'postingDate')::date         as posted_on
from readable_event e
cross join lateral jsonb_array_elements(e.body -> 'postings') p
where e.type = 'io.counterfoil.ledger.journal.posted.v1';
