package io.counterfoil.order.deal;

import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A deal on the wire: its parts, and what they are worth together. */
public record DealJson(UUID dealId, List<Part> parts, Money totalContractValue) {

    /** One order of it. */
    public record Part(
            UUID orderId,
            String orderNumber,
            String state,
            String legalEntityId,
            UUID contractId,
            Money totalContractValue) {}

    static DealJson of(UUID dealId, List<Part> parts) {
        return new DealJson(
                dealId,
                parts,
                parts.stream()
                        .map(Part::totalContractValue)
                        .filter(Objects::nonNull)
                        .reduce(Money::plus)
                        .orElse(null));
    }
}
