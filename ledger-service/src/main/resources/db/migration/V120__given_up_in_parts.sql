-- An invoice of which a part is disputed is given up in parts: each is told by its own event.
drop index reversing_document_told_once;
create unique index reversing_document_told_once on reversing_document (kind, document_id, (amount_minor < 0)) where kind <> 'WRITE_OFF';
create index reversing_document_written_off on reversing_document (document_id) where kind = 'WRITE_OFF';
