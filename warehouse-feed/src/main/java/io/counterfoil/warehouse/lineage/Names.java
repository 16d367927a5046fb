package io.counterfoil.warehouse.lineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.event.Envelope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ids and numbers of the documents that an event speaks of, each with what it names. */
final class Names {

    private static final String INVOICE = "INVOICE";
    private static final String PAYMENT = "PAYMENT";
    private static final String SETTLED = "io.counterfoil.billing.payment.settled.v1";

    private static final Map<String, List<String>> FIELDS_OF_KIND = Map.of(
            "ORDER",
            List.of("orderId", "orderNumber"),
            "CONTRACT",
            List.of("contractId", "contractNumber"),
            "SUBSCRIPTION",
            List.of("subscriptionId", "subscriptionNumber"),
            INVOICE,
            List.of("invoiceId", "invoiceNumber"),
            PAYMENT,
            List.of("paymentId", "gatewayReference"),
            "DOCUMENT",
            List.of("creditMemoId", "creditMemoNumber", "refundId", "disputeId", "creditId"),
            "ENTRY",
            List.of("entryNumber"));

    private final Map<String, String> kinds = new HashMap<>();

    private Names() {}

    /** Kinds by name. */
    static Map<String, String> in(Envelope event) {
        JsonNode data = event.dataAs(JsonNode.class);
        Names names = new Names();
        FIELDS_OF_KIND.forEach((kind, fields) -> fields.forEach(field -> names.add(data.path(field), kind)));
        names.add(data.path("externalReference").path("id"), "REFERENCE");
        names.add(data.path("precedingInvoiceReference").path("invoiceId"), INVOICE);
        String document = data.path("documentType").asText();
        if (Set.of(INVOICE, PAYMENT).contains(document)) {
            names.add(data.path("documentId"), document);
            names.add(data.path("documentNumber"), document);
        }
        if (SETTLED.equals(event.type())) {
            data.path("applications").forEach(application -> {
                names.add(application.path("invoiceId"), INVOICE);
                names.add(application.path("invoiceNumber"), INVOICE);
            });
        }
        return names.kinds;
    }

    /** One name is entered once, under the first of its kinds. */
    private void add(JsonNode name, String kind) {
        if (!name.isMissingNode() && !name.isNull()) {
            kinds.merge(name.asText(), kind, (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }
}
