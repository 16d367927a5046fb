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

-- An invoice that took something back beside what it charged is less than its charges, and each of those can be credited: no line
-- beyond what is left of it (reversals_within_line), all memos together up to what was charged.
create or replace function assert_memos_within_invoice() returns trigger language plpgsql as $$
declare
    memos bigint;
    charged bigint;
    lines record;
begin
    select coalesce(sum(net_minor + tax_minor), 0) into memos from credit_memo
     where invoice_id = new.invoice_id and state not in ('VOID', 'DISCARDED');
    select coalesce(sum(net_minor + tax_minor), 0) into charged from invoice_line where invoice_id = new.invoice_id and net_minor > 0;
    if memos > charged then
        raise exception 'credit memos exceed invoice %', (select invoice_number from invoice where invoice_id = new.invoice_id)
            using errcode = 'integrity_constraint_violation';
    end if;
    select coalesce(sum(net_minor), 0) net, coalesce(sum(tax_minor), 0) tax into lines
      from line_reversal where caused_by = new.credit_memo_id;
    if lines.net <> new.net_minor or lines.tax <> new.tax_minor then
        raise exception 'credit memo % does not add up', new.credit_memo_id using errcode = 'integrity_constraint_violation';
    end if;
    return null;
end $$;
