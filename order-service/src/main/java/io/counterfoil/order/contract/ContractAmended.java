package io.counterfoil.order.contract;

import io.counterfoil.common.event.Fact;
import java.time.LocalDate;
import java.util.UUID;

/** An amendment of a contract is in effect, or was taken back (kind COMPENSATION). What it bills is told by billing. */
public record ContractAmended(
        UUID contractId,
        int contractVersion,
        String contractNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        UUID amendmentId,
        String kind,
        UUID lineId,
        LocalDate effectiveDate)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.contract.amended.v1";

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
