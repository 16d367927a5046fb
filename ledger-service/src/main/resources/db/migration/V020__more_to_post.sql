-- What is posted and by which criteria grows with billing; the names are the code's, the shape is asserted here.
alter table posting_rule drop constraint posting_rule_purpose_check, add check (purpose ~ '^[A-Z_]{3,40}$');
alter table posting_rule_line drop constraint posting_rule_line_item_check, add check (item ~ '^[A-Z_]{3,40}$');
alter table journal_entry drop constraint journal_entry_purpose_check, add check (purpose ~ '^[A-Z_]{3,40}$');
alter table journal_entry drop constraint journal_entry_document_type_check, add check (document_type ~ '^[A-Z_]{3,40}$');
alter table account drop constraint account_control_kind_check, add check (control_kind ~ '^[A-Z_]{3,40}$');

alter table posting_rule_line
    add column document_type text,
    add column line_type     text,
    add column reason        text,
    add column dimensions    jsonb not null default '{}';

-- The rate by which a foreign amount got its functional one, with its source; and, for a mirror, the entry that it takes back.
alter table journal_entry
    add column rate          numeric check (rate > 0),
    add column rate_source   text,
    add column rate_date     date,
    add column reverses      uuid references journal_entry,
    add column made_by       text,
    add check ((rate is null) = (rate_source is null));

create unique index journal_entry_reversed_once on journal_entry (reverses) where reverses is not null;

-- What was given up of an invoice and what came of it later, and what was accrued before it was billed.
create index posting_looked_back on posting (item_id, item) where item in ('BAD_DEBT', 'RECOVERABLES', 'ACCRUED');
