-- The audit trail: who changed what, when, why, from where, from what to what. Only ever appended.
create table audit_entry (
  seq            bigint generated always as identity primary key,
  at             timestamptz not null,
  actor          text not null,
  origin         text not null,
  act            text not null,
  object         text not null,
  object_id      text not null,
  reason         text,
  before         jsonb,
  after          jsonb,
  correlation_id text not null,
  causation_id   text
);
create index audit_entry_object on audit_entry (object, object_id, seq);
create index audit_entry_actor on audit_entry (actor, seq);
create index audit_entry_correlation on audit_entry (correlation_id);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail is only ever appended';
end $$;
create trigger audit_entry_is_final before update or delete on audit_entry
  for each row execute function refuse_change_of_audit();
create trigger audit_entry_is_kept before truncate on audit_entry
  for each statement execute function refuse_change_of_audit();
