package io.counterfoil.billing.invoicedispute;

import io.counterfoil.billing.invoicedispute.InvoiceDisputed.State;
import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/** Disputes on the wire. */
public final class DisputeJson {

    private DisputeJson() {}

    /** What the customer says. */
    public record Claim(
            @NotNull UUID invoiceId,
            @NotNull Money amount,
            @NotNull @Pattern(regexp = "[A-Z0-9_]{1,40}") String reasonCode,
            @Size(min = 1, max = 400) String reason) {}

    /** What we say. */
    public enum Verdict {
        ACCEPT,
        REJECT
    }

    /** A decision, with its reason. */
    public record Decision(@NotNull Verdict verdict, @Size(min = 1, max = 400) String note) {}

    /** A dispute. */
    public record DisputeView(
            UUID disputeId,
            UUID invoiceId,
            UUID customerId,
            Money amount,
            String reasonCode,
            String reason,
            State state,
            String openedBy,
            LocalDate openedOn,
            String decidedBy,
            LocalDate decidedOn,
            String note,
            UUID creditMemoId,
            int version) {

        static DisputeView of(InvoiceDispute dispute) {
            return new DisputeView(
                    dispute.disputeId(),
                    dispute.invoiceId(),
                    dispute.customerId(),
                    dispute.amount(),
                    dispute.reasonCode(),
                    dispute.reason(),
                    dispute.state(),
                    dispute.openedBy(),
                    dispute.openedOn(),
                    dispute.decidedBy(),
                    dispute.decidedOn(),
                    dispute.note(),
                    dispute.memoId(),
                    dispute.version());
        }
    }
}
