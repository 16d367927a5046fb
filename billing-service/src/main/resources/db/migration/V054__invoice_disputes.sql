-- An amount of an invoice that its customer disputes: held out of dunning until somebody decides.
create table invoice_dispute (
    dispute_id   uuid        primary key,
    invoice_id   uuid        not null references invoice,
    customer_id  uuid        not null,
    currency     text        not null,
    amount_minor bigint      not null check (amount_minor > 0),
    reason_code  text        not null,
    reason       text,
    state        text        not null check (state in ('OPENED', 'ACCEPTED', 'REJECTED')),
    opened_by    text        not null,
    opened_on    date        not null,
    decided_by   text,
    decided_on   date,
    note         text,
    memo_id      uuid,
    version      integer     not null,
    check ((state = 'OPENED') = (decided_by is null))
);
create unique index invoice_disputed_once on invoice_dispute (invoice_id) where state = 'OPENED';
