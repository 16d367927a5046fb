-- What of an invoice is tax, and what credit paid of it at the issue; what of a receipt was applied to nothing; what was let go of an
-- invoice beside the cash (discount, small difference).
alter table open_item
    add column tax_minor    bigint not null default 0,
    add column credit_minor bigint not null default 0,
    add column recorded_at  timestamptz not null default now();
alter table cash_receipt
    add column unapplied_minor bigint not null default 0,
    add column fee_minor       bigint not null default 0,
    add column recorded_at     timestamptz not null default now();
alter table cash_application
    add column let_go_minor bigint not null default 0,
    add column recorded_at  timestamptz not null default now();

-- Everything else that moves a sub-ledger: what it moves, by which event, on which side it grows.
create table control_movement (
    event_id        uuid not null,
    line_number     int not null check (line_number > 0),
    control_kind    text not null check (control_kind ~ '^[A-Z_]{3,40}$'),
    item_id         uuid not null,
    legal_entity_id text not null references legal_entity,
    customer_id     uuid,
    currency        char(3) not null,
    minor           bigint not null,
    effective_date  date not null,
    source_type     text not null,
    source_position bigint not null,
    recorded_at     timestamptz not null,
    primary key (event_id, line_number)
);

create index control_movement_by_item on control_movement (item_id, control_kind);
create index control_movement_by_customer on control_movement (customer_id) where customer_id is not null;
create trigger control_movement_is_kept before update or delete or truncate on control_movement
    for each statement execute function refuse_change();

-- Documents that take something back, with the amounts by which billing knows them.
create table reversing_document (
    event_id        uuid primary key,
    kind            text not null check (kind in ('CREDIT_MEMO', 'REFUND', 'VOID', 'WRITE_OFF', 'CHARGEBACK')),
    document_id     uuid not null,
    document_number text,
    legal_entity_id text not null references legal_entity,
    customer_id     uuid,
    currency        char(3) not null,
    amount_minor    bigint not null,
    effective_date  date not null,
    source_position bigint not null,
    recorded_at     timestamptz not null
);

create index reversing_document_by_position on reversing_document (source_position);
create unique index reversing_document_told_once on reversing_document (kind, document_id, (amount_minor < 0));
create trigger reversing_document_is_kept before update or delete or truncate on reversing_document
    for each statement execute function refuse_change();

-- All sub-ledgers as one: what each item of each control account is, growing on the account's normal side. Cash in a channel outside the
-- gateway is not on its way to us: the rule of payments says which channels are.
create view subledger as
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
    where 'CASH_CLEARING' = (
        select a.control_kind
        from posting_rule r join posting_rule_line l on l.rule_id = r.id and l.rule_version = r.version join account a on a.id = l.debit_account
        where r.legal_entity_id = c.legal_entity_id and r.purpose = 'PAYMENT' and l.item = 'APPLICATION'
          and (l.payment_channel = c.channel or l.payment_channel is null)
          and r.valid_from <= c.value_date and (r.valid_to is null or r.valid_to > c.value_date)
        order by r.valid_from desc, r.version desc, l.payment_channel nulls last limit 1)
  union all
    select control_kind, item_id, legal_entity_id, customer_id, currency, minor, effective_date, recorded_at, source_position, source_type,
           event_id
    from control_movement;
