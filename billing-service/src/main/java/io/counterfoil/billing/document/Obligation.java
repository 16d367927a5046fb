package io.counterfoil.billing.document;

import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/** A promise of the contract with its quantity, price and period. */
public record Obligation(
        UUID performanceObligationId,
        UUID orderLineId,
        String productId,
        String planId,
        Integer planVersion,
        String chargeId,
        String quantity,
        String unitPrice,
        String baseQuantity,
        String billingPeriod,
        Money standaloneSellingPrice,
        String revenueTreatment,
        ServicePeriod servicePeriod) {}
