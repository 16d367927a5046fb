-- Of a bundle: which one of those asked for, and what the whole of it regularly costs, if that was said.
alter table order_line add column bundle_place int;
alter table order_line add column bundle_price_minor bigint;
