-- Money of a channel outside the gateway is not on its way to us: the rule of payments says which channels are.
alter table control_movement add column channel text;

create function is_cleared(entity text, through text, day date) returns boolean language sql stable as $$
    select coalesce((
        select a.control_kind = 'CASH_CLEARING'
        from posting_rule r join posting_rule_line l on l.rule_id = r.id and l.rule_version = r.version join account a on a.id = l.debit_account
        where r.legal_entity_id = entity and r.purpose = 'PAYMENT' and l.item = 'APPLICATION'
          and (l.payment_channel = through or l.payment_channel is null)
          and r.valid_from <= day and (r.valid_to is null or r.valid_to > day)
        order by r.valid_from desc, r.version desc, l.payment_channel nulls last limit 1), false)
$$;

create or replace view subledger as
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
    select 'CASH_CLEARING', payment_id, legal_entity_id, customer_id, currency, amount_minor - fee_minor, value_date, recorded_at,
           source_position, 'payment', source_event_id
    from cash_receipt c
    where is_cleared(c.legal_entity_id, c.channel, c.value_date)
  union all
    select control_kind, item_id, legal_entity_id, customer_id, currency, minor, effective_date, recorded_at, source_position, source_type,
           event_id
    from control_movement
    where control_kind <> 'CASH_CLEARING' or is_cleared(legal_entity_id, channel, effective_date);
