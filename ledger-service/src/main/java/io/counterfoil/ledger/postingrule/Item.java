package io.counterfoil.ledger.postingrule;

import static io.counterfoil.ledger.postingrule.Purpose.ACCRUAL;
import static io.counterfoil.ledger.postingrule.Purpose.CHARGEBACK;
import static io.counterfoil.ledger.postingrule.Purpose.CONTRACT_ASSET;
import static io.counterfoil.ledger.postingrule.Purpose.CREDIT_APPLICATION;
import static io.counterfoil.ledger.postingrule.Purpose.CREDIT_EXPIRY;
import static io.counterfoil.ledger.postingrule.Purpose.CREDIT_GRANT;
import static io.counterfoil.ledger.postingrule.Purpose.CREDIT_MEMO;
import static io.counterfoil.ledger.postingrule.Purpose.CREDIT_MEMO_APPLICATION;
import static io.counterfoil.ledger.postingrule.Purpose.EXCLUSION;
import static io.counterfoil.ledger.postingrule.Purpose.INTERCOMPANY;
import static io.counterfoil.ledger.postingrule.Purpose.INVOICE;
import static io.counterfoil.ledger.postingrule.Purpose.PAYMENT;
import static io.counterfoil.ledger.postingrule.Purpose.PAYMENT_APPLICATION;
import static io.counterfoil.ledger.postingrule.Purpose.PAYMENT_FEE;
import static io.counterfoil.ledger.postingrule.Purpose.PAYOUT;
import static io.counterfoil.ledger.postingrule.Purpose.RECOGNITION;
import static io.counterfoil.ledger.postingrule.Purpose.RECOVERY;
import static io.counterfoil.ledger.postingrule.Purpose.REFUND;
import static io.counterfoil.ledger.postingrule.Purpose.REVALUATION;
import static io.counterfoil.ledger.postingrule.Purpose.VOID;
import static io.counterfoil.ledger.postingrule.Purpose.WRITE_OFF;

import java.util.Set;

/** The part of an event that a line of a rule gives accounts to. */
public enum Item {
    LINE(INVOICE),
    TAX(INVOICE),
    ROUNDING(INVOICE, CREDIT_MEMO, VOID),
    ACCRUED(ACCRUAL, INVOICE),
    PREPAID_DRAWN(INVOICE, CREDIT_APPLICATION),
    CREDIT_DRAWN(INVOICE, CREDIT_APPLICATION),
    APPLICATION(PAYMENT, PAYMENT_APPLICATION),
    UNAPPLIED(PAYMENT, REFUND, CHARGEBACK),
    FEE(PAYMENT, PAYMENT_FEE),
    DISCOUNT(PAYMENT, PAYMENT_APPLICATION),
    DIFFERENCE(PAYMENT, PAYMENT_APPLICATION),
    EARNED(CREDIT_MEMO, REFUND, VOID, WRITE_OFF, CHARGEBACK),
    UNEARNED(CREDIT_MEMO, REFUND, VOID, WRITE_OFF, CHARGEBACK),
    REVERSED_TAX(CREDIT_MEMO, REFUND, VOID, WRITE_OFF, CHARGEBACK),
    TO_CUSTOMER_CREDIT(CREDIT_MEMO, CREDIT_MEMO_APPLICATION, VOID),
    TO_PREPAID(VOID),
    TO_REFUND(CREDIT_MEMO, CREDIT_MEMO_APPLICATION),
    EXTERNAL(CREDIT_MEMO, CREDIT_MEMO_APPLICATION),
    REOPENED(REFUND, CHARGEBACK),
    CUSTOMER_CREDIT(REFUND),
    MEMO(REFUND),
    BAD_DEBT(RECOVERY, VOID),
    ALLOWANCE(WRITE_OFF, RECOVERY, VOID),
    RECOVERABLES(RECOVERY, WRITE_OFF, CREDIT_MEMO, REFUND, VOID, CHARGEBACK),
    RECOVERED(REFUND, CHARGEBACK),
    GRANT(CREDIT_GRANT, CREDIT_EXPIRY),
    PREPAID_EXPIRED(CREDIT_EXPIRY),
    PAID_OUT(PAYOUT),
    EXCLUDED(EXCLUSION),
    DUE_FROM(INTERCOMPANY),
    DUE_TO(INTERCOMPANY),
    REVALUED(REVALUATION),
    SCHEDULE(RECOGNITION),
    RECLASSIFIED(CONTRACT_ASSET),
    FX_DIFFERENCE(
            INVOICE,
            PAYMENT,
            PAYMENT_APPLICATION,
            CREDIT_MEMO,
            CREDIT_APPLICATION,
            REFUND,
            VOID,
            WRITE_OFF,
            RECOVERY,
            CHARGEBACK),
    CURRENCY_CLEARING(PAYMENT, REFUND, CHARGEBACK);

    private final Set<Purpose> purposes;

    Item(Purpose... purposes) {
        this.purposes = Set.of(purposes);
    }

    boolean occursIn(Purpose purpose) {
        return purposes.contains(purpose);
    }
}
