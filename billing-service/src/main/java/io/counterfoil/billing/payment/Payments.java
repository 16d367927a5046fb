package io.counterfoil.billing.payment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What a gateway's adapter needs of payments. */
@Dependent
public class Payments {

    private final RecordReceipt receipts;

    @Inject
    Payments(RecordReceipt receipts) {
        this.receipts = receipts;
    }

    /** Records what a gateway said, once, with all that follows from it. */
    public void record(Receipt receipt) {
        receipts.handle(receipt);
    }
}
