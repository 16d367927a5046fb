-- A payment may come from outside the gateway, be an attempt of ours, go back in parts or be disputed.
alter table payment alter column gateway_event_id drop not null;
alter table payment drop constraint payment_state_check;
alter table payment add check (state in ('PENDING', 'SETTLED', 'FAILED', 'UNKNOWN', 'PARTIALLY_REFUNDED', 'REFUNDED', 'DISPUTED',
                                         'WON', 'LOST', 'RETURNED'));
alter table payment add column refunded_minor bigint not null default 0;
alter table payment add column withdrawn_minor bigint not null default 0;
alter table payment add column fee_minor bigint;
alter table payment add check (refunded_minor between 0 and amount_minor);
alter table payment add check (withdrawn_minor between 0 and amount_minor);
alter table payment add check (state <> 'REFUNDED' or refunded_minor = amount_minor);
drop index payment_settles_once;
create unique index payment_settles_once on payment (channel, gateway_reference) where state not in ('PENDING', 'FAILED', 'UNKNOWN');
create index on payment (invoice_number) where unapplied_minor > 0;

alter table payment_application add column discount_minor bigint not null default 0 check (discount_minor >= 0);
alter table payment_application add column difference_minor bigint not null default 0 check (difference_minor >= 0);

-- What was taken back of an application. Only what opens its invoice again moves cash off the invoice; a refund that
-- reverses revenue leaves it there. Below zero: given again, because a dispute was won.
create table payment_reversal (
    reversal_id      uuid primary key,
    application_id   uuid   not null references payment_application,
    payment_id       uuid   not null references payment,
    invoice_id       uuid   not null references invoice,
    act_id           uuid   not null,
    cause            text   not null check (cause in ('UNAPPLIED', 'RETURNED', 'REFUNDED', 'DISPUTED', 'WON')),
    reopens          boolean not null,
    amount_minor     bigint not null check (amount_minor <> 0),
    discount_minor   bigint not null default 0,
    difference_minor bigint not null default 0,
    effective_date   date   not null,
    effective_at     timestamptz not null
);
create index on payment_reversal (application_id);
create index on payment_reversal (payment_id);
create index on payment_reversal (act_id);
create trigger reversal_is_immutable before update or delete on payment_reversal
    for each row execute function refuse_change_of_application();

-- amount = what is applied and not taken back + what is unapplied + what went away otherwise; nothing is taken back twice.
create or replace function assert_application_adds_up() returns trigger language plpgsql as $$
declare
    applied bigint;
    back bigint;
    worst record;
    settled record;
begin
    select coalesce(sum(amount_minor), 0) into applied from payment_application where payment_id = new.payment_id;
    select coalesce(sum(amount_minor), 0) into back from payment_reversal where payment_id = new.payment_id and reopens;
    select amount_minor, unapplied_minor, withdrawn_minor, state into settled from payment where payment_id = new.payment_id;
    if settled.state not in ('PENDING', 'FAILED', 'UNKNOWN')
       and applied - back <> settled.amount_minor - settled.unapplied_minor - settled.withdrawn_minor then
        raise exception 'applications of payment % do not add up', new.payment_id using errcode = 'integrity_constraint_violation';
    end if;
    select a.application_id into worst from payment_application a join payment_reversal r using (application_id)
     where a.payment_id = new.payment_id group by a.application_id
    having sum(r.amount_minor) not between 0 and a.amount_minor limit 1;
    if found then
        raise exception 'application % is taken back beyond what it was', worst.application_id
            using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger reversal_adds_up after insert on payment_reversal
    deferrable initially deferred for each row execute function assert_application_adds_up();
create constraint trigger payment_adds_up after update on payment
    deferrable initially deferred for each row execute function assert_application_adds_up();

create table payment_fee (
    fee_id           uuid primary key,
    payment_id       uuid   not null references payment,
    kind             text   not null check (kind in ('PROCESSING', 'REFUND', 'DISPUTE', 'RETURN')),
    amount_minor     bigint not null check (amount_minor <> 0),
    reference        text,
    value_date       date   not null,
    effective_at     timestamptz not null
);
create index on payment_fee (payment_id);
