package io.counterfoil.order.order;

import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An order on the wire. */
public record OrderJson(
        UUID orderId,
        String orderNumber,
        OrderState state,
        OrderState heldFrom,
        String reasonCode,
        String reason,
        String channel,
        ExternalReference externalReference,
        UUID customerId,
        UUID contractId,
        String legalEntityId,
        String currency,
        LocalDate orderDate,
        LocalDate startDate,
        Integer termMonths,
        Integer paymentTermsDays,
        String purchaseOrderReference,
        String timeZone,
        Money totalContractValue,
        Instant receivedAt,
        Instant acceptedAt,
        List<Line> lines,
        Set<OrderState> legalMoves,
        int version) {

    static OrderJson of(Order order) {
        AgreedTerms terms = order.terms().orElse(AgreedTerms.NONE);
        return new OrderJson(
                order.orderId(),
                order.orderNumber(),
                order.state(),
                order.heldFrom(),
                order.reasonCode(),
                order.reason(),
                order.channel(),
                order.externalReference(),
                order.customerId(),
                order.contractId(),
                terms.legalEntityId(),
                terms.currency(),
                terms.orderDate(),
                terms.startDate(),
                terms.termMonths(),
                terms.paymentTermsDays(),
                terms.purchaseOrderReference(),
                terms.timeZone(),
                order.totalContractValue(),
                order.receivedAt(),
                order.acceptedAt(),
                order.lines().stream().map(Line::of).toList(),
                order.legalMoves(),
                order.version());
    }

    /** One line. */
    public record Line(
            UUID lineId,
            int lineNumber,
            String productId,
            String productName,
            String planId,
            String description,
            String quantity,
            String unitPrice,
            LocalDate startDate,
            LocalDate endDate,
            UUID performanceObligationId,
            String revenueTreatment,
            String taxCategoryCode,
            Money standaloneSellingPrice,
            Money lineTotal,
            String bundleId) {

        static Line of(OrderLine line) {
            OrderAccepted.Line wire = line.accepted();
            return new Line(
                    wire.lineId(),
                    wire.lineNumber(),
                    wire.productId(),
                    wire.productName(),
                    wire.planId(),
                    line.description(),
                    wire.quantity(),
                    wire.unitPrice(),
                    wire.startDate(),
                    wire.endDate(),
                    wire.performanceObligationId(),
                    wire.revenueTreatment(),
                    wire.taxCategoryCode(),
                    wire.standaloneSellingPrice(),
                    wire.lineTotal(),
                    line.bundleId());
        }
    }
}
