-- A charge keeps the whole price that it was sold at, where one figure does not say it.
alter table order_charge add column tariff jsonb;
alter table order_charge drop constraint order_charge_kind_check;
alter table order_charge add check (kind in ('RECURRING', 'USAGE', 'ONE_TIME'));
