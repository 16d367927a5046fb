package io.counterfoil.ledger.obligation;

import static java.util.Objects.requireNonNull;

import io.counterfoil.common.money.Money;
import java.util.List;
import java.util.UUID;

/** What an accepted order says that each of its lines costs. */
record OrderAccepted(UUID orderId, String orderNumber, String channel, Reference externalReference, List<Line> lines) {

    static final String TYPE = "io.counterfoil.order.order.accepted.v1";

    OrderAccepted {
        requireNonNull(lines, "lines");
    }

    record Reference(String system, String id) {}

    record Line(String performanceObligationId, Money lineTotal) {}

    /** The lines that promise something and have a price. */
    List<Line> priced() {
        return lines.stream()
                .filter(line -> line.performanceObligationId() != null && line.lineTotal() != null)
                .toList();
    }
}
