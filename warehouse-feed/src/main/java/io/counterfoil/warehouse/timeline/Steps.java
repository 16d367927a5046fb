package io.counterfoil.warehouse.timeline;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.common.money.Money;
import java.util.Map;

/** Says of an event which document it speaks of, the amount, and a few words for people. */
final class Steps {

    /**
     * By the noun of the event: document type, fields of its id and number, and of the amount. Documents that the first
     * release did not know have no type on the wire, where the list of types is closed.
     */
    private static final Map<String, Document> DOCUMENTS = Map.ofEntries(
            entry("customer", new Document("CUSTOMER", "customerId", "customerNumber", "-")),
            entry("order", new Document("ORDER", "orderId", "orderNumber", "totalContractValue")),
            entry("contract", new Document("CONTRACT", "contractId", "contractNumber", "-")),
            entry("subscription", new Document("SUBSCRIPTION", "subscriptionId", "subscriptionNumber", "-")),
            entry("invoice", new Document("INVOICE", "invoiceId", "invoiceNumber", "payableAmount")),
            entry("payment", new Document("PAYMENT", "paymentId", "gatewayReference", "amount")),
            entry("creditmemo", new Document(null, "creditMemoId", "creditMemoNumber", "totalAmount")),
            entry("refund", new Document(null, "refundId", "gatewayReference", "amount")),
            entry("dispute", new Document(null, "disputeId", "gatewayReference", "amount")),
            entry("credit", new Document(null, "creditId", "-", "amount")),
            entry("usage", new Document(null, "accrualId", "-", "deltaAmount")),
            entry("journal", new Document("JOURNAL_ENTRY", "entryId", "entryNumber", "-")),
            entry("revenue", new Document("REVENUE", "entryId", "-", "amount")));

    private static final Document UNKNOWN = new Document(null, "-", "-", "-");

    private Steps() {}

    static TimelineJson.Step of(ToldEvent event) {
        Document document = DOCUMENTS.getOrDefault(event.name().split("\\.")[0], UNKNOWN);
        return new TimelineJson.Step(
                event.time(),
                event.archivedAt(),
                event.context(),
                event.name(),
                event.eventId(),
                event.archivePosition(),
                event.subject(),
                document.type(),
                event.text(document.id()),
                event.text(document.number()),
                event.is("journal.posted") ? debits(event) : money(event.data().get(document.amount())),
                detail(event),
                event.actor(),
                event.correlationId(),
                event.traceId());
    }

    private static String detail(ToldEvent event) {
        return switch (event.name()) {
            case "order.received" -> "from " + event.text("channel");
            case "order.held" -> event.text("reason");
            case "order.rejected",
                    "order.cancelled",
                    "order.refused-by-billing",
                    "order.refused-by-ledger",
                    "payment.failed" -> event.text("reason");
            case "creditmemo.issued",
                    "creditmemo.voided",
                    "creditmemo.discarded",
                    "invoice.voided",
                    "invoice.written-off",
                    "refund.paid",
                    "refund.failed",
                    "payment.disputed",
                    "payment.returned",
                    "payment.unapplied",
                    "credit.granted" -> words(event.text("reasonCode"), event.text("reason"));
            case "credit.applied", "creditmemo.applied" -> "to " + event.text("invoiceNumber");
            case "subscription.activated" -> event.text("productId") + " from " + event.text("startDate");
            case "subscription.reckoned" -> words(event.text("cause"), event.text("changeKind"));
            case "invoice.issued" -> "due " + event.text("dueDate");
            case "payment.applied" ->
                "to " + event.text("invoiceNumber") + ", open "
                        + event.data().path("openAmount").path("amount").asText();
            case "journal.posted" -> words(event.text("purpose"), event.text("documentNumber"));
            case "revenue.recognised" -> words(event.text("productId"), "through " + event.text("throughDate"));
            default -> null;
        };
    }

    private static String words(String first, String second) {
        return second == null ? first : first + " " + second;
    }

    static Money money(JsonNode value) {
        return value == null || !value.hasNonNull("amount")
                ? null
                : Money.of(value.get("amount").asText(), value.path("currency").asText());
    }

    /** In the currency of the entry; where its cash is in another one, that is worth the same. */
    private static Money debits(ToldEvent entry) {
        Money total = Money.zero(entry.text("currency"));
        for (JsonNode posting : entry.data().path("postings")) {
            Money amount = money(posting.get("amount"));
            if ("DEBIT".equals(posting.path("side").asText())
                    && amount.currency().equals(total.currency())) {
                total = total.plus(amount);
            }
        }
        return total;
    }

    private record Document(String type, String id, String number, String amount) {}
}
