create table credit_memo (
    credit_memo_id           uuid primary key,
    credit_memo_number       text unique,
    series                   text not null,
    legal_entity_id          text not null references legal_entity,
    invoice_id               uuid not null references invoice,
    customer_id              uuid not null,
    currency                 text not null,
    state                    text not null check (state in ('DRAFT', 'APPROVED', 'ISSUED', 'PARTIALLY_APPLIED', 'APPLIED', 'VOID',
                                                            'DISCARDED')),
    reason_code              text not null,
    reason                   text,
    requested_by             text not null,
    approved_by              text,
    net_minor                bigint not null,
    tax_minor                bigint not null,
    total_minor              bigint not null check (total_minor > 0 and total_minor = net_minor + tax_minor),
    to_invoice_minor         bigint not null check (to_invoice_minor >= 0),
    to_customer_credit_minor bigint not null check (to_customer_credit_minor >= 0),
    to_refund_minor          bigint not null check (to_refund_minor >= 0),
    external_minor           bigint not null check (external_minor >= 0),
    refunded_minor           bigint not null default 0 check (refunded_minor between 0 and to_refund_minor),
    open_minor               bigint not null,
    issue_date               date,
    effective_at             timestamptz not null,
    correlation_id           text not null,
    issued_event_id          uuid unique,
    voided_event_id          uuid unique,
    voided_on                date,
    policy_versions          jsonb not null,
    version                  integer not null,
    check (open_minor = total_minor - to_invoice_minor - to_customer_credit_minor - to_refund_minor - external_minor),
    check (open_minor >= 0),
    check ((credit_memo_number is null) = (state in ('DRAFT', 'APPROVED', 'DISCARDED')))
);
create index on credit_memo (invoice_id);
create index on credit_memo (customer_id);

create table credit_memo_application (
    application_id uuid primary key,
    credit_memo_id uuid   not null references credit_memo,
    target         text   not null check (target in ('INVOICE', 'CUSTOMER_CREDIT', 'REFUND', 'EXTERNAL')),
    target_id      uuid,
    amount_minor   bigint not null check (amount_minor <> 0),
    at_issue       boolean not null,
    effective_date date   not null,
    effective_at   timestamptz not null
);
create index on credit_memo_application (credit_memo_id);

-- An issued credit memo is immutable: only its use and its void move it.
create function refuse_change_of_credit_memo() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        raise exception 'a credit memo is never deleted' using errcode = 'integrity_constraint_violation';
    end if;
    if old.credit_memo_number is not null
       and (new.credit_memo_number, new.net_minor, new.tax_minor, new.issue_date, new.invoice_id, new.currency)
           is distinct from (old.credit_memo_number, old.net_minor, old.tax_minor, old.issue_date, old.invoice_id, old.currency) then
        raise exception 'an issued credit memo is immutable' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger issued_memo_is_immutable before update or delete on credit_memo
    for each row execute function refuse_change_of_credit_memo();

-- All memos of an invoice that count are never more than it, and each is the sum of its lines.
create function assert_memos_within_invoice() returns trigger language plpgsql as $$
declare
    memos bigint;
    whole record;
    lines record;
begin
    select coalesce(sum(total_minor), 0) into memos from credit_memo
     where invoice_id = new.invoice_id and state not in ('VOID', 'DISCARDED');
    select net_minor + tax_minor as total, invoice_number into whole from invoice where invoice_id = new.invoice_id;
    if memos > whole.total then
        raise exception 'credit memos exceed invoice %', whole.invoice_number using errcode = 'integrity_constraint_violation';
    end if;
    select coalesce(sum(net_minor), 0) net, coalesce(sum(tax_minor), 0) tax into lines
      from line_reversal where caused_by = new.credit_memo_id;
    if lines.net <> new.net_minor or lines.tax <> new.tax_minor then
        raise exception 'credit memo % does not add up', new.credit_memo_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger memos_within_invoice after insert or update on credit_memo
    deferrable initially deferred for each row execute function assert_memos_within_invoice();
