package io.counterfoil.order.contract;

import io.counterfoil.common.event.Fact;
import java.time.LocalDate;
import java.util.UUID;

/** Nothing is promised by a contract any more from this day on. */
public record ContractEnded(
        UUID contractId,
        int contractVersion,
        String contractNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        LocalDate effectiveDate,
        String reason)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.contract.ended.v1";

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
