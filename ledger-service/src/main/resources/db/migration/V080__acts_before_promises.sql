-- A change may be told before the contract that it changes, or of a promise that no contract makes: it is kept as it came and counts from
-- then on, with the first day of the promise as the change tells it.
alter table obligation_act drop constraint obligation_act_obligation_id_fkey, add column first_day date;
create index obligation_act_catching_up on obligation_act (obligation_id) where kind = 'CATCH_UP';
