package io.counterfoil.order.enrichment;

import java.util.List;
import java.util.UUID;

/** An order's values with their sources, on the wire. */
public record EnrichmentJson(UUID orderId, String orderNumber, List<Value> values) {

    /**
     * One value.
     *
     * @param attribute a JSON pointer into the order, or into its bill-to
     * @param source the system or rule that gave it
     * @param reference what was read there; null where the source says it all
     */
    public record Value(String attribute, String value, String source, String reference) {}
}
