package io.counterfoil.billing.writeoff;

import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/** Write-offs on the wire. */
public final class WriteOffJson {

    private WriteOffJson() {}

    /** What a person proposes. */
    public record Proposal(
            @NotNull UUID invoiceId,
            @NotNull @Pattern(regexp = "[A-Z0-9_]{1,40}") String reasonCode,
            @Size(min = 1, max = 400) String reason) {}

    /** What a person says to a proposal. */
    public enum Verdict {
        APPROVE,
        REJECT
    }

    /** A decision. */
    public record Decision(@NotNull Verdict verdict) {}

    /** A write-off. */
    public record WriteOffView(
            UUID writeOffId,
            UUID invoiceId,
            UUID customerId,
            String legalEntityId,
            Money amount,
            Money recoveredAmount,
            String reasonCode,
            String reason,
            WriteOff.State state,
            String proposedBy,
            Instant proposedAt,
            String decidedBy,
            Instant decidedAt,
            int version) {

        static WriteOffView of(WriteOff writeOff) {
            return new WriteOffView(
                    writeOff.writeOffId(),
                    writeOff.invoiceId(),
                    writeOff.customerId(),
                    writeOff.legalEntityId(),
                    writeOff.amount(),
                    writeOff.recovered(),
                    writeOff.reasonCode(),
                    writeOff.reason(),
                    writeOff.state(),
                    writeOff.proposedBy(),
                    writeOff.proposedAt(),
                    writeOff.decidedBy(),
                    writeOff.decidedAt(),
                    writeOff.version());
        }
    }
}
