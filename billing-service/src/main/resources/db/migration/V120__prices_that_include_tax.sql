-- Whether the price of a line included its tax: what is taken back of it, or billed again, is reckoned as it was sold.
alter table invoice_line add column price_includes_tax boolean not null default false;

-- What was taken back of a line as it was sold: net, and the tax too where its price included it.
create function priced_reduction(wanted uuid) returns bigint language sql stable as $$
    select coalesce(sum(case when not l.price_includes_tax then r.amount_minor
                             else coalesce(-(p.net_minor + p.tax_minor), r.amount_minor + coalesce(v.tax_minor, 0)) end), 0)::bigint
      from line_reduction r join invoice_line l using (line_id)
      left join invoice_line p on p.line_id = r.caused_by
      left join line_reversal v on v.line_id = r.line_id and v.caused_by = r.caused_by and not v.undone
     where r.line_id = wanted
$$;
