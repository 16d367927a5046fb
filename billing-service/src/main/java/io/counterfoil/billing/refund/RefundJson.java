package io.counterfoil.billing.refund;

import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Refunds on the wire. */
public final class RefundJson {

    private RefundJson() {}

    /** A refund that is asked for: of a payment, or of what a credit memo or customer credit owes. */
    public record RefundRequest(
            UUID paymentId,
            UUID creditMemoId,
            UUID creditId,
            UUID invoiceId,
            @NotNull Money amount,
            RefundPaid.Mode mode,
            @Pattern(regexp = "[a-z][a-z0-9-]{1,39}") String channel,
            @NotBlank @Size(max = 60) String reasonCode,
            @Size(max = 500) String reason) {}

    /** What a second person decides. */
    public record Decision(boolean approved) {}

    /** That it was paid by hand. */
    public record PaidByHand(@NotBlank @Size(max = 200) String reference, LocalDate valueDate) {}

    /** A refund. */
    public record RefundView(
            UUID refundId,
            RefundState state,
            UUID paymentId,
            UUID creditMemoId,
            UUID creditId,
            UUID invoiceId,
            UUID customerId,
            String legalEntityId,
            Money amount,
            RefundPaid.Mode mode,
            String channel,
            String reasonCode,
            String reason,
            String requestedBy,
            String approvedBy,
            String gatewayReference,
            String failureCode,
            String failureReason,
            LocalDate valueDate,
            Instant effectiveAt,
            String correlationId,
            Map<String, String> policyVersions) {

        static RefundView of(Refund refund) {
            return new RefundView(
                    refund.refundId(),
                    refund.state(),
                    refund.from().paymentId(),
                    refund.from().creditMemoId(),
                    refund.from().creditId(),
                    refund.from().invoiceId(),
                    refund.customerId(),
                    refund.legalEntityId(),
                    refund.amount(),
                    refund.mode(),
                    refund.channel(),
                    refund.why().reasonCode(),
                    refund.why().reason(),
                    refund.why().requestedBy(),
                    refund.why().approvedBy(),
                    refund.gatewayReference(),
                    refund.failureCode(),
                    refund.failureReason(),
                    refund.valueDate(),
                    refund.effectiveAt(),
                    refund.correlationId(),
                    refund.policyVersions());
        }
    }
}
