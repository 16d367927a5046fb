-- A run moves nearly every open schedule on. With due_from in an index each move was a new row in each index; without it, and with room
-- left in each page, the row moves on in its place. A run finds what is open by entity, then looks at the day.
drop index schedule_progress_due;
alter table schedule_progress set (fillfactor = 50);
alter table schedule_progress add column is_open boolean not null generated always as (due_from is not null) stored;
create index schedule_progress_open on schedule_progress (legal_entity_id, plain) where is_open;
