package io.counterfoil.billing.payment;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Money arrived. What found an invoice is applied here, the rest is unapplied cash. */
public record PaymentSettled(
        UUID paymentId,
        UUID customerId,
        String legalEntityId,
        String currency,
        Money amount,
        String channel,
        LocalDate valueDate,
        String gatewayReference,
        Money fee,
        List<Applied> applications,
        Money unappliedAmount,
        Instant effectiveAt,
        Map<String, String> policyVersions,
        Money presentedAmount,
        Money settledAmount,
        String rate)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.payment.settled.v1";

    /** What was applied at once. */
    public record Applied(
            UUID applicationId,
            UUID invoiceId,
            String invoiceNumber,
            Money amount,
            Money discountTaken,
            Money difference) {

        static Applied of(PaymentApplication application) {
            return new Applied(
                    application.applicationId(),
                    application.invoiceId(),
                    application.invoiceNumber(),
                    application.amount(),
                    PaymentApplication.orNull(application.discount()),
                    PaymentApplication.orNull(application.difference()));
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return paymentId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId == null ? subject() : customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
