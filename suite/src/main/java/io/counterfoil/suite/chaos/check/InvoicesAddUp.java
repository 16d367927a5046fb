package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.stack.Part;

/** An invoice is the sum of its parts, nothing is billed twice, and no more is settled than was asked for. */
record InvoicesAddUp(Look look) implements Check {

    @Override
    public String promise() {
        return "each invoice adds up, and no item is billed twice";
    }

    @Override
    public void look(Findings findings) {
        none(
                findings,
                "invoices that are not the sum of their lines",
                """
                select i.invoice_number from invoice i join invoice_line l using (invoice_id)
                group by i.invoice_id having sum(l.net_minor) <> i.net_minor or sum(l.tax_minor) <> i.tax_minor
                """);
        none(
                findings,
                "invoices that take nothing back and whose tax is not that of its rates, rounded once for each",
                """
                select i.invoice_number from invoice i join invoice_tax t using (invoice_id)
                where t.tax_minor <> round(t.taxable_minor * t.rate)
                  and not exists (select 1 from invoice_line l where l.invoice_id = i.invoice_id and l.original_line_id is not null)
                """);
        none(
                findings,
                "items that were billed twice",
                """
                select order_line_id || ' ' || charge_id from invoice_line where not voided
                group by order_line_id, charge_id, period_start having count(*) > 1
                """);
        settled(findings);
    }

    private void settled(Findings findings) {
        none(
                findings,
                "invoices on which more is settled than they ask for",
                """
                select i.invoice_number from invoice i join payment_application a using (invoice_id)
                group by i.invoice_id having sum(a.amount_minor) > i.payable_minor
                """);
        none(
                findings,
                "invoices whose open amount is not what was not settled",
                """
                select i.invoice_number from invoice i left join invoice_settlement s using (invoice_id)
                group by i.invoice_id having i.payable_minor - coalesce(sum(s.amount_minor), 0) <> i.open_minor
                """);
        none(
                findings,
                "numbers that are missing in a series",
                """
                select legal_entity_id || ' ' || series from invoice group by legal_entity_id, series
                having max(regexp_replace(invoice_number, '^.*-', '')::bigint) - count(*) <> 0
                """);
    }

    private void none(Findings findings, String what, String sql) {
        look.texts(Part.BILLING, sql).forEach(each -> findings.wrong(what + ": " + each));
    }
}
