package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.stack.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** Each act that moves money has one entry per purpose in the ledger and its fact in the warehouse. */
record ActsPostedOnce(Look look) implements Check {

    @Override
    public String promise() {
        return "every financial act has exactly one entry and one fact";
    }

    @Override
    public void look(Findings findings) {
        once(
                findings,
                "entry of invoice",
                amounts(Part.BILLING, "select invoice_id::text as key, payable_minor as minor from invoice"),
                entries("INVOICE"));
        once(
                findings,
                "entry of payment",
                amounts(
                        Part.BILLING,
                        "select payment_id::text as key, amount_minor as minor from payment where state = 'SETTLED'"),
                entries("PAYMENT"));
        once(
                findings,
                "fact of invoice",
                amounts(Part.BILLING, "select invoice_id::text as key, payable_minor as minor from invoice"),
                amounts(
                        Part.WAREHOUSE,
                        "select invoice_id::text as key, sum(net_minor + tax_minor)::bigint as minor from billing_fact group by 1"));
        once(
                findings,
                "fact of payment",
                amounts(
                        Part.BILLING,
                        "select payment_id::text as key, amount_minor as minor from payment where state = 'SETTLED'"),
                amounts(
                        Part.WAREHOUSE,
                        "select document_id::text as key, sum(amount_minor)::bigint as minor from cash_fact where kind = 'PAYMENT' group by 1"));
        once(
                findings,
                "fact of entry",
                amounts(
                        Part.LEDGER,
                        "select entry_id::text as key, sum(amount_minor)::bigint as minor from posting group by 1"),
                amounts(
                        Part.WAREHOUSE,
                        "select entry_id::text as key, sum(amount_minor)::bigint as minor from journal_fact group by 1"));
    }

    /** A second entry of the same purpose doubles the amount, so the amounts tell. */
    private Map<String, Long> entries(String purpose) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        look.rows(
                        Part.LEDGER,
                        """
                        select e.document_id::text as key, sum(p.amount_minor)::bigint as minor
                        from journal_entry e join posting p on p.entry_id = e.id and p.side = 'DEBIT'
                        where e.purpose = ? group by 1
                        """,
                        purpose)
                .forEach(row -> amounts.put(row.text("key"), row.number("minor")));
        return amounts;
    }

    private Map<String, Long> amounts(Part server, String sql) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        look.rows(server, sql).forEach(row -> amounts.put(row.text("key"), row.number("minor")));
        return amounts;
    }

    private static void once(Findings findings, String what, Map<String, Long> acts, Map<String, Long> effects) {
        acts.forEach((id, minor) -> {
            Long effect = effects.get(id);
            if (effect == null) {
                findings.lost(what + " " + id);
            } else if (effect == 2 * minor && minor != 0) {
                findings.doubled(what + " " + id);
            } else {
                findings.same(what + " " + id, minor, effect);
            }
        });
        TreeSet<String> causeless = new TreeSet<>(effects.keySet());
        causeless.removeAll(acts.keySet());
        causeless.forEach(id -> findings.wrong(what + " " + id + ", of which nobody knows"));
    }
}
