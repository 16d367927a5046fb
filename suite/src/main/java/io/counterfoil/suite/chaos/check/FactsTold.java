package io.counterfoil.suite.chaos.check;

import io.counterfoil.suite.stack.Part;
import java.util.Set;
import java.util.TreeSet;

/** What was changed was told: no row without its event, no event without its row. */
record FactsTold(Look look) implements Check {

    @Override
    public String promise() {
        return "what changed was told, in the same transaction";
    }

    @Override
    public void look(Findings findings) {
        told(
                findings,
                "invoices",
                Part.BILLING,
                "select issued_event_id::text from invoice",
                "select event_id::text from outbox where type like '%.invoice.issued.v1'");
        told(
                findings,
                "settled payments",
                Part.BILLING,
                "select event_id::text from payment where state = 'SETTLED'",
                "select event_id::text from outbox where type like '%.payment.settled.v1'");
        told(
                findings,
                "journal entries",
                Part.LEDGER,
                "select id::text from journal_entry",
                "select data::jsonb ->> 'entryId' from outbox where type like '%.journal.posted.v1'");
        told(
                findings,
                "accepted orders",
                Part.ORDER,
                "select order_id::text from sales_order where accepted_at is not null",
                "select subject from outbox where type like '%.order.accepted.v1'");
        told(
                findings,
                "customers",
                Part.CUSTOMER,
                "select id::text from customer",
                "select subject from outbox where type like '%.customer.created.v1'");
    }

    private void told(Findings findings, String what, Part server, String rows, String events) {
        Set<String> there = look.texts(server, rows);
        Set<String> told = look.texts(server, events);
        Set<String> untold = new TreeSet<>(there);
        untold.removeAll(told);
        untold.forEach(id -> findings.lost(what + " of which nobody was told: " + id));
        told.removeAll(there);
        told.forEach(id -> findings.wrong(what + " that were told and are not there: " + id));
    }
}
