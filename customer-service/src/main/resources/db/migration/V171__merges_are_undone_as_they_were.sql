-- What a merge needs to be undone: whether dunning had suspended the merged one, by which version it suspended the survivor too, and what was
-- known of the references beside who holds them. What was merged before this has none of it and is undone without.
alter table customer_merge add column by_dunning boolean not null default false;
alter table customer_merge add column suspended_version bigint;
alter table customer_merge add column links jsonb not null default '[]';
