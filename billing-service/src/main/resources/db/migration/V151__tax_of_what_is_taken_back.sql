-- What had come off a line comes back with it on a line that names the discount's: of that is left what did not come back.
create or replace function left_of_line(wanted uuid) returns table (net_minor bigint, tax_minor bigint) language sql stable as $$
    select case when l.net_minor > 0
                then l.net_minor - coalesce((select sum(r.amount_minor) from line_reduction r where r.line_id = l.line_id), 0)::bigint
                else l.net_minor - coalesce((select sum(v.net_minor) from line_reversal v
                                              where v.line_id = l.line_id and not v.undone), 0)::bigint
                     + coalesce((select sum(p.net_minor) from invoice_line p
                                  where p.original_line_id = l.line_id and p.type = 'DISCOUNT' and not p.voided), 0)::bigint end,
           l.tax_minor - coalesce((select sum(v.tax_minor) from line_reversal v where v.line_id = l.line_id and not v.undone), 0)::bigint
                       + coalesce((select sum(p.tax_minor) from invoice_line p
                                    where p.original_line_id = l.line_id and p.type in ('REPAIR', 'DISCOUNT') and not p.voided), 0)::bigint
      from invoice_line l where l.line_id = wanted
$$;
