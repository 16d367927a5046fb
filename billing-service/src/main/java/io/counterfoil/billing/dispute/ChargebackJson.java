package io.counterfoil.billing.dispute;

import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Chargebacks on the wire. */
public final class ChargebackJson {

    private ChargebackJson() {}

    /** A chargeback that a bank told of; without an amount all that is left of the payment. */
    public record ChargebackRequest(
            @NotNull UUID paymentId,
            Money amount,
            @NotBlank @Size(max = 200) String reference,
            @NotBlank @Size(max = 60) String reasonCode,
            @Size(max = 500) String reason) {}

    /** How it ended. */
    public record Ending(boolean won) {}

    /** A chargeback. */
    public record ChargebackView(
            UUID disputeId,
            DisputeState state,
            UUID paymentId,
            String channel,
            String reference,
            UUID customerId,
            String legalEntityId,
            Money amount,
            Money unappliedAmount,
            ChargebackMode mode,
            String reasonCode,
            String reason,
            LocalDate respondBy,
            LocalDate openedOn,
            LocalDate closedOn,
            Instant effectiveAt,
            String correlationId,
            Map<String, String> policyVersions) {

        static ChargebackView of(Chargeback one) {
            return new ChargebackView(
                    one.disputeId(),
                    one.state(),
                    one.paymentId(),
                    one.channel(),
                    one.reference(),
                    one.customerId(),
                    one.legalEntityId(),
                    one.amount(),
                    one.fromUnapplied(),
                    one.mode(),
                    one.reasonCode(),
                    one.reason(),
                    one.respondBy(),
                    one.openedOn(),
                    one.closedOn(),
                    one.effectiveAt(),
                    one.correlationId(),
                    one.policyVersions());
        }
    }
}
