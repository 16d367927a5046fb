package io.counterfoil.warehouse.drift;

import java.util.Set;

/** Two sides that must agree, and about which kinds of documents. */
public enum Pair {
    BILLING_RECEIVABLES(Side.BILLING, Side.RECEIVABLES, Kinds.ALL),
    RECEIVABLES_LEDGER(Side.RECEIVABLES, Side.LEDGER, Kinds.ALL),
    BILLING_WAREHOUSE(Side.BILLING, Side.WAREHOUSE, Kinds.ALL),
    LEDGER_WAREHOUSE(Side.LEDGER, Side.WAREHOUSE_JOURNAL, Set.of("INVOICE", "PAYMENT")),
    /** Fact tables against the archive, by the warehouse alone. */
    ARCHIVE_WAREHOUSE(Side.ARCHIVE, Side.WAREHOUSE, Set.of());

    /** What billing tells of that moves money. */
    private static final class Kinds {
        static final Set<String> ALL =
                Set.of("INVOICE", "PAYMENT", "APPLICATION", "CREDIT_MEMO", "REFUND", "VOID", "WRITE_OFF", "CHARGEBACK");
    }

    private final Side left;
    private final Side right;
    private final Set<String> kinds;

    Pair(Side left, Side right, Set<String> kinds) {
        this.left = left;
        this.right = right;
        this.kinds = kinds;
    }

    /** Whose word comes first. */
    public Side left() {
        return left;
    }

    /** Who must agree. */
    public Side right() {
        return right;
    }

    /** About which kinds of documents. */
    public Set<String> kinds() {
        return kinds;
    }
}
