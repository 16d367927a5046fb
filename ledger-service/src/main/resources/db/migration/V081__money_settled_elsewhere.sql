-- Money that was presented in one currency and settled in another: what is kept of it, after the fee, in the currency in which it is kept.
alter table cash_receipt
    add column settled_minor    bigint,
    add column settled_currency char(3),
    add check ((settled_minor is null) = (settled_currency is null));

create or replace view subledger_of_events as
    select 'RECEIVABLES' as control_kind, invoice_id as item_id, legal_entity_id, customer_id, currency, amount_minor - credit_minor as minor,
           issue_date as effective_date, recorded_at, source_position, 'invoice' as what, source_event_id as event_id
    from open_item
  union all
    select 'TAX_PAYABLE', invoice_id, legal_entity_id, customer_id, currency, tax_minor, issue_date, recorded_at, source_position, 'invoice',
           source_event_id
    from open_item where tax_minor <> 0
  union all
    select 'RECEIVABLES', invoice_id, legal_entity_id, customer_id, currency, -amount_minor - let_go_minor, effective_date, recorded_at,
           source_position, 'payment', source_event_id
    from cash_application
  union all
    select 'UNAPPLIED_CASH', payment_id, legal_entity_id, customer_id, currency, -amount_minor, effective_date, recorded_at, source_position,
           'application', source_event_id
    from cash_application where from_unapplied
  union all
    select 'UNAPPLIED_CASH', payment_id, legal_entity_id, customer_id, currency, unapplied_minor, value_date, recorded_at, source_position,
           'payment', source_event_id
    from cash_receipt where unapplied_minor <> 0
  union all
    select 'CASH_CLEARING', payment_id, legal_entity_id, customer_id, coalesce(settled_currency, currency),
           coalesce(settled_minor, amount_minor - fee_minor), value_date, recorded_at, source_position, 'payment', source_event_id
    from cash_receipt c
    where is_cleared(c.legal_entity_id, c.channel, c.value_date)
  union all
    select control_kind, item_id, legal_entity_id, customer_id, currency, minor, effective_date, recorded_at, source_position, source_type,
           event_id
    from control_movement
    where control_kind <> 'CASH_CLEARING' or is_cleared(legal_entity_id, channel, effective_date);
