-- Positions are dense and are sent in their order, so one number says what was sent, where each row had its own mark: an event is written
-- once when it happens and once when it gets its position, and not a third time.
alter table outbox_position add column sent bigint not null default 0;
update outbox_position set sent = (select coalesce(max(position), 0) from outbox where sent_at is not null);
drop index outbox_unsent;
alter table outbox drop column sent_at;

create view outbox_unsent as
  select seq, event_id, subject, occurred_at, position from outbox where position is null
  union all
  select seq, event_id, subject, occurred_at, position from outbox
   where position is not null and position > (select sent from outbox_position);

-- What has no position yet needs no place in the index of positions.
alter table outbox drop constraint outbox_position_key;
create unique index outbox_placed on outbox (position) where position is not null;

-- The last sequence of a subject is found among its events; a table that counted them beside had to be written for every event.
drop index outbox_subject;
create index outbox_subject on outbox (subject, sequence);
drop table outbox_sequence;
