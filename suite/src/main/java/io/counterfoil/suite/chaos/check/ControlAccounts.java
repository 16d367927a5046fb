package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.stack.Part;
import java.util.LinkedHashMap;
import java.util.Map;

/** The control accounts are what billing says is open, unapplied and not earned yet: per customer, per contract and in total. */
record ControlAccounts(Look look) implements Check {
    private static final String BALANCE =
            """
            select coalesce(e.%s::text, '-') as key,
                   sum(case p.side when '%s' then p.amount_minor else -p.amount_minor end)::bigint as minor
            from posting p join journal_entry e on e.id = p.entry_id join account a on a.id = p.account_id
            where a.control_kind = '%s' group by 1
            """;

    @Override
    public String promise() {
        return "control accounts equal their sub-ledgers";
    }

    @Override
    public void look(Findings findings) {
        compare(
                findings,
                "receivables of customer",
                amounts(
                        Part.BILLING,
                        "select customer_id::text as key, sum(open_minor)::bigint as minor from invoice group by 1"),
                amounts(Part.LEDGER, BALANCE.formatted("customer_id", "DEBIT", "RECEIVABLES")));
        compare(
                findings,
                "unapplied cash of customer",
                amounts(
                        Part.BILLING,
                        "select coalesce(customer_id::text, '-') as key, sum(unapplied_minor)::bigint as minor from payment group by 1"),
                amounts(Part.LEDGER, BALANCE.formatted("customer_id", "CREDIT", "UNAPPLIED_CASH")));
        compare(
                findings,
                "deferred revenue of contract",
                amounts(
                        Part.LEDGER,
                        """
                        select s.contract_id::text as key, sum(s.amount_minor - coalesce(p.recognised_minor, 0))::bigint as minor
                        from revenue_schedule s left join schedule_progress p on p.schedule_id = s.id group by 1
                        """),
                amounts(Part.LEDGER, BALANCE.formatted("contract_id", "CREDIT", "DEFERRED_REVENUE")));
    }

    private Map<String, Long> amounts(Part server, String sql) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        look.rows(server, sql).forEach(row -> amounts.put(row.text("key"), row.number("minor")));
        return amounts;
    }

    private static void compare(Findings findings, String what, Map<String, Long> expected, Map<String, Long> actual) {
        expected.forEach((key, minor) -> findings.same(what + " " + key, minor, actual.getOrDefault(key, 0L)));
        actual.forEach((key, minor) -> {
            if (!expected.containsKey(key)) {
                findings.same(what + " " + key, 0, minor);
            }
        });
    }
}
