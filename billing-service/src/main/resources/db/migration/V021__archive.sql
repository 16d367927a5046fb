-- Documents as they were issued, byte for byte. The content is compressed (zlib); the digest is that of the plain bytes.
create table archived_document (
    document_id uuid  primary key,
    kind        text  not null check (kind in ('INVOICE', 'CREDIT_MEMO')),
    media_type  text  not null,
    sha256      bytea not null check (octet_length(sha256) = 32),
    content     bytea not null,
    archived_at timestamptz not null
);
alter table archived_document alter column content set storage external;

create function refuse_change_of_archive() returns trigger language plpgsql as $$
begin
    raise exception 'the archive is never changed: % refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;
create trigger archive_is_immutable before update or delete on archived_document
    for each row execute function refuse_change_of_archive();

-- A document names the seller's address too.
alter table legal_entity add column address jsonb;
