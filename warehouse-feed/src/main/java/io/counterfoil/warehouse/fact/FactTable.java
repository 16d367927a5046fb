package io.counterfoil.warehouse.fact;

import java.util.Set;

/** The fact tables, each with the view that derives its rows from the archive and the events that it is made of. */
enum FactTable {
    BOOKING("booking_fact", "booking_of_event", Set.of("io.counterfoil.order.order.accepted.v1")),
    BILLING("billing_fact", "billing_of_event", Set.of("io.counterfoil.billing.invoice.issued.v1")),
    CASH(
            "cash_fact",
            "cash_of_event",
            Set.of("io.counterfoil.billing.payment.settled.v1", "io.counterfoil.billing.payment.applied.v1")),
    REVERSAL(
            "reversal_fact",
            "reversal_of_event",
            Set.of(
                    "io.counterfoil.billing.creditmemo.issued.v1",
                    "io.counterfoil.billing.creditmemo.voided.v1",
                    "io.counterfoil.billing.invoice.voided.v1",
                    "io.counterfoil.billing.invoice.written-off.v1",
                    "io.counterfoil.billing.refund.paid.v1",
                    "io.counterfoil.billing.payment.disputed.v1",
                    "io.counterfoil.billing.dispute.won.v1")),
    REVENUE("revenue_fact", "revenue_of_event", Set.of("io.counterfoil.ledger.revenue.recognised.v1")),
    JOURNAL("journal_fact", "journal_of_event", Set.of("io.counterfoil.ledger.journal.posted.v1"));

    private final String table;
    private final String view;
    private final Set<String> types;

    FactTable(String table, String view, Set<String> types) {
        this.table = table;
        this.view = view;
        this.types = types;
    }

    Set<String> types() {
        return types;
    }

    /** Writes the facts of a stretch. */
    String load() {
        return "insert into " + table + " select * from " + view + WITHIN;
    }

    /** Removes the facts of a stretch. */
    String clear() {
        return "delete from " + table + WITHIN;
    }

    /** Writes the facts of single events. */
    String loadEvents() {
        return "insert into " + table + " select * from " + view + AT;
    }

    /** Removes the facts of single events. */
    String clearEvents() {
        return "delete from " + table + AT;
    }

    private static final String WITHIN = " where archive_position > ? and archive_position <= ?";
    private static final String AT = " where archive_position = any(?::bigint[])";
}
