package io.counterfoil.ledger.postingrule;

import static io.counterfoil.ledger.postingrule.Purpose.INVOICE;
import static io.counterfoil.ledger.postingrule.Purpose.PAYMENT;
import static io.counterfoil.ledger.postingrule.Purpose.PAYMENT_APPLICATION;
import static io.counterfoil.ledger.postingrule.Purpose.RECOGNITION;

import java.util.Set;

/** The part of an event that a line of a rule gives accounts to. */
public enum Item {
    LINE(INVOICE),
    TAX(INVOICE),
    APPLICATION(PAYMENT, PAYMENT_APPLICATION),
    UNAPPLIED(PAYMENT),
    FEE(PAYMENT),
    SCHEDULE(RECOGNITION);

    private final Set<Purpose> purposes;

    Item(Purpose... purposes) {
        this.purposes = Set.of(purposes);
    }

    boolean occursIn(Purpose purpose) {
        return purposes.contains(purpose);
    }
}
