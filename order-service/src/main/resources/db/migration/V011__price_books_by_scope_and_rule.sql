-- A book speaks for a legal entity, a region, a segment, a channel, for a time; null speaks for all.
alter table price_book add column region text;
alter table price_book add column segment text;
alter table price_book add column channel text;
alter table price_book add column valid_from date;
alter table price_book add column valid_to date;
alter table price_book add check (valid_to > valid_from);
drop index price_book_scope;
create unique index price_book_scope on price_book (coalesce(legal_entity_id, ''), coalesce(region, ''), coalesce(segment, ''),
                                                    coalesce(channel, ''), coalesce(valid_from, date '0001-01-01'));

-- How low a price may go.
alter table price_entry add column floor_price numeric(20, 8) check (floor_price >= 0);
alter table price_entry add column max_discount numeric(7, 6) check (max_discount between 0 and 1);
alter table price_entry add column unit_cost numeric(20, 8) check (unit_cost >= 0);
alter table price_entry add column min_margin numeric(7, 6) check (min_margin >= 0 and min_margin < 1);
alter table price_entry add check ((unit_cost is null) = (min_margin is null));
