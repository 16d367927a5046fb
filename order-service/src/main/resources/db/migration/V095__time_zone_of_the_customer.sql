-- Where the customer's days begin, where the order says so.
alter table sales_order add column time_zone text;
