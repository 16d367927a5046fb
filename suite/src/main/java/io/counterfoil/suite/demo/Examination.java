package io.counterfoil.suite.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.suite.client.Json;
import io.counterfoil.suite.demo.Script.Invoice;
import io.counterfoil.suite.demo.Script.Transaction;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.StreamSupport;

/** Holds each transaction against what the script says of it. */
record Examination(Script script, Books books, Crm crm, Played played) {

    List<Outcome> outcomes() {
        return script.transactions().stream().map(this::outcome).toList();
    }

    private Outcome outcome(Transaction transaction) {
        Checks checks = new Checks();
        JsonNode process = played.process(transaction).orElse(Json.MAPPER.createObjectNode());
        String orderId = process.path("orderId").asText();
        JsonNode order = books.order(orderId);
        String state = process.path("state").asText();
        checks.equal("process", transaction.ends(), state);
        List<JsonNode> invoices = books.invoices(orderId);
        invoices(transaction, invoices, checks);
        checks.equal("recognised revenue", transaction.revenue(), recognised(transaction, order));
        customer(transaction, order, checks);
        if (transaction.isFromCrm()) {
            checks.equal(
                    "orders made of it",
                    1,
                    books.processesOf(crm.id(transaction.key())).size());
            writtenBack(transaction, order, invoices, checks);
        }
        JsonNode timeline = Await.until("timeline of " + transaction.key(), () -> books.timeline(orderId));
        checks.equal("missing in its timeline", transaction.missing(), missing(timeline));
        return new Outcome(transaction, order, state, timeline, played.note(transaction), checks.all());
    }

    private static List<String> missing(JsonNode timeline) {
        return StreamSupport.stream(timeline.path("missing").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static void invoices(Transaction transaction, List<JsonNode> actual, Checks checks) {
        List<Invoice> expected = transaction.invoices();
        checks.equal("invoices", expected.size(), actual.size());
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            JsonNode invoice = actual.get(i);
            String number = invoice.path("invoiceNumber").asText();
            checks.equal(number + " net", expected.get(i).net(), amount(invoice, "netAmount"));
            checks.equal(number + " tax", expected.get(i).tax(), amount(invoice, "taxAmount"));
            checks.equal(number + " payable", expected.get(i).payable(), amount(invoice, "payableAmount"));
            checks.equal(number + " open", expected.get(i).open(), amount(invoice, "openAmount"));
            checks.equal(
                    number + " state",
                    expected.get(i).state(),
                    invoice.path("state").asText());
        }
    }

    private String recognised(Transaction transaction, JsonNode order) {
        BigDecimal sum = new BigDecimal(transaction.currency().equals("JPY") ? "0" : "0.00");
        for (JsonNode schedule : books.schedules(order.path("contractId").asText())) {
            sum = sum.add(new BigDecimal(amount(schedule, "recognised")));
        }
        return sum.toPlainString();
    }

    private void customer(Transaction transaction, JsonNode order, Checks checks) {
        if (transaction.sameCustomerAs() != null) {
            Transaction other = script.transaction(transaction.sameCustomerAs());
            JsonNode before = books.order(played.orderId(other));
            checks.equal(
                    "customer",
                    before.path("customerId").asText(),
                    order.path("customerId").asText());
        }
    }

    private void writtenBack(Transaction transaction, JsonNode order, List<JsonNode> invoices, Checks checks) {
        JsonNode crmSays = crm.opportunity(transaction.key());
        checks.equal(
                "order number in the CRM",
                order.path("orderNumber").asText(),
                crmSays.path("Counterfoil_Order_Number__c").asText());
        if (!invoices.isEmpty()) {
            checks.equal(
                    "invoice number in the CRM",
                    invoices.get(0).path("invoiceNumber").asText(),
                    crmSays.path("Counterfoil_Invoice_Number__c").asText());
            BigDecimal total =
                    new BigDecimal(crmSays.path("Counterfoil_Invoice_Total__c").asText("0"));
            checks.equal(
                    "invoice total in the CRM",
                    0,
                    total.compareTo(new BigDecimal(transaction.invoices().get(0).payable())));
        }
    }

    private static String amount(JsonNode document, String field) {
        return document.path(field).path("amount").asText();
    }
}
