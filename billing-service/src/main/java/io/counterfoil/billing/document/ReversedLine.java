package io.counterfoil.billing.document;

import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.money.Money;
import java.util.UUID;

/** What of an invoice line is taken back, its tax share beside it. */
public record ReversedLine(
        UUID originalLineId,
        String productId,
        UUID performanceObligationId,
        String revenueTreatment,
        ServicePeriod servicePeriod,
        Money netAmount,
        String taxCategoryCode,
        String taxRate,
        String taxJurisdiction,
        Money taxAmount) {}
