-- After how long a refusal of a code is final: then what was begun of the order is taken back by itself.

create table refusal_rule (
  reason_code         text primary key,
  final_after_seconds bigint not null check (final_after_seconds >= 0),
  version             int not null
);

-- How far an order's goods have come, as the CRM is to know.
alter table quote_to_cash add column shipment text;
