package io.counterfoil.order.contract;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An accepted order became a contract; its price is allocated over its performance obligations.
 *
 * @param soldTogether what some of them regularly cost together; null where nothing of the kind is known
 */
public record ContractSigned(
        UUID contractId,
        int contractVersion,
        String contractNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        LocalDate startDate,
        LocalDate endDate,
        int termMonths,
        List<Promised> obligations,
        List<ContractTerms.Together> soldTogether)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.contract.signed.v1";

    /** One performance obligation. */
    public record Promised(
            UUID performanceObligationId,
            UUID lineId,
            String productId,
            String revenueTreatment,
            Money standaloneSellingPrice,
            String standaloneSellingPriceSource,
            Money transactionPrice,
            LocalDate startDate,
            LocalDate endDate) {}

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
