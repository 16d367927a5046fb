-- Documents that were asked for and will never be posted: kept, because whoever waits for one may begin to wait only later.
create table refused_document (
  document_id uuid primary key,
  reason      text not null,
  refused_at  timestamptz not null
);

-- A reversal that billing turned down waits for a person; given up, the order can be taken back by another one.
do $$
declare name text;
begin
  select conname into name from pg_constraint
   where conrelid = 'order_reversal'::regclass and contype = 'c' and pg_get_constraintdef(oid) like '%AWAITING_REFUND%';
  execute format('alter table order_reversal drop constraint %I', name);
end $$;
alter table order_reversal add constraint order_reversal_state_check
  check (state in ('REQUESTED', 'ENDING', 'CREDITING', 'AWAITING_POSTING', 'REFUNDING', 'AWAITING_REFUND', 'HELD', 'COMPLETED',
                   'REJECTED', 'GIVEN_UP'));
drop index order_reversal_whole;
create unique index order_reversal_whole on order_reversal (order_id)
  where kind in ('CANCELLATION', 'COMPENSATION') and state <> 'GIVEN_UP';
