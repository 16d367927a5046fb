package io.counterfoil.billing.collection;

import io.counterfoil.billing.gateway.ChargeAnswer;
import io.counterfoil.billing.gateway.ChargeAnswer.Converted;
import io.counterfoil.billing.gateway.ChargeAnswer.Outcome;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.common.money.Money;
import java.time.Instant;

/** How an attempt ended, as the receipt that payments are made of. */
final class ChargeReceipt {

    private ChargeReceipt() {}

    /** What the gateway answered. */
    static Receipt of(Attempt attempt, String invoiceNumber, ChargeAnswer answer, Instant at) {
        boolean taken = answer.outcome() == Outcome.SUCCEEDED;
        Receipt receipt = receipt(
                attempt,
                invoiceNumber,
                answer.reference(),
                taken ? answer.taken() : attempt.amount(),
                taken ? null : new Receipt.Failure(answer.code(), answer.reason()),
                at);
        Converted by = answer.converted();
        return by == null ? receipt : receipt.converted(new Receipt.Conversion(by.settled(), by.rate(), by.fee()));
    }

    /** What somebody says. */
    static Receipt receipt(
            Attempt attempt,
            String invoiceNumber,
            String reference,
            Money amount,
            Receipt.Failure failure,
            Instant at) {
        return new Receipt(
                        attempt.method().gateway(),
                        reference == null ? attempt.attemptId().toString() : reference,
                        null,
                        amount,
                        invoiceNumber,
                        attempt.customerId(),
                        attempt.method().gatewayCustomer(),
                        failure,
                        at)
                .answering(attempt.attemptId());
    }
}
