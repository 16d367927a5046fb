package io.counterfoil.ledger.receivable;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import io.counterfoil.common.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What of a settled payment is a receipt, and what of it was applied at once. */
record PaymentSettled(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        Money amount,
        String channel,
        LocalDate valueDate,
        String gatewayReference,
        Money fee,
        Money unappliedAmount,
        List<Application> applications,
        Money settledAmount) {

    static final String TYPE = "io.counterfoil.billing.payment.settled.v1";

    PaymentSettled {
        requireNonNull(paymentId, "paymentId");
        requireNonNull(legalEntityId, "legalEntityId");
        requireNonNull(amount, "amount");
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("amount must be above zero");
        }
        requireNonNull(valueDate, "valueDate");
        channel = channel == null ? "unknown" : channel;
        applications = applications == null ? List.of() : applications;
        fee = fee == null ? Money.zero(amount.currency()) : fee;
        unappliedAmount = unappliedAmount == null ? Money.zero(amount.currency()) : unappliedAmount;
    }

    /** What is kept of it, after the fee, in another currency; null where it is kept in its own. */
    Money kept() {
        return settledAmount == null || settledAmount.currency().equals(amount.currency())
                ? null
                : Rounding.share(
                        settledAmount,
                        BigDecimal.valueOf(amount.minus(fee).minor()),
                        BigDecimal.valueOf(amount.minor()));
    }

    record Application(UUID applicationId, UUID invoiceId, Money amount, Money discountTaken, Money difference) {
        Application {
            requireNonNull(applicationId, "applicationId");
            requireNonNull(invoiceId, "invoiceId");
            requireNonNull(amount, "amount");
            if (!amount.isPositive()) {
                throw new IllegalArgumentException("amount must be above zero");
            }
        }

        Money letGo() {
            return PaymentApplied.letGo(amount, discountTaken, difference);
        }
    }
}
