-- An early end that is told of later counts from the day of its telling on; a rest goes on for the one cause, not for the other.
alter table obligation_act add column told_on date, add column cause text;
alter table order_cancellation add column told_on date;

comment on column obligation_act.told_on is 'the legal entity''s day on which it was told; null where a person did it, and before that was kept';
comment on column obligation_act.cause is 'whose rest it is in billing, CUSTOMER or DUNNING; null where that makes no difference';
comment on column order_cancellation.told_on is 'the legal entity''s day on which it was told; null before that was kept';
