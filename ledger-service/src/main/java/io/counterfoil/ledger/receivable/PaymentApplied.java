package io.counterfoil.ledger.receivable;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Cash applied to an invoice; kept here only when it was unapplied before. */
record PaymentApplied(
        UUID applicationId,
        UUID paymentId,
        UUID invoiceId,
        UUID customerId,
        String legalEntityId,
        Money amount,
        Money discountTaken,
        Money difference,
        boolean fromUnapplied,
        LocalDate effectiveDate,
        Instant effectiveAt) {

    static final String TYPE = "io.counterfoil.billing.payment.applied.v1";

    PaymentApplied {
        requireNonNull(applicationId, "applicationId");
        requireNonNull(paymentId, "paymentId");
        requireNonNull(invoiceId, "invoiceId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(amount, "amount");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be above zero");
        }
        requireNonNull(effectiveAt, "effectiveAt");
    }

    Money letGo() {
        return letGo(amount, discountTaken, difference);
    }

    static Money letGo(Money amount, Money discountTaken, Money difference) {
        Money none = Money.zero(amount.currency());
        return (discountTaken == null ? none : discountTaken).plus(difference == null ? none : difference);
    }
}
