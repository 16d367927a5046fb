-- Names are read from an event where it arrives; the server need not read its body for them once more.
drop view correlation_key_of_event;

-- Positions grow as the table does: a summary of its pages finds the names of an event.
drop index correlation_key_by_position;
create index correlation_key_by_position on correlation_key using brin (archive_position) with (pages_per_range = 16, autosummarize = on);
