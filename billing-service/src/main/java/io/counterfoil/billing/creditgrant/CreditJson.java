package io.counterfoil.billing.creditgrant;

import io.counterfoil.billing.customercredit.Credit;
import io.counterfoil.billing.customercredit.CreditOrigin;
import io.counterfoil.billing.customercredit.CreditUse;
import io.counterfoil.billing.document.CreditKind;
import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Customer credit on the wire. */
public final class CreditJson {

    private CreditJson() {}

    /**
     * Credit that is asked for.
     *
     * @param priority the credit of the smallest one is drawn on first; the usual one where nothing is said
     */
    public record CreditRequest(
            @NotNull UUID customerId,
            @NotBlank String legalEntityId,
            @NotNull Money amount,
            @NotBlank @Size(max = 60) String reasonCode,
            @Size(max = 500) String reason,
            LocalDate expiresOn,
            @Min(0) @Max(100) Integer priority) {}

    /** What a second person decides. */
    public record Decision(boolean approved) {}

    /** A use of a credit; below zero where it was given back. */
    public record UseView(
            UUID applicationId,
            UUID invoiceId,
            Money amount,
            boolean atIssue,
            LocalDate effectiveDate,
            Instant effectiveAt) {

        static UseView of(CreditUse use) {
            return new UseView(
                    use.applicationId(),
                    use.invoiceId(),
                    use.amount(),
                    use.atIssue(),
                    use.effectiveDate(),
                    use.effectiveAt());
        }
    }

    /** A credit; in a list without its uses. */
    public record CreditView(
            UUID creditId,
            Credit.State state,
            CreditKind kind,
            CreditOrigin origin,
            UUID sourceId,
            String sourceNumber,
            UUID customerId,
            String legalEntityId,
            Money amount,
            Money remainingAmount,
            Money endedAmount,
            String reasonCode,
            String reason,
            LocalDate expiresOn,
            int priority,
            String requestedBy,
            String approvedBy,
            LocalDate effectiveDate,
            Instant effectiveAt,
            String correlationId,
            List<UseView> applications) {

        static CreditView of(Credit credit, List<CreditUse> uses) {
            return new CreditView(
                    credit.creditId(),
                    credit.state(),
                    credit.kind(),
                    credit.origin(),
                    credit.sourceId(),
                    credit.sourceNumber(),
                    credit.customerId(),
                    credit.legalEntityId(),
                    credit.amount(),
                    credit.remaining(),
                    credit.ended(),
                    credit.reasonCode(),
                    credit.reason(),
                    credit.expiresOn(),
                    credit.priority(),
                    credit.requestedBy(),
                    credit.approvedBy(),
                    credit.effectiveDate(),
                    credit.effectiveAt(),
                    credit.correlationId(),
                    uses == null ? null : uses.stream().map(UseView::of).toList());
        }
    }
}
