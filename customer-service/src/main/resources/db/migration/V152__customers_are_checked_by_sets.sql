-- The same promises as before, kept by one look at a statement's rows where each row had its own: a foreign key asks for every row and
-- locks the row it finds, eight times for a new customer. Customers are never deleted and keep their ids, so nothing need be locked.

create function refuse_loss_of_customer() returns trigger language plpgsql as $$
begin
  raise exception 'a customer is never deleted and keeps its id: % refused', tg_op using errcode = 'foreign_key_violation';
end $$;
create trigger customer_is_kept before delete or update of id on customer
  for each statement execute function refuse_loss_of_customer();

-- By index whatever the statistics say: these are always few rows against many, also where the many were few when a connection first asked.
create function assert_customer() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  wrong uuid;
begin
  select a.customer_id into wrong from (select distinct customer_id from added) a
  where not exists (select from customer c where c.id = a.customer_id) limit 1;
  if found then
    raise exception '% names the customer %, which does not exist', tg_table_name, wrong using errcode = 'foreign_key_violation';
  end if;
  return null;
end $$;

do $$
declare
  each text;
begin
  foreach each in array array['customer_reference', 'tax_registration', 'customer_version', 'match_key'] loop
    execute format('alter table %I drop constraint %I', each, each || '_customer_id_fkey');
    execute format('create trigger %I after insert on %I referencing new table as added for each statement execute function assert_customer()',
                   each || '_of_a_customer', each);
    execute format('create trigger %I after update on %I referencing new table as added for each statement execute function assert_customer()',
                   each || '_of_another', each);
  end loop;
end $$;
