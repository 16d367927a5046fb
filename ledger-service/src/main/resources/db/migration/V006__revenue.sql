-- One row per invoice line that is earned over time. What it is never changes; how far it is recognised moves on.
create table revenue_schedule (
    id                        uuid primary key,
    ordinal                   bigint generated always as identity unique,
    legal_entity_id           text not null references legal_entity,
    customer_id               uuid not null,
    contract_id               uuid not null,
    order_id                  uuid,
    performance_obligation_id text not null,
    invoice_id                uuid not null,
    invoice_number            text not null,
    invoice_line_id           uuid not null,
    product_id                text not null,
    revenue_treatment         text not null check (revenue_treatment in ('OVER_TIME_DAILY')),
    currency                  char(3) not null,
    amount_minor              bigint not null,
    start_date                date not null,
    end_date                  date not null check (end_date > start_date),
    billed_on                 date not null,
    recognised_minor          bigint not null default 0,
    recognised_until          date not null,
    source_event_id           uuid not null,
    source_position           bigint not null,
    correlation_id            text not null,
    unique (invoice_id, invoice_line_id),
    check (recognised_until between start_date and end_date),
    check (abs(recognised_minor) <= abs(amount_minor) and recognised_minor::numeric * amount_minor >= 0),
    check (recognised_until < end_date or recognised_minor = amount_minor)
);

create index revenue_schedule_unfinished on revenue_schedule (legal_entity_id, recognised_until, id) where recognised_until < end_date;
create index revenue_schedule_by_contract on revenue_schedule (contract_id);
create index revenue_schedule_by_customer on revenue_schedule (customer_id);

create function refuse_other_schedule() returns trigger language plpgsql as $$
begin
    if (new.id, new.legal_entity_id, new.contract_id, new.invoice_line_id, new.currency, new.amount_minor, new.start_date, new.end_date)
       is distinct from
       (old.id, old.legal_entity_id, old.contract_id, old.invoice_line_id, old.currency, old.amount_minor, old.start_date, old.end_date)
       or new.recognised_until < old.recognised_until then
        raise exception 'a revenue schedule only moves on' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger revenue_schedule_moves_on before update on revenue_schedule for each row execute function refuse_other_schedule();

create table recognition_run (
    id              uuid primary key,
    ordinal         bigint generated always as identity unique,
    legal_entity_id text references legal_entity,
    through_date    date not null,
    triggered_by    text not null check (triggered_by in ('REQUEST', 'MONTH_END')),
    state           text not null check (state in ('RUNNING', 'HELD', 'COMPLETED')),
    held_because    text,
    started_at      timestamptz not null,
    completed_at    timestamptz,
    schedules       bigint not null default 0,
    entries         bigint not null default 0,
    check ((state = 'COMPLETED') = (completed_at is not null)),
    check ((state = 'HELD') = (held_because is not null))
);

create index recognition_run_running on recognition_run (ordinal) where state = 'RUNNING';
create unique index recognition_run_month_end on recognition_run (legal_entity_id, through_date) where triggered_by = 'MONTH_END';
