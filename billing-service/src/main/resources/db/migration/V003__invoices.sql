create table invoice (
    invoice_id            uuid primary key,
    invoice_number        text not null unique,
    legal_entity_id       text not null references legal_entity,
    series                text not null,
    document_type_code    text not null,
    issue_date            date not null,
    tax_point_date        date not null,
    due_date              date not null check (due_date >= issue_date),
    order_id              uuid not null references agreement,
    order_number          text not null,
    contract_id           uuid not null,
    contract_version      integer not null,
    customer_id           uuid not null,
    bill_to               jsonb not null,
    currency              text not null,
    purchase_order        text,
    net_minor             bigint not null,
    tax_minor             bigint not null,
    prepaid_minor         bigint not null default 0,
    rounding_minor        bigint not null default 0,
    payable_minor         bigint not null,
    open_minor            bigint not null,
    state                 text not null check (state in ('ISSUED', 'PARTIALLY_PAID', 'PAID')),
    effective_at          timestamptz not null,
    correlation_id        text not null,
    issued_event_id       uuid not null unique,
    version               integer not null,
    check (payable_minor = net_minor + tax_minor - prepaid_minor + rounding_minor),
    check (open_minor between least(0, payable_minor) and greatest(0, payable_minor)),
    check ((state = 'PAID') = (open_minor = 0))
);
create index on invoice (customer_id, currency, due_date) where open_minor <> 0;
create index on invoice (order_id);

create table invoice_line (
    line_id                   uuid primary key,
    invoice_id                uuid not null references invoice,
    line_number               integer not null,
    type                      text not null check (type in ('RECURRING', 'ONE_TIME')),
    order_charge_id           uuid not null references order_charge,
    subscription_id           uuid,
    order_line_id             uuid not null,
    product_id                text not null,
    description               text not null,
    plan_id                   text not null,
    price_id                  text not null,
    charge_id                 text not null,
    performance_obligation_id uuid not null,
    revenue_treatment         text not null,
    period_start              date,
    period_end                date check (period_end > period_start),
    quantity                  numeric not null,
    unit_price                numeric not null,
    base_quantity             numeric not null,
    net_minor                 bigint not null,
    tax_category              text not null,
    tax_rate                  numeric not null,
    tax_jurisdiction          text not null,
    tax_minor                 bigint not null,
    unique (invoice_id, line_number),
    check ((period_start is null) = (period_end is null))
);

-- No item twice: one subscription (or order line), charge and service period is billed once.
create unique index invoice_line_item on invoice_line (order_line_id, charge_id, coalesce(period_start, '-infinity'::date));

create table invoice_tax (
    invoice_id            uuid not null references invoice,
    subtotal_number       integer not null,
    category              text not null,
    rate                  numeric not null,
    jurisdiction          text not null,
    taxable_minor         bigint not null,
    tax_minor             bigint not null,
    exemption_reason_code text,
    exemption_reason      text,
    source                text not null,
    primary key (invoice_id, subtotal_number),
    check (category not in ('E', 'AE', 'O') or exemption_reason_code is not null)
);

-- An issued invoice is immutable: only what is open on it, and so its state, may move.
create function refuse_change_of_issued_invoice() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'invoice' then
        if to_jsonb(new) - array['open_minor', 'state', 'version'] = to_jsonb(old) - array['open_minor', 'state', 'version'] then
            return new;
        end if;
    end if;
    raise exception 'an issued invoice is immutable: % on % refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger issued_is_immutable before update or delete on invoice
    for each row execute function refuse_change_of_issued_invoice();
create trigger issued_is_immutable before update or delete on invoice_line
    for each row execute function refuse_change_of_issued_invoice();
create trigger issued_is_immutable before update or delete on invoice_tax
    for each row execute function refuse_change_of_issued_invoice();

-- The header is the sum of its lines and of its tax subtotals; asserted once, at the commit of the issue.
create function assert_invoice_adds_up() returns trigger language plpgsql as $$
declare
    lines record;
    taxes bigint;
begin
    select coalesce(sum(net_minor), 0) net, coalesce(sum(tax_minor), 0) tax into lines
      from invoice_line where invoice_id = new.invoice_id;
    select coalesce(sum(tax_minor), 0) into taxes from invoice_tax where invoice_id = new.invoice_id;
    if lines.net <> new.net_minor or lines.tax <> new.tax_minor or taxes <> new.tax_minor then
        raise exception 'invoice % does not add up', new.invoice_number using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create constraint trigger invoice_adds_up after insert on invoice
    deferrable initially deferred for each row execute function assert_invoice_adds_up();
