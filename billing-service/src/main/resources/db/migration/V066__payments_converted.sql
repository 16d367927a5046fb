-- What the gateway made of money in another currency: what it holds for us, and at which rate.
alter table payment add column settled_minor bigint;
alter table payment add column settled_currency text;
alter table payment add column exchange_rate text;
alter table payment add check ((settled_minor is null) = (settled_currency is null));
