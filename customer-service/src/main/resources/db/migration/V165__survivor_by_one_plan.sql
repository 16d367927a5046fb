-- Asked for several times in each credit check: what is written in plpgsql is planned once for each connection, not each time.
create or replace function survivor_of(customer_id uuid) returns uuid language plpgsql stable as $$
declare
    survivor uuid := customer_id;
    next_one uuid;
begin
    loop
        select c.merged_into into next_one from customer c where c.id = survivor;
        if not found then
            return null;
        end if;
        exit when next_one is null;
        survivor := next_one;
    end loop;
    return survivor;
end
$$;
