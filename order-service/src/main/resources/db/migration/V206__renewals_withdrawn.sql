-- A renewal ends with its contract, or when nothing of it can be extended.
alter table renewal drop constraint renewal_state_check;
alter table renewal add constraint renewal_state_check
  check (state in ('OFFERING', 'OFFERED', 'RENEWING', 'RENEWED', 'DECLINED', 'LAPSED', 'WITHDRAWN'));
create index renewal_order on renewal (order_id);
