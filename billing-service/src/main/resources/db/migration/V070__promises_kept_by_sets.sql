-- The same promises as before, kept by one look at a statement's rows where each row had its own.

-- An invoice's lines and tax are written before it, in the same transaction. A foreign key asked for each of them at the commit; instead
-- the transaction counts what it has written that belongs to no invoice yet, and can't commit before that is nothing.
alter table invoice_line drop constraint invoice_line_invoice_id_fkey;
alter table invoice_tax drop constraint invoice_tax_invoice_id_fkey;
alter table invoice_line drop constraint invoice_line_order_charge_id_fkey;

create table invoice_parts_loose (
    written_in xid8   primary key,
    parts      bigint not null
);

create function refuse_loose_parts() returns trigger language plpgsql as $$
declare
    loose bigint;
begin
    delete from invoice_parts_loose where written_in = new.written_in returning parts into loose;
    if loose <> 0 then
        raise exception '% lines or tax subtotals belong to no invoice', loose using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create constraint trigger no_loose_parts after insert on invoice_parts_loose
    deferrable initially deferred for each row execute function refuse_loose_parts();

create function refuse_change_of_loose_parts() returns trigger language plpgsql as $$
begin
    raise exception 'only the schema counts the parts of invoices: % refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger loose_parts_are_counted before insert or update or delete on invoice_parts_loose
    for each statement when (pg_trigger_depth() = 0) execute function refuse_change_of_loose_parts();

create or replace function refuse_late_part_of_invoice() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    if exists (select 1 from (select distinct invoice_id from added) n join invoice i on i.invoice_id = n.invoice_id) then
        raise exception 'an issued invoice is immutable: % on % refused', tg_op, tg_table_name
            using errcode = 'integrity_constraint_violation';
    end if;
    insert into invoice_parts_loose as loose (written_in, parts) select pg_current_xact_id(), count(*) from added
        on conflict (written_in) do update set parts = loose.parts + excluded.parts;
    return null;
end $$;

create function refuse_line_without_charge() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    if exists (select 1 from added n where n.order_charge_id is not null
                  and not exists (select 1 from order_charge c where c.order_charge_id = n.order_charge_id)) then
        raise exception 'a line bills a charge that is not there' using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;
create trigger line_of_a_charge after insert on invoice_line
    referencing new table as added for each statement execute function refuse_line_without_charge();

create function refuse_loss_of_charge() returns trigger language plpgsql as $$
begin
    raise exception 'a charge is never deleted, nor its id changed: % refused', tg_op using errcode = 'foreign_key_violation';
end $$;
create trigger charge_is_kept before delete or update of order_charge_id on order_charge
    for each statement execute function refuse_loss_of_charge();

-- By index whatever the statistics say: a plan that was made while the tables were empty must not stay for 100,000 invoices.
create or replace function assert_invoices_add_up() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    wrong text;
    claimed bigint;
begin
    select max(n.invoice_number) filter (where (l.net, l.tax, t.tax) is distinct from (n.net_minor, n.tax_minor, n.tax_minor)),
           coalesce(sum(l.parts + t.parts), 0)
      into wrong, claimed
      from added n
      left join lateral (select sum(net_minor) net, sum(tax_minor) tax, count(*) parts
                           from invoice_line l where l.invoice_id = n.invoice_id) l on true
      left join lateral (select sum(tax_minor) tax, count(*) parts from invoice_tax t where t.invoice_id = n.invoice_id) t on true;
    if wrong is not null then
        raise exception 'invoice % does not add up', wrong using errcode = 'integrity_constraint_violation';
    end if;
    if claimed > 0 then
        update invoice_parts_loose set parts = parts - claimed where written_in = pg_current_xact_id();
    end if;
    return null;
end $$;

-- An order has one agreement, and that is how its invoices are found.
drop index invoice_order_id_idx;
