-- Which credit is drawn on first is said when it is granted: the smallest number, and among equals what ends first.
alter table customer_credit
    add column priority smallint not null default 50 check (priority between 0 and 100);
