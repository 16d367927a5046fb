-- The same promises as before, kept by one look at a statement's rows where each row had its own. A foreign key asks for every row and
-- locks the row it finds: sixteen questions and locks for an order of two lines. What others name stays, so nothing need be locked.

create function refuse_loss_of_what_is_named() returns trigger language plpgsql as $$
begin
  raise exception 'what others name, and what it comes to, stays: % of % refused', tg_op, tg_table_name using errcode = 'foreign_key_violation';
end $$;
create trigger sales_order_is_kept before delete or update of order_id on sales_order
  for each statement execute function refuse_loss_of_what_is_named();
create trigger order_line_is_kept before delete or update of line_id on order_line
  for each statement execute function refuse_loss_of_what_is_named();
create trigger contract_is_kept before delete or update of contract_id, transaction_price_minor on contract
  for each statement execute function refuse_loss_of_what_is_named();
create trigger quote_to_cash_is_kept before delete or update of order_id on quote_to_cash
  for each statement execute function refuse_loss_of_what_is_named();

-- By index whatever the statistics say: these are always few rows against many, also where the many were few when a connection first asked.
create function assert_order() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  wrong uuid;
begin
  select a.order_id into wrong from (select distinct order_id from added) a
  where not exists (select from sales_order o where o.order_id = a.order_id) limit 1;
  if found then
    raise exception '% names the order %, which does not exist', tg_table_name, wrong using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

create function assert_process() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  wrong uuid;
begin
  select a.order_id into wrong from (select distinct order_id from added) a
  where not exists (select from quote_to_cash q where q.order_id = a.order_id) limit 1;
  if found then
    raise exception '% names the process of order %, which does not exist', tg_table_name, wrong using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

alter table order_line drop constraint order_line_order_id_fkey;
alter table contract drop constraint contract_order_id_fkey;
alter table quote_to_cash drop constraint quote_to_cash_order_id_fkey;
alter table process_stage drop constraint process_stage_order_id_fkey;
alter table process_invoice drop constraint process_invoice_order_id_fkey;
alter table obligation drop constraint obligation_contract_id_fkey;
alter table obligation drop constraint obligation_line_id_fkey;

create trigger order_line_of_an_order after insert on order_line
  referencing new table as added for each statement execute function assert_order();
create trigger contract_of_an_order after insert on contract
  referencing new table as added for each statement execute function assert_order();
create trigger quote_to_cash_of_an_order after insert on quote_to_cash
  referencing new table as added for each statement execute function assert_order();
create trigger process_stage_of_a_process after insert on process_stage
  referencing new table as added for each statement execute function assert_process();
create trigger process_invoice_of_a_process after insert on process_invoice
  referencing new table as added for each statement execute function assert_process();

-- Where a row belongs stays too.
create trigger order_line_stays before update of order_id on order_line for each statement execute function refuse_loss_of_what_is_named();
create trigger contract_stays before update of order_id on contract for each statement execute function refuse_loss_of_what_is_named();
create trigger process_stage_stays before update of order_id on process_stage for each statement execute function refuse_loss_of_what_is_named();
create trigger process_invoice_stays before update of order_id on process_invoice
  for each statement execute function refuse_loss_of_what_is_named();
create trigger obligation_stays before update or delete on obligation for each statement execute function refuse_loss_of_what_is_named();

-- The obligations of a contract are written by one statement, and add up to its price when it is done.
drop trigger obligations_add_up on obligation;
drop function obligations_add_up();
create function assert_obligations() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  wrong record;
begin
  select a.contract_id, c.contract_id is null as is_loose into wrong
  from (select distinct contract_id from added) a
  left join contract c on c.contract_id = a.contract_id
  where c.transaction_price_minor
        is distinct from (select sum(o.transaction_price_minor) from obligation o where o.contract_id = a.contract_id) limit 1;
  if found and wrong.is_loose then
    raise exception 'there is no contract % for obligations', wrong.contract_id using errcode = 'foreign_key_violation';
  elsif found then
    raise exception 'obligations of contract % do not add up to its price', wrong.contract_id using errcode = 'check_violation';
  end if;
  if exists (select from added a where not exists (select from order_line l where l.line_id = a.line_id)) then
    raise exception 'an obligation is about a line that is not there' using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;
create trigger obligations_add_up after insert on obligation
  referencing new table as added for each statement execute function assert_obligations();

-- That an external reference has one order is kept by order_reference, whose key it is, and nobody looks for a reference by its order.
alter table sales_order drop constraint sales_order_external_system_external_id_key;
alter table order_reference drop constraint order_reference_order_id_key;
-- An obligation's key is that of its line; it is unique there.
alter table order_line drop constraint order_line_performance_obligation_id_key;
alter table obligation drop constraint obligation_line_id_key;
-- Who buys is decided when the contract is signed: a customer's orders are found by its contracts, and the order's page has no index to tell.
drop index sales_order_customer;
