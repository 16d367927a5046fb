-- What of an invoice line was taken back by a credit memo, a refund or a dispute, tax beside net. What is undone counts no
-- longer. Repairs on later invoices take from the same line: line_reduction has the net of both.
create table line_reversal (
    line_id    uuid    not null references invoice_line,
    caused_by  uuid    not null,
    invoice_id uuid    not null,
    kind       text    not null check (kind in ('CREDIT_MEMO', 'REFUND', 'DISPUTE')),
    net_minor  bigint  not null,
    tax_minor  bigint  not null,
    undone     boolean not null default false,
    primary key (line_id, caused_by)
);
create index on line_reversal (caused_by);
create index on line_reversal (invoice_id);

-- What is left of a line: net less all that was taken back of it, tax less what reversals and repairs took.
create function left_of_line(wanted uuid) returns table (net_minor bigint, tax_minor bigint) language sql stable as $$
    select case when l.net_minor > 0
                then l.net_minor - coalesce((select sum(r.amount_minor) from line_reduction r where r.line_id = l.line_id), 0)::bigint
                else l.net_minor - coalesce((select sum(v.net_minor) from line_reversal v
                                              where v.line_id = l.line_id and not v.undone), 0)::bigint end,
           l.tax_minor - coalesce((select sum(v.tax_minor) from line_reversal v where v.line_id = l.line_id and not v.undone), 0)::bigint
                       + coalesce((select sum(p.tax_minor) from invoice_line p
                                    where p.original_line_id = l.line_id and p.type = 'REPAIR' and not p.voided), 0)::bigint
      from invoice_line l where l.line_id = wanted
$$;

create function assert_reversals_within_line() returns trigger language plpgsql as $$
declare
    line record;
    rest record;
    reversed bigint;
begin
    select net_minor, tax_minor into line from invoice_line where line_id = new.line_id;
    select coalesce(sum(net_minor), 0) into reversed from line_reversal where line_id = new.line_id and not undone;
    select * into rest from left_of_line(new.line_id);
    if rest.net_minor not between least(0, line.net_minor) and greatest(0, line.net_minor)
       or reversed not between least(0, line.net_minor) and greatest(0, line.net_minor)
       or rest.tax_minor not between least(0, line.tax_minor) and greatest(0, line.tax_minor) then
        raise exception 'line % is taken back beyond what is left of it', new.line_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
create constraint trigger reversals_within_line after insert or update on line_reversal
    deferrable initially deferred for each row execute function assert_reversals_within_line();
