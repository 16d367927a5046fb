-- Where a customer's days begin, for the agreements that it makes from then on; an order may say otherwise for its own.
alter table billing_profile add column time_zone text;
