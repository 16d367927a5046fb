-- An agreement is the container of subscriptions, whether an order made it or not.
alter table agreement add column agreement_id uuid;
update agreement set agreement_id = order_id;
alter table subscription drop constraint subscription_order_id_fkey;
alter table order_charge drop constraint order_charge_order_id_fkey;
alter table invoice drop constraint invoice_order_id_fkey;
alter table agreement drop constraint agreement_pkey;
alter table agreement add primary key (agreement_id);
alter table agreement alter column order_id drop not null;
alter table agreement alter column order_number drop not null;
alter table agreement alter column accepted_event_id drop not null;
alter table agreement add unique (order_id);
alter table agreement add check ((order_id is null) = (order_number is null));
create index on agreement (customer_id, legal_entity_id, currency);

alter table subscription rename column order_id to agreement_id;
alter table subscription add foreign key (agreement_id) references agreement;
alter table subscription alter column line_id drop not null;

alter table order_charge rename column order_id to agreement_id;
alter table order_charge add foreign key (agreement_id) references agreement;
alter table order_charge alter column line_id drop not null;
alter table order_charge add column subscription_id uuid references subscription;
update order_charge c set subscription_id = s.subscription_id from subscription s where s.line_id = c.line_id;
create index on order_charge (subscription_id);
-- How often its periods were made billable again, as after a void: what is billed anew is a new item.
alter table order_charge add column round integer not null default 0;

alter table invoice add column agreement_id uuid references agreement;
alter table invoice disable trigger issued_is_immutable;
update invoice set agreement_id = order_id;
alter table invoice enable trigger issued_is_immutable;
alter table invoice alter column agreement_id set not null;
alter table invoice alter column order_id drop not null;
alter table invoice alter column order_number drop not null;
create index on invoice (agreement_id);

-- A line may bill anything: what no order sold, what repairs another line, what was used.
alter table invoice_line drop constraint invoice_line_type_check;
alter table invoice_line add check (type in
    ('RECURRING', 'ONE_TIME', 'USAGE', 'TRUE_UP', 'REPAIR', 'DISCOUNT', 'ALLOWANCE', 'CHARGE', 'PREPAID'));
alter table invoice_line alter column order_charge_id drop not null;
alter table invoice_line alter column order_line_id drop not null;
alter table invoice_line alter column plan_id drop not null;
alter table invoice_line alter column price_id drop not null;
alter table invoice_line alter column charge_id drop not null;
alter table invoice_line alter column performance_obligation_id drop not null;
alter table invoice_line add column item_id uuid;
alter table invoice_line add column original_line_id uuid references invoice_line;
alter table invoice_line add column accrual_ids uuid[];
alter table invoice_line add column voided boolean not null default false;
alter table invoice_line disable trigger issued_is_immutable;
update invoice_line set item_id = line_id;
alter table invoice_line enable trigger issued_is_immutable;
alter table invoice_line alter column item_id set not null;
alter table invoice_line add check (type <> 'REPAIR' or (original_line_id is not null and net_minor <= 0));
create index on invoice_line (order_charge_id);
create index on invoice_line (original_line_id) where original_line_id is not null;

-- No item twice, what was voided excepted. The id of an item is derived from its charge, its period and the round.
drop index invoice_line_item;
create unique index invoice_line_item on invoice_line (item_id) where not voided;

-- What was taken back of a line, by repairs and credit memos: never more than the line.
create table line_reduction (
    line_id      uuid   not null references invoice_line,
    caused_by    uuid   not null,
    amount_minor bigint not null check (amount_minor > 0),
    primary key (line_id, caused_by)
);

create function assert_reductions_within_line() returns trigger language plpgsql as $$
declare
    billed bigint;
    taken bigint;
begin
    select net_minor into billed from invoice_line where line_id = new.line_id for update;
    select sum(amount_minor) into taken from line_reduction where line_id = new.line_id;
    if taken > billed then
        raise exception 'line % is taken back beyond what is left of it', new.line_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;

create constraint trigger reductions_within_line after insert or update on line_reduction
    deferrable initially deferred for each row execute function assert_reductions_within_line();

-- A voided invoice makes its items billable again: the one change of a line that is legal.
create or replace function refuse_change_of_issued_invoice() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'invoice' then
        if to_jsonb(new) - array['open_minor', 'state', 'version'] = to_jsonb(old) - array['open_minor', 'state', 'version'] then
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

-- Items that wait for the next invoice of their agreement.
create table pending_item (
    item_id      uuid  primary key,
    agreement_id uuid  not null references agreement,
    due_on       date  not null,
    item         jsonb not null
);
create index on pending_item (agreement_id, due_on);
