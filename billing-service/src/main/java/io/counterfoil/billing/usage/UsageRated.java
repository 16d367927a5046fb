package io.counterfoil.billing.usage;

import io.counterfoil.billing.rating.ServicePeriod;
import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Usage of a period was rated: delivered, not billed yet. Later events of the same accrual carry the difference. */
public record UsageRated(
        UUID accrualId,
        UUID subscriptionId,
        UUID orderId,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        String meterId,
        String chargeId,
        String productId,
        UUID performanceObligationId,
        String revenueTreatment,
        ServicePeriod servicePeriod,
        String cumulativeQuantity,
        Money cumulativeAmount,
        Money deltaAmount,
        boolean conditional,
        LocalDate effectiveDate,
        Instant effectiveAt,
        Map<String, String> policyVersions)
        implements Fact {

    public static final String TYPE = "io.counterfoil.billing.usage.rated.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return accrualId.toString();
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
