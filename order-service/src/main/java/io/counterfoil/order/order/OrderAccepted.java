package io.counterfoil.order.order;

import io.counterfoil.common.event.Fact;
import io.counterfoil.common.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** An order became a contract; billing can act on this alone. */
public record OrderAccepted(
        UUID orderId,
        String orderNumber,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        String channel,
        ExternalReference externalReference,
        String purchaseOrderReference,
        LocalDate orderDate,
        Instant acceptedAt,
        int paymentTermsDays,
        int termMonths,
        LocalDate startDate,
        BillTo billTo,
        Money totalContractValue,
        List<Line> lines,
        String timeZone)
        implements Fact {

    public static final String TYPE = "io.counterfoil.order.order.accepted.v1";

    /** One line, with the treatment of its product. */
    public record Line(
            UUID lineId,
            int lineNumber,
            String productId,
            String productName,
            String planId,
            String quantity,
            String unitPrice,
            LocalDate startDate,
            LocalDate endDate,
            UUID performanceObligationId,
            String revenueTreatment,
            String taxCategoryCode,
            Money standaloneSellingPrice,
            Money lineTotal) {}

    static OrderAccepted of(Order order) {
        AgreedTerms terms = order.terms().orElseThrow();
        return new OrderAccepted(
                order.orderId(),
                order.orderNumber(),
                order.contractId(),
                1,
                order.customerId(),
                terms.legalEntityId(),
                terms.currency(),
                order.channel(),
                order.externalReference(),
                terms.purchaseOrderReference(),
                terms.orderDate(),
                order.acceptedAt(),
                terms.paymentTermsDays(),
                terms.termMonths(),
                terms.startDate(),
                order.billTo(),
                order.totalContractValue(),
                order.lines().stream().map(OrderLine::accepted).toList(),
                terms.timeZone());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return orderId.toString();
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
