-- A customer and all below it on a day. Whoever was merged into one of them counts as part of it. Asked for in each credit
-- check: written in plpgsql, so that it is planned once for each connection.
create function family_below(root uuid, on_day date) returns setof uuid language plpgsql stable rows 5 as $$
begin
    return query
        with recursive below(id, depth) as (
            select root, 0
            union
            select child.id, below.depth + 1
            from below, lateral (
                select r.customer_id as id from customer_relationship r
                where r.other_id = below.id and r.kind = 'PARENT' and r.valid_from <= on_day
                  and (r.valid_to is null or r.valid_to > on_day)
                union all
                select c.id from customer c where c.merged_into = below.id
            ) as child
            where below.depth < 100
        )
        select distinct below.id from below;
end
$$;
