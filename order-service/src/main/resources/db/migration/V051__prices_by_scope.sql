-- For whom an order's prices were looked up, beside the legal entity: a change of its contract is held against the same books.

alter table sales_order
  add column price_region  text,
  add column price_segment text,
  add column price_channel text;
