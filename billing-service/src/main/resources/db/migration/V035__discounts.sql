-- What was taken off the price of one subscription, beside what its plan says.
create table subscription_discount (
    subscription_id uuid        not null references subscription,
    discount_id     text        not null,
    charge_id       text,
    began_on        date        not null,
    discount        jsonb       not null,
    granted_at      timestamptz not null,
    primary key (subscription_id, discount_id)
);
