-- When an agreement is billed next, beside its charges: so a charge that was billed changes nothing that is indexed and is written in its
-- place, which is half the work, and what is due is read in order. What is held is not here.
create table agreement_due (
    agreement_id    uuid primary key references agreement,
    legal_entity_id text not null,
    due_on          date not null
) with (fillfactor = 70);

insert into agreement_due
select agreement_id, legal_entity_id, min(next_due) from order_charge
 where next_due is not null and not held group by agreement_id, legal_entity_id;

create index agreement_due_on on agreement_due (legal_entity_id, due_on, agreement_id);

drop index order_charge_due;
alter table order_charge set (fillfactor = 50);
