package io.counterfoil.order.contract;

import io.counterfoil.common.event.Fact;
import java.time.LocalDate;
import java.util.UUID;

/** A contract goes on for a further term, from the day on which the last one ends. */
public record ContractRenewed(
        UUID contractId,
        int contractVersion,
        String contractNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        UUID renewalId,
        LocalDate periodStart,
        LocalDate periodEnd,
        int termMonths,
        String upliftPercent)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.contract.renewed.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return contractId.toString();
    }

    @Override
    public String partitionKey() {
        return customerId.toString();
    }

    @Override
    public String legalEntity() {
        return legalEntityId;
    }
}
