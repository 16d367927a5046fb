-- Everything that settles an invoice, or opens it again: cash, discounts, credit, memos, write-offs, a void. Appended once,
-- never changed; together they are what is not open any more.
create table invoice_settlement (
    settlement_id  uuid primary key,
    invoice_id     uuid   not null references invoice,
    kind           text   not null check (kind in ('CASH', 'DISCOUNT', 'DIFFERENCE', 'CUSTOMER_CREDIT', 'CREDIT_MEMO',
                                                   'WRITE_OFF', 'VOID', 'BALANCE')),
    amount_minor   bigint not null check (amount_minor <> 0),
    source_id      uuid   not null,
    effective_date date   not null,
    effective_at   timestamptz not null
);
create index on invoice_settlement (invoice_id);
create index on invoice_settlement (source_id);

alter table invoice add column credited_minor bigint not null default 0;
alter table invoice drop constraint invoice_state_check;
alter table invoice add check (state in ('ISSUED', 'PARTIALLY_PAID', 'PAID', 'CREDITED', 'VOID', 'WRITTEN_OFF'));
alter table invoice drop constraint invoice_check3;
alter table invoice add check (open_minor = 0 or state in ('ISSUED', 'PARTIALLY_PAID'));
alter table invoice add check (open_minor <> 0 or state <> 'ISSUED');

insert into invoice_settlement
select application_id, invoice_id, 'CASH', amount_minor, payment_id, effective_date, effective_at from payment_application;

create or replace function refuse_change_of_issued_invoice() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'invoice' then
        if to_jsonb(new) - array['open_minor', 'credited_minor', 'state', 'version']
           = to_jsonb(old) - array['open_minor', 'credited_minor', 'state', 'version'] then
            return new;
        end if;
    end if;
    if tg_op = 'UPDATE' and tg_table_name = 'invoice_line' then
        if new.voided and to_jsonb(new) - 'voided' = to_jsonb(old) - 'voided' then
            return new;
        end if;
    end if;
    raise exception 'an issued invoice is immutable: % on % refused', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create function refuse_change_of_settlement() returns trigger language plpgsql as $$
begin
    raise exception 'a settlement is never changed: % refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger settlement_is_immutable before update or delete on invoice_settlement
    for each row execute function refuse_change_of_settlement();

-- payable = open + all that settled it, and the memos among it are what is credited: asserted at commit.
create function assert_invoice_is_settled(settled_invoice uuid) returns void language plpgsql as $$
declare
    settled record;
    owed record;
begin
    select coalesce(sum(amount_minor), 0) total, coalesce(sum(amount_minor) filter (where kind = 'CREDIT_MEMO'), 0) credited
      into settled from invoice_settlement where invoice_id = settled_invoice;
    select payable_minor, open_minor, credited_minor into owed from invoice where invoice_id = settled_invoice;
    if settled.total <> owed.payable_minor - owed.open_minor or settled.credited <> owed.credited_minor then
        raise exception 'settlements of invoice % do not add up', settled_invoice using errcode = 'integrity_constraint_violation';
    end if;
end $$;

create function assert_settlement_adds_up() returns trigger language plpgsql as $$
begin
    perform assert_invoice_is_settled(new.invoice_id);
    return null;
end $$;
create constraint trigger settlement_adds_up after insert on invoice_settlement
    deferrable initially deferred for each row execute function assert_settlement_adds_up();
create constraint trigger open_is_settled after update on invoice
    deferrable initially deferred for each row when (new.open_minor is distinct from old.open_minor)
    execute function assert_settlement_adds_up();
create constraint trigger issued_open_is_settled after insert on invoice
    deferrable initially deferred for each row when (new.open_minor <> new.payable_minor)
    execute function assert_settlement_adds_up();

-- The invoice's side is asserted above; here only that of the payment.
create or replace function assert_application_adds_up() returns trigger language plpgsql as $$
declare
    applied bigint;
    settled record;
begin
    select coalesce(sum(amount_minor), 0) into applied from payment_application where payment_id = new.payment_id;
    select amount_minor, unapplied_minor into settled from payment where payment_id = new.payment_id;
    if applied <> settled.amount_minor - settled.unapplied_minor then
        raise exception 'applications of payment % do not add up', new.payment_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
