package io.counterfoil.billing.subscription;

import io.counterfoil.billing.agreement.Agreement;
import io.counterfoil.billing.agreement.BillTo;
import io.counterfoil.billing.item.RevenueTreatment;
import io.counterfoil.billing.tax.TaxCategory;
import io.counterfoil.common.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** What billing reads of order-service's {@code order.accepted}. What can't be read is refused here, as unreadable. */
public record OrderAccepted(
        UUID orderId,
        String orderNumber,
        UUID contractId,
        int contractVersion,
        UUID customerId,
        String legalEntityId,
        String currency,
        String purchaseOrderReference,
        int paymentTermsDays,
        BillTo billTo,
        String timeZone,
        List<Line> lines) {

    public static final String TYPE = "io.counterfoil.order.order.accepted.v1";

    public OrderAccepted {
        Money.decimals(currency);
        lines = List.copyOf(lines);
        if (timeZone != null && !ZoneId.getAvailableZoneIds().contains(timeZone)) {
            throw new IllegalArgumentException("a time zone has a name, such as Europe/Berlin");
        }
        if (lines.isEmpty()
                || billTo == null
                || billTo.address() == null
                || billTo.address().country() == null) {
            throw new IllegalArgumentException("an order has lines and a country to bill to");
        }
    }

    /** What every bill of it needs; the order knows best where its customer's days begin. */
    Agreement agreement(String correlationId, UUID eventId, ZoneId usual) {
        return new Agreement(
                orderId,
                orderId,
                orderNumber,
                contractId,
                contractVersion,
                customerId,
                legalEntityId,
                currency,
                purchaseOrderReference,
                paymentTermsDays,
                billTo,
                correlationId,
                eventId,
                null,
                timeZone == null ? usual : ZoneId.of(timeZone));
    }

    /** The day on which the first of its lines begins. */
    LocalDate earliestStart() {
        return lines.stream().map(Line::startDate).min(LocalDate::compareTo).orElseThrow();
    }

    /** One line: what was sold, when, at which price. */
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
            RevenueTreatment revenueTreatment,
            TaxCategory taxCategoryCode) {

        public Line {
            if (lineId == null
                    || planId == null
                    || startDate == null
                    || taxCategoryCode == null
                    || revenueTreatment == null) {
                throw new IllegalArgumentException(
                        "a line has an id, a plan, a start date, a tax category and a revenue treatment");
            }
            if (new BigDecimal(quantity).signum() <= 0 || new BigDecimal(unitPrice).signum() < 0) {
                throw new IllegalArgumentException("quantity must be above zero and the price not below");
            }
            if (endDate != null && !startDate.isBefore(endDate)) {
                throw new IllegalArgumentException("a term has at least one day");
            }
        }
    }
}
