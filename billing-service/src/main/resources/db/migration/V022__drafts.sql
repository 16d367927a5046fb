-- Bills that are not issued yet: drafts of people, and what waits because the tax source did not answer. The invoice has the id of
-- its draft. waiting_items came from elsewhere and go back when the draft is discarded; own_items were made for it.
create table invoice_draft (
    draft_id       uuid    primary key,
    agreement_id   uuid    not null references agreement,
    state          text    not null check (state in ('DRAFT', 'WAITING_TAX', 'ISSUED', 'DISCARDED')),
    waiting_items  jsonb   not null,
    own_items      jsonb   not null,
    reason         text,
    created_on     date    not null,
    created_by     text    not null,
    correlation_id text    not null,
    attempts       integer not null default 0,
    retry_at       timestamptz,
    version        integer not null,
    check ((state = 'WAITING_TAX') = (retry_at is not null))
);
create index on invoice_draft (agreement_id);
create index on invoice_draft (retry_at) where state = 'WAITING_TAX';
