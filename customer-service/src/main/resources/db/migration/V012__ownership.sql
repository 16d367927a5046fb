-- Who owns what, as data: each matrix is a whole, proposed by one person, decided by another, and never changed then.
create table ownership_matrix (
    version     bigint generated always as identity primary key,
    valid_from  timestamptz not null,
    rules       jsonb       not null check (jsonb_typeof(rules) = 'array'),
    reason      text        not null,
    state       text        not null check (state in ('PROPOSED', 'APPROVED', 'REJECTED')),
    proposed_by text        not null,
    proposed_at timestamptz not null,
    decided_by  text        check (decided_by <> proposed_by),
    decided_at  timestamptz,
    check ((state = 'PROPOSED') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null))
);

create function refuse_change_of_matrix() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'PROPOSED' or new.rules <> old.rules or new.proposed_by <> old.proposed_by then
        raise exception 'what was decided about ownership is never changed';
    end if;
    return new;
end $$;
create trigger ownership_matrix_is_kept before update or delete on ownership_matrix
    for each row execute function refuse_change_of_matrix();

-- What was turned away because another system owns it, with both values; the same again only counts.
create table rejected_change (
    seq            bigint generated always as identity unique,
    customer_id    uuid        not null references customer,
    attribute      text        not null,
    system         text        not null,
    owner          text,
    kept           jsonb,
    offered        jsonb,
    offered_hash   text        not null,
    times          bigint      not null default 1,
    first_at       timestamptz not null,
    last_at        timestamptz not null,
    actor          text        not null,
    correlation_id text        not null,
    primary key (customer_id, attribute, system, offered_hash)
);
