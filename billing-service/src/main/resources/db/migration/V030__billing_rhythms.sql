-- A charge comes round every so many days, weeks, months or years: a name, or as ISO 8601 writes a duration.
create domain billing_rhythm as text check (value ~ '^(DAY|WEEK|MONTH|QUARTER|YEAR|P[1-9][0-9]{0,3}[DWMY])$');

alter table plan_charge drop constraint plan_charge_billing_period_check;
alter table plan_charge alter column billing_period type billing_rhythm;
alter table subscription drop constraint subscription_billing_period_check;
alter table subscription alter column billing_period type billing_rhythm;
alter table order_charge drop constraint order_charge_billing_period_check;
alter table order_charge alter column billing_period type billing_rhythm;
