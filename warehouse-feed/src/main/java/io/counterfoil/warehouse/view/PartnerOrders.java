package io.counterfoil.warehouse.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.warehouse.part.Gathered;
import io.counterfoil.warehouse.part.Part;
import io.counterfoil.warehouse.part.Parts;
import io.counterfoil.warehouse.part.Question;
import io.counterfoil.warehouse.part.Reply;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * What a partner has sold, with what it is billed for it. Which orders are its own, order-service says to the partner's own
 * token; of others' there is nothing to see.
 */
@RequestScoped
class PartnerOrders {

    private static final Fields ORDER = Fields.of(
            "orderId",
            "orderNumber",
            "state",
            "reason",
            "endCustomer",
            "margin",
            "endCustomerValue",
            "partnerValue",
            "marginValue");
    private static final Fields INVOICE =
            Fields.of("invoiceNumber", "issueDate", "dueDate", "state", "payableAmount", "openAmount");

    @Inject
    Parts parts;

    @Inject
    JsonWebToken partner;

    /** A page of them. */
    public record Page(List<JsonNode> items, String nextCursor, List<View.Told> parts) {}

    Page page(int limit, String cursor) {
        Map<String, String> query = new HashMap<>();
        query.put("limit", String.valueOf(limit));
        query.put("cursor", cursor);
        Reply orders =
                parts.ask(Question.of(Part.ORDER, "/v1/channel-orders", query).by(partner.getRawToken()));
        List<JsonNode> own = new ArrayList<>();
        orders.body().path("items").forEach(own::add);
        List<Reply> invoices = parts.askAll(own.stream()
                .map(order -> Question.of(
                        Part.BILLING,
                        "/v1/invoices",
                        Map.of("orderId", order.path("orderId").asText())))
                .toList());
        List<JsonNode> items = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            items.add(seen(own.get(i), invoices.get(i)));
        }
        List<View.Told> told = Stream.concat(
                        Stream.of(told("orders", orders)), invoices.stream().map(reply -> told("invoices", reply)))
                .distinct()
                .toList();
        return new Page(items, orders.body().path("nextCursor").textValue(), told);
    }

    private static ObjectNode seen(JsonNode order, Reply invoices) {
        ObjectNode seen = ORDER.one(order);
        if (invoices.isGiven()) {
            ArrayNode billed = seen.putArray("invoices");
            invoices.body().path("items").forEach(invoice -> billed.add(INVOICE.one(invoice)));
        }
        return seen;
    }

    private static View.Told told(String section, Reply reply) {
        Gathered.Asked asked = Gathered.asked(List.of(reply)).get(0);
        return new View.Told(section, reply.part().service(), asked.state(), asked.reason());
    }
}
