-- What is not served is not earned: billing tells that a subscription rests, goes on or ends, order-service that an order is cancelled.
alter table obligation_act
    drop constraint obligation_act_kind_check,
    add constraint obligation_act_kind check (kind in
        ('HOLD', 'RESUME', 'PROGRESS', 'SEPARATE', 'PROSPECTIVE', 'CATCH_UP', 'TERMINATE', 'CONTINUE')),
    add column told_at bigint;

comment on column obligation_act.told_at is 'the place in billing''s history of the event that did it; null where a person did';

-- An order may be cancelled before its contract is known here.
create table order_cancellation (
    order_id       uuid primary key,
    event_id       uuid not null,
    effective_date date not null,
    reason         text not null,
    recorded_at    timestamptz not null
);

create trigger order_cancellation_is_kept before update or delete or truncate on order_cancellation
    for each statement execute function refuse_change();
create index revenue_contract_by_order on revenue_contract (order_id);

-- Where its acts have left an obligation; they can always say it again.
create table obligation_standing (
    obligation_id text primary key,
    held_from     date,
    ends_on       date,
    lifted_on     date
);

comment on table obligation_standing is 'held_from: nothing is earned from that day on; ends_on: what is left is earned on that day; lifted_on: what was held back is earned from that day on';

insert into obligation_standing (obligation_id, held_from, ends_on)
select obligation_id,
       case when ends is null and (resumed is null or resumed < held) then held_day end, ends
from (select a.obligation_id, min(a.effective_date) filter (where a.kind = 'TERMINATE') as ends,
             max(a.ordinal) filter (where a.kind = 'HOLD') as held, max(a.ordinal) filter (where a.kind = 'RESUME') as resumed,
             (array_agg(a.effective_date order by a.ordinal desc) filter (where a.kind = 'HOLD'))[1] as held_day
      from obligation_act a where a.kind in ('HOLD', 'RESUME', 'TERMINATE') group by 1) known
where held is not null or ends is not null;
