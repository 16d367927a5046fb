-- A fact that came before what it takes back is parked, and is tried again as soon as that is here. A row is gone when it was tried.
create table waiting_event (
    event_id uuid not null,
    awaits   uuid not null,
    kind     text not null,
    primary key (event_id, awaits, kind)
);
create index waiting_event_by_awaited on waiting_event (awaits);
