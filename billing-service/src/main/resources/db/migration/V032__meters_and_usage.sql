-- What is counted, and how the counts of a period become one figure.
create table meter (
    meter_id    text    primary key,
    name        text    not null,
    unit        text    not null,
    aggregation text    not null check (aggregation in ('SUM', 'COUNT', 'MAX', 'LATEST', 'LATEST_EVER', 'UNIQUE')),
    version     integer not null
);
alter table plan_charge add foreign key (meter_id) references meter;
