-- As what other customers stand to one, each for a time; what ended stays.
create table customer_relationship (
    id          uuid        primary key,
    customer_id uuid        not null references customer,
    kind        text        not null check (kind in ('PARENT', 'BILL_TO', 'SHIP_TO')),
    other_id    uuid        not null references customer check (other_id <> customer_id),
    valid_from  date        not null,
    valid_to    date        check (valid_to >= valid_from),
    reason      text        not null,
    set_by      text        not null,
    set_at      timestamptz not null
);
create index customer_relationship_up on customer_relationship (customer_id, kind);
create index customer_relationship_down on customer_relationship (other_id, kind);
create unique index one_parent_is_open on customer_relationship (customer_id, kind) where valid_to is null and kind <> 'SHIP_TO';
