package io.counterfoil.ledger.schedule;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A revenue schedule as it travels. */
public record RevenueScheduleJson(
        UUID scheduleId,
        String legalEntityId,
        UUID customerId,
        UUID contractId,
        UUID orderId,
        String performanceObligationId,
        UUID invoiceId,
        String invoiceNumber,
        UUID invoiceLineId,
        String productId,
        String revenueTreatment,
        LocalDate startDate,
        LocalDate endDate,
        Money amount,
        Money recognised,
        Money deferred,
        LocalDate recognisedThrough,
        UUID amendmentId) {

    /** With its plan by month. */
    public record WithPlan(@JsonUnwrapped RevenueScheduleJson schedule, List<Slice> plan) {}

    /** What one month earns. */
    public record Slice(LocalDate start, LocalDate end, Money amount, Money cumulative) {}

    static RevenueScheduleJson of(RevenueSchedule s, Map<UUID, UUID> amendments) {
        return new RevenueScheduleJson(
                s.id(),
                s.legalEntityId(),
                s.customerId(),
                s.contractId(),
                s.orderId(),
                s.performanceObligationId(),
                s.invoiceId(),
                s.invoiceNumber(),
                s.invoiceLineId(),
                s.productId(),
                s.revenueTreatment(),
                s.start(),
                s.end(),
                s.amount(),
                s.recognised(),
                s.amount().minus(s.recognised()),
                s.recognisedUntil().equals(s.start())
                        ? null
                        : s.recognisedUntil().minusDays(1),
                amendments.get(s.invoiceLineId()));
    }

    static WithPlan withPlan(RevenueSchedule schedule, Map<UUID, UUID> amendments) {
        return new WithPlan(
                of(schedule, amendments),
                schedule.plan().stream()
                        .map(slice -> new Slice(slice.start(), slice.end(), slice.amount(), slice.cumulative()))
                        .toList());
    }
}
