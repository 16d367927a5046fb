package io.counterfoil.ledger.revenue;

import io.counterfoil.ledger.schedule.Method;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;

/** How revenue is recognised, as it travels. */
public record RevenuePolicyJson(String legalEntityId, List<Decided> policies) {

    /** A policy for all products, or for one. */
    public record Request(
            @Pattern(regexp = ".{1,80}") String productId, @NotNull Method method, Method.Remainder remainder) {
        public Request {
            remainder = remainder == null ? Method.Remainder.LAST : remainder;
        }
    }

    /** A policy in force; without a product it is that of all others. */
    public record Decided(
            String productId, Method method, Method.Remainder remainder, String decidedBy, Instant recordedAt) {}
}
