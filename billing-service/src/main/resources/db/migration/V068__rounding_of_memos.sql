-- The memo that takes what is left of an invoice takes its payable rounding too, so that nothing stays open.
alter table credit_memo add column rounding_minor bigint not null default 0;
do $$
declare
    old text;
begin
    select conname into strict old from pg_constraint
     where conrelid = 'credit_memo'::regclass and pg_get_constraintdef(oid) like '%(net_minor + tax_minor)%';
    execute format('alter table credit_memo drop constraint %I', old);
end $$;
alter table credit_memo add constraint credit_memo_adds_up
    check (total_minor > 0 and total_minor = net_minor + tax_minor + rounding_minor);

create or replace function assert_memos_within_invoice() returns trigger language plpgsql as $$
declare
    memos bigint;
    whole record;
    lines record;
begin
    select coalesce(sum(net_minor + tax_minor), 0) into memos from credit_memo
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
