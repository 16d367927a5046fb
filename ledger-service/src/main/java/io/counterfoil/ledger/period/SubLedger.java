package io.counterfoil.ledger.period;

import io.counterfoil.ledger.postingrule.Purpose;
import java.util.Set;

/** What may be closed for itself, before the general ledger is, whose month holds for all. */
public enum SubLedger {
    GENERAL(Set.of()),
    RECEIVABLES(Set.of("RECEIVABLES", "TAX_PAYABLE", "CUSTOMER_CREDIT", "PREPAID", "UNBILLED")),
    CASH(Set.of("CASH_CLEARING", "UNAPPLIED_CASH", "REFUND_PAYABLE")),
    REVENUE(Set.of("DEFERRED_REVENUE"));

    private final Set<String> controls;

    SubLedger(Set<String> controls) {
        this.controls = controls;
    }

    /** Whether a control account must tie before it is closed; of the general ledger all must. */
    boolean ties(String controlKind) {
        return this == GENERAL || controls.contains(controlKind);
    }

    /** As it is told; the general ledger goes without saying. */
    String told() {
        return this == GENERAL ? null : name();
    }

    /** To which an entry belongs. The database knows the same: {@code sub_ledger_of}. */
    public static SubLedger of(Purpose purpose) {
        return switch (purpose) {
            case INVOICE,
                    ACCRUAL,
                    CREDIT_MEMO,
                    CREDIT_MEMO_APPLICATION,
                    CREDIT_MEMO_VOID,
                    CREDIT_GRANT,
                    CREDIT_APPLICATION,
                    CREDIT_EXPIRY,
                    VOID,
                    WRITE_OFF,
                    RECOVERY -> RECEIVABLES;
            case PAYMENT,
                    PAYMENT_FEE,
                    PAYMENT_APPLICATION,
                    PAYMENT_UNAPPLICATION,
                    PAYMENT_RETURN,
                    REFUND,
                    CHARGEBACK,
                    CHARGEBACK_WON,
                    PAYOUT,
                    PAYOUT_FAILED -> CASH;
            case RECOGNITION, CONTRACT_ASSET, EXCLUSION -> REVENUE;
            case INTERCOMPANY, REVALUATION, MANUAL, REVERSAL -> GENERAL;
        };
    }
}
