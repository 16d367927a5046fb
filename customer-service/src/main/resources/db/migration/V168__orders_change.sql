-- How much more, or less, than was ordered is billed because subscriptions changed or ended.
alter table credit_commitment add column amended_minor bigint not null default 0;

drop index credit_commitment_open;
create index credit_commitment_open on credit_commitment (customer_id)
  where not ended and value_minor > 0 and value_minor + amended_minor > invoiced_minor;
