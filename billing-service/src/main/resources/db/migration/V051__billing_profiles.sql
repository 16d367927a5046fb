-- What billing itself must know of a customer: who pays its bills, and to which segment it belongs.
create table billing_profile (
    customer_id uuid    primary key,
    payer_id    uuid    not null,
    segment     text,
    version     integer not null
);
create index on billing_profile (payer_id) where payer_id <> customer_id;
