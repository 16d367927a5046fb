-- Reference data is asked for with every bill and seldom changes: whoever has read it keeps it for as long as this mark stays. The mark changes
-- in the transaction of the change, to a number that never was, so nobody keeps what was rolled back.
create table reference_mark (
    one  boolean primary key default true check (one),
    mark bigint not null
);
create sequence reference_mark_number;
insert into reference_mark (mark) values (nextval('reference_mark_number'));

create function move_reference_mark() returns trigger language plpgsql as $$
begin
    update reference_mark set mark = nextval('reference_mark_number');
    return null;
end $$;

do $$
declare
    each text;
begin
    foreach each in array array['legal_entity', 'policy_value', 'tax_rate', 'tax_rate_component', 'plan', 'plan_charge', 'number_series'] loop
        execute format('create trigger %I after insert or update or delete or truncate on %I for each statement execute function move_reference_mark()',
                       each || '_moves_the_mark', each);
    end loop;
end $$;
