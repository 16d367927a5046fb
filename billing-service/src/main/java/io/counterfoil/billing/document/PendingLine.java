package io.counterfoil.billing.document;

import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/** A line that is earned or due, but waits for the next invoice. */
public record PendingLine(
        UUID itemId,
        String type,
        UUID originalLineId,
        String productId,
        String chargeId,
        UUID performanceObligationId,
        String revenueTreatment,
        ServicePeriod servicePeriod,
        String quantity,
        Money netAmount,
        LocalDate dueOn) {}
