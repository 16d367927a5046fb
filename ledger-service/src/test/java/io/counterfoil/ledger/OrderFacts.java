package io.counterfoil.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** A contract as order-service would tell of it: what each obligation costs, and what it costs alone. */
public final class OrderFacts {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final BillingFacts billing;
    private final String currency;
    private final ArrayNode obligations = JSON.arrayNode();
    private final ArrayNode together = JSON.arrayNode();
    private UUID order;

    public OrderFacts(BillingFacts billing, String currency) {
        this.billing = billing;
        this.currency = currency;
    }

    public OrderFacts of(UUID orderId) {
        order = orderId;
        return this;
    }

    /** What some products regularly cost when they are sold together. */
    public OrderFacts together(String price, String... products) {
        ObjectNode sold = together.addObject();
        sold.set("price", wire(price));
        ArrayNode ids = sold.putArray("performanceObligationIds");
        for (String product : products) {
            ids.add("obligation-" + product);
        }
        return this;
    }

    /** That the order was taken back. */
    public Envelope cancelled(String day) {
        return cancelled(day, day);
    }

    /** The same, told on another day. */
    public Envelope cancelled(String day, String told) {
        ObjectNode data = JSON.objectNode()
                .put("orderId", order.toString())
                .put("orderNumber", "O-000001")
                .put("contractId", billing.contractId().toString())
                .put("customerId", billing.customerId().toString())
                .put("legalEntityId", "US01")
                .put("reason", "The customer withdrew")
                .put("effectiveDate", day)
                .put("cancelledAt", told + "T12:00:00Z");
        return envelope("order.cancelled", order, data);
    }

    public OrderFacts promise(String product, String treatment, String price, String standalone) {
        ObjectNode promise = obligations
                .addObject()
                .put("performanceObligationId", "obligation-" + product)
                .put("lineId", EventIds.next().toString())
                .put("productId", product)
                .put("revenueTreatment", treatment)
                .put("standaloneSellingPriceSource", "PRODUCT");
        promise.set("transactionPrice", wire(price));
        promise.set("standaloneSellingPrice", wire(standalone));
        return this;
    }

    public Envelope signed() {
        ObjectNode data = JSON.objectNode()
                .put("contractId", billing.contractId().toString())
                .put("contractVersion", 1)
                .put("contractNumber", "K-000001")
                .put("customerId", billing.customerId().toString())
                .put("legalEntityId", "US01")
                .put("currency", currency)
                .put("startDate", "2026-01-01");
        data.set("obligations", obligations);
        data.set("soldTogether", together);
        data.put("orderId", order == null ? null : order.toString());
        return envelope("contract.signed", billing.contractId(), data);
    }

    private Envelope envelope(String what, UUID subject, ObjectNode data) {
        return new Envelope(
                EventIds.next(),
                "io.counterfoil.order." + what + ".v1",
                "/order",
                subject.toString(),
                Instant.parse("2026-01-01T12:00:00Z"),
                EventIds.next().toString(),
                null,
                1,
                1,
                billing.customerId().toString(),
                "US01",
                "test",
                null,
                data.toString().getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode wire(String amount) {
        return JSON.objectNode()
                .put("amount", Money.of(amount, currency).amount())
                .put("currency", currency);
    }
}
