-- A version of a rule holds once another person than the one who gave it has approved it.
create table posting_rule_decision (
    rule_id      text not null,
    rule_version bigint not null,
    approved     boolean not null,
    decided_by   text not null,
    decided_at   timestamptz not null,
    primary key (rule_id, rule_version),
    foreign key (rule_id, rule_version) references posting_rule
);

insert into posting_rule_decision (rule_id, rule_version, approved, decided_by, decided_at)
select id, version, true, 'held before two people were needed', activated_at from posting_rule;

create function assert_other_person() returns trigger language plpgsql as $$
begin
    if exists (select from posting_rule r where r.id = new.rule_id and r.version = new.rule_version and r.activated_by = new.decided_by) then
        raise exception 'who gives a posting rule does not decide on it' using errcode = 'check_violation';
    end if;
    return new;
end $$;

create trigger posting_rule_decided_by_another before insert on posting_rule_decision for each row execute function assert_other_person();
create trigger posting_rule_decision_is_kept before update or delete or truncate on posting_rule_decision
    for each statement execute function refuse_change();

create or replace function is_cleared(entity text, through text, day date) returns boolean language sql stable as $$
    select coalesce((
        select a.control_kind = 'CASH_CLEARING'
        from posting_rule r
        join posting_rule_decision d on d.rule_id = r.id and d.rule_version = r.version and d.approved
        join posting_rule_line l on l.rule_id = r.id and l.rule_version = r.version
        join account a on a.id = l.debit_account
        where r.legal_entity_id = entity and r.purpose = 'PAYMENT' and l.item = 'APPLICATION'
          and (l.payment_channel = through or l.payment_channel is null)
          and r.valid_from <= day and (r.valid_to is null or r.valid_to > day)
        order by r.valid_from desc, r.version desc, l.payment_channel nulls last limit 1), false)
$$;
