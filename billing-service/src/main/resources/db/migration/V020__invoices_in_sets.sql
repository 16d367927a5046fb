-- Invoices are issued by the thousand: what the schema asserts of them it asserts set by set.

-- Lines and tax come first, the invoice last: it must add up when it is added, and nothing is added to it afterwards.
alter table invoice_line drop constraint invoice_line_invoice_id_fkey;
alter table invoice_line add foreign key (invoice_id) references invoice deferrable initially deferred;
alter table invoice_tax drop constraint invoice_tax_invoice_id_fkey;
alter table invoice_tax add foreign key (invoice_id) references invoice deferrable initially deferred;

-- By index whatever the statistics say: a plan that was made while the tables were empty must not stay for 100,000 invoices.
drop trigger invoice_adds_up on invoice;
drop function assert_invoice_adds_up();

create function assert_invoices_add_up() returns trigger language plpgsql set enable_seqscan = off as $$
declare
    wrong text;
begin
    select n.invoice_number into wrong
      from added n
      left join lateral (select sum(net_minor) net, sum(tax_minor) tax from invoice_line l where l.invoice_id = n.invoice_id) l on true
      left join lateral (select sum(tax_minor) tax from invoice_tax t where t.invoice_id = n.invoice_id) t on true
     where (l.net, l.tax, t.tax) is distinct from (n.net_minor, n.tax_minor, n.tax_minor)
     limit 1;
    if wrong is not null then
        raise exception 'invoice % does not add up', wrong using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger invoices_add_up after insert on invoice
    referencing new table as added for each statement execute function assert_invoices_add_up();

create function refuse_late_part_of_invoice() returns trigger language plpgsql set enable_seqscan = off as $$
begin
    if exists (select 1 from added n join invoice i on i.invoice_id = n.invoice_id) then
        raise exception 'an issued invoice is immutable: % on % refused', tg_op, tg_table_name
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create trigger lines_come_first after insert on invoice_line
    referencing new table as added for each statement execute function refuse_late_part_of_invoice();
create trigger tax_comes_first after insert on invoice_tax
    referencing new table as added for each statement execute function refuse_late_part_of_invoice();

-- What another constraint asserts already: the agreement's legal entity, and the charge by the id of the item.
alter table invoice drop constraint invoice_legal_entity_id_fkey;

-- Which policies decided on it.
alter table invoice add column policy_versions jsonb not null default '{}';
