-- What was recorded about a subscription after it was agreed. Appended; only that it came into effect, or was taken
-- back before, is noted on it.
create table subscription_change (
    change_id       uuid primary key,
    subscription_id uuid        not null references subscription,
    number          integer     not null,
    kind            text        not null,
    effective_date  date        not null,
    details         jsonb       not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    invoice_id      uuid,
    applied_at      timestamptz,
    taken_back_at   timestamptz,
    unique (subscription_id, number),
    check (applied_at is null or taken_back_at is null)
);
create index on subscription_change (effective_date) where applied_at is null and taken_back_at is null;

create function refuse_edit_of_change() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.taken_back_at is null and old.applied_at is null
            and to_jsonb(new) - array['applied_at', 'taken_back_at'] = to_jsonb(old) - array['applied_at', 'taken_back_at'] then
        return new;
    end if;
    raise exception 'a change is never edited: % refused', tg_op using errcode = 'integrity_constraint_violation';
end $$;

create trigger changes_are_appended before update or delete on subscription_change
    for each row execute function refuse_edit_of_change();

-- A trial is free; the first term stays on record when the end moves. A bundle is named by its base subscription.
alter table subscription add column trial_end date check (trial_end >= start_date);
alter table subscription add column term_end date;
alter table subscription add column bundle_id uuid references subscription;
alter table subscription drop constraint subscription_check;
update subscription set term_end = end_date;
alter table agreement add column anchor_day integer check (anchor_day between 1 and 31);
alter table order_charge add column change_id uuid references subscription_change;

-- What does not wait for a next invoice is billed on its own day, by itself if need be.
alter table pending_item add column bill_on date;
create index on pending_item (bill_on) where bill_on is not null;
