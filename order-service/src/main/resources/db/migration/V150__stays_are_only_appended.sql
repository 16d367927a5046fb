-- A stay in a state ends where the next one begins: it is written once, and the process itself says where it is and since when.
alter table quote_to_cash add column stage int not null default 0;
alter table quote_to_cash add column started_at timestamptz;
alter table quote_to_cash add column entered_at timestamptz;
update quote_to_cash q set stage = s.stage, started_at = s.started_at, entered_at = s.entered_at
  from (select order_id, max(number) as stage, min(entered_at) as started_at,
               (array_agg(entered_at order by number desc))[1] as entered_at from process_stage group by order_id) s
  where s.order_id = q.order_id;

alter table process_stage drop constraint process_stage_order_id_number_key;
alter table process_stage drop column stage_id;
alter table process_stage drop column left_at;
alter table process_stage drop column version;
alter table process_stage add primary key (order_id, number);
alter table process_stage drop constraint process_stage_order_id_fkey;
alter table process_stage add foreign key (order_id) references quote_to_cash deferrable initially deferred;
-- Numbers of transactions grow as the table does: a summary of its pages finds what is new.
drop index process_stage_written;
create index process_stage_written on process_stage using brin (written_by) with (pages_per_range = 16, autosummarize = on);

-- A process changes its state seven times. No index holds the state, and its page has room, so that none of them has to be touched.
drop index quote_to_cash_open;
alter table quote_to_cash add column is_open boolean generated always as (state not in ('COMPLETED', 'REJECTED', 'CANCELLED')) stored;
create index quote_to_cash_open on quote_to_cash (order_id) where is_open;
alter table quote_to_cash set (fillfactor = 50);
alter table sales_order set (fillfactor = 50);
alter table process_invoice set (fillfactor = 50);
