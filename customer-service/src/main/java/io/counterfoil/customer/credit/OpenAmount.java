package io.counterfoil.customer.credit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What is open of an invoice after a fact of billing: some say it of one invoice, some of each in a list. It is the whole
 * amount that is open then, so that a fact which comes twice, or late, does no harm.
 */
record OpenAmount(UUID invoiceId, String currency, long minor) {

    private static final List<String> LISTS = List.of("invoices", "applications");

    /** Facts whose open amount is the invoice's, and not what is open of the fact's own subject. */
    private static final List<String> OF_INVOICE = List.of(".payment.", ".invoice.", ".credit.applied.");

    static List<OpenAmount> in(String type, JsonNode data) {
        List<OpenAmount> found = new ArrayList<>();
        boolean givenUp = type.endsWith("invoice.written-off.v1") && !data.has("openAmount");
        if (type.endsWith("invoice.voided.v1") || givenUp) {
            found.add(new OpenAmount(
                    id(data.path("invoiceId")), data.path("currency").asText(), 0));
            return found;
        }
        JsonNode of = data.path("invoiceOpenAmount").isObject()
                ? data.path("invoiceOpenAmount")
                : OF_INVOICE.stream().anyMatch(type::contains) ? data.path("openAmount") : null;
        JsonNode invoice = data.has("invoiceId") ? data : data.path("precedingInvoiceReference");
        add(found, invoice.path("invoiceId"), of);
        for (String list : LISTS) {
            data.path(list).forEach(each -> add(found, each.path("invoiceId"), each.path("openAmount")));
        }
        return found;
    }

    private static void add(List<OpenAmount> found, JsonNode invoiceId, JsonNode open) {
        if (invoiceId.isTextual() && open != null && open.isObject()) {
            io.counterfoil.common.money.Money amount = io.counterfoil.common.money.Money.of(
                    open.path("amount").asText(), open.path("currency").asText());
            found.add(new OpenAmount(id(invoiceId), amount.currency(), amount.minor()));
        }
    }

    private static UUID id(JsonNode text) {
        return UUID.fromString(text.asText());
    }
}
