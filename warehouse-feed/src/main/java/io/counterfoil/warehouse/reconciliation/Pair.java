package io.counterfoil.warehouse.reconciliation;

import java.util.Set;

/** Two sides that must agree, and about which kinds of documents. */
public enum Pair {
    BILLING_RECEIVABLES(Side.BILLING, Side.RECEIVABLES, Set.of("INVOICE", "PAYMENT", "APPLICATION")),
    RECEIVABLES_LEDGER(Side.RECEIVABLES, Side.LEDGER, Set.of("INVOICE", "PAYMENT", "APPLICATION")),
    BILLING_WAREHOUSE(Side.BILLING, Side.WAREHOUSE, Set.of("INVOICE", "PAYMENT", "APPLICATION")),
    LEDGER_WAREHOUSE(Side.LEDGER, Side.WAREHOUSE_JOURNAL, Set.of("INVOICE", "PAYMENT")),
    /** Fact tables against the archive, by the warehouse alone. */
    ARCHIVE_WAREHOUSE(Side.ARCHIVE, Side.WAREHOUSE, Set.of());

    private final Side left;
    private final Side right;
    private final Set<String> kinds;

    Pair(Side left, Side right, Set<String> kinds) {
        this.left = left;
        this.right = right;
        this.kinds = kinds;
    }

    Side left() {
        return left;
    }

    Side right() {
        return right;
    }

    Set<String> kinds() {
        return kinds;
    }
}
