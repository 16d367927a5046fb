-- A charge runs on unchanging terms from its start to its end; a change of the subscription ends one and starts another.
alter table order_charge drop constraint order_charge_line_id_charge_id_key;
alter table order_charge add column timing text not null default 'IN_ADVANCE' check (timing in ('IN_ADVANCE', 'IN_ARREARS'));
alter table order_charge add column dialect text not null default 'ACTUAL';
alter table order_charge add column anchor date;
alter table order_charge add column billed_through date;
update order_charge set anchor = start_date, billed_through = coalesce(next_due, end_date, start_date);
alter table order_charge alter column anchor set not null;
alter table order_charge alter column billed_through set not null;

alter table subscription drop constraint subscription_state_check;
alter table subscription add check (state in
    ('PENDING', 'TRIAL', 'ACTIVE', 'PAUSED', 'SUSPENDED', 'CANCELLED', 'EXPIRED'));
