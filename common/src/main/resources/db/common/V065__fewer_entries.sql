-- The sequence of a subject is looked for among events that have one; what has none yet need not be entered.
drop index outbox_subject;
create index outbox_subject on outbox (subject, sequence) where sequence is not null;
