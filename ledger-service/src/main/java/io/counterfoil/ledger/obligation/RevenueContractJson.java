package io.counterfoil.ledger.obligation;

import io.counterfoil.common.money.Money;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A contract as revenue sees it. */
public record RevenueContractJson(
        UUID contractId,
        long version,
        String contractNumber,
        UUID orderId,
        UUID customerId,
        String legalEntityId,
        String currency,
        LocalDate startDate,
        LocalDate endDate,
        Money price,
        List<Promise> obligations) {

    /**
     * A promise with its share of the price, what is billed and earned of it, and what was done to it.
     *
     * @param endsOn on which day it ends early, which may lie ahead; null when nothing ends it
     */
    public record Promise(
            String performanceObligationId,
            UUID lineId,
            String productId,
            String revenueTreatment,
            String state,
            Money standaloneSellingPrice,
            String standaloneSellingPriceSource,
            Money price,
            Money allocated,
            Money billed,
            Money recognised,
            Money remaining,
            LocalDate startDate,
            LocalDate endDate,
            LocalDate endsOn,
            List<ObligationAct> acts) {}

    /** Something that is done to an obligation. */
    public record Act(
            @NotNull ObligationAct.Kind kind,
            @NotNull LocalDate effectiveDate,
            @PositiveOrZero Long unitsDone,
            @Positive Long unitsAll,
            LocalDate newEndDate,
            @NotNull @Size(min = 1, max = 500) String reason) {}

    RevenueContractJson with(Money total, List<Promise> promises) {
        return new RevenueContractJson(
                contractId,
                version,
                contractNumber,
                orderId,
                customerId,
                legalEntityId,
                currency,
                startDate,
                endDate,
                total,
                promises);
    }
}
