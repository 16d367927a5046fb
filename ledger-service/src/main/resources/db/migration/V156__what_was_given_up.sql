-- What of billing will never be posted: documents that two people gave up, with their lines, and what took only such back.
create table unposted_document (
    id            uuid        primary key,
    document_id   uuid        not null,
    partition_key text        not null,
    event_id      uuid        not null,
    reason        text        not null,
    recorded_at   timestamptz not null
);
create index unposted_document_by_customer on unposted_document (partition_key);
comment on column unposted_document.id is 'The document itself, or a line of it';
