-- The journal added up by account, purpose, posting date and the hour in which it became known; rows are only added, a reader adds
-- them up. What is rolled up is everything that was written by transactions before the mark: they are over, so nothing is missed.
create table balance_roll (
    legal_entity_id   text not null,
    account_id        text not null,
    currency          char(3) not null,
    purpose           text not null,
    posting_date      date not null,
    recorded_hour     timestamptz not null,
    debit_minor       bigint not null,
    credit_minor      bigint not null,
    functional_debit  bigint not null,
    functional_credit bigint not null
);

create index balance_roll_by_entity on balance_roll (legal_entity_id, posting_date);

create table balance_mark (
    one  boolean primary key default true check (one),
    mark xid8 not null
);

insert into balance_mark (mark) values ('0');

create index journal_entry_by_writing on journal_entry (written_in);
create index journal_entry_by_recording on journal_entry using brin (recorded_at) with (pages_per_range = 16);
