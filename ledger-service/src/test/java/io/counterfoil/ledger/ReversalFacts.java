package io.counterfoil.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.event.EventIds;
import io.counterfoil.common.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;

/** What billing would tell of what is taken back: memos, refunds, voids, write-offs, disputes; each of one invoice. */
public record ReversalFacts(BillingFacts billing) {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** A memo that lowers what is open of the invoice. */
    public Envelope memo(UUID memoId, BillingFacts.Invoice invoice, LocalDate day, String net, String tax) {
        return memo(memoId, invoice, day, net, tax, line -> {});
    }

    /** The same, of which more is said in each line. */
    public Envelope memo(
            UUID memoId,
            BillingFacts.Invoice invoice,
            LocalDate day,
            String net,
            String tax,
            Consumer<ObjectNode> more) {
        ObjectNode data = JSON.objectNode()
                .put("creditMemoId", memoId.toString())
                .put("creditMemoNumber", "CM-" + memoId.toString().substring(24))
                .put("issueDate", day.toString())
                .put("reasonCode", "GOODWILL");
        data.putObject("precedingInvoiceReference")
                .put("invoiceId", invoice.id().toString())
                .put("invoiceNumber", invoice.number());
        data.set("lines", reversed(invoice, net, tax, "lineNetAmount"));
        data.withArray("lines").forEach(line -> more.accept((ObjectNode) line));
        data.set("totalAmount", sum(net, tax));
        data.set("settlement", settlement("toInvoice", net, tax));
        return billing.told("creditmemo.issued", memoId, day, data);
    }

    public Envelope memoVoided(UUID memoId, BillingFacts.Invoice invoice, LocalDate day, String net, String tax) {
        ObjectNode data = of(invoice)
                .put("creditMemoId", memoId.toString())
                .put("creditMemoNumber", "CM-" + memoId.toString().substring(24))
                .put("effectiveDate", day.toString());
        data.set("lines", reversed(invoice, net, tax, "netAmount"));
        data.set("totalAmount", sum(net, tax));
        data.set("settlement", settlement("toInvoice", net, tax));
        return billing.told("creditmemo.voided", memoId, day, data);
    }

    public Envelope refund(BillingFacts.Invoice invoice, LocalDate day, String mode, String net, String tax) {
        UUID refund = EventIds.next();
        ObjectNode data = JSON.objectNode()
                .put("refundId", refund.toString())
                .put("mode", mode)
                .put("channel", "stripe")
                .put("reasonCode", "GOODWILL")
                .put("valueDate", day.toString());
        data.set("amount", sum(net, tax));
        data.set("invoices", parts(invoice, net, tax));
        return billing.told("refund.paid", refund, day, data);
    }

    public Envelope disputed(
            UUID dispute, UUID payment, BillingFacts.Invoice invoice, LocalDate day, String mode, String net) {
        return disputed("payment.disputed", dispute, payment, invoice, day, mode, net);
    }

    public Envelope won(
            UUID dispute, UUID payment, BillingFacts.Invoice invoice, LocalDate day, String mode, String net) {
        return disputed("dispute.won", dispute, payment, invoice, day, mode, net);
    }

    private Envelope disputed(
            String what,
            UUID dispute,
            UUID payment,
            BillingFacts.Invoice invoice,
            LocalDate day,
            String mode,
            String net) {
        ObjectNode data = JSON.objectNode()
                .put("disputeId", dispute.toString())
                .put("paymentId", payment.toString())
                .put("mode", mode)
                .put("channel", "stripe")
                .put("reasonCode", "FRAUDULENT")
                .put("effectiveDate", day.toString());
        data.set("amount", billing.wire(net));
        data.set("invoices", parts(invoice, net, zero(net)));
        return billing.told(what, payment, day, data);
    }

    public Envelope voided(BillingFacts.Invoice invoice, LocalDate day, String net, boolean afterWriteOff) {
        ObjectNode data = of(invoice)
                .put("mode", "VOID")
                .put("reasonCode", "ISSUED_IN_ERROR")
                .put("afterWriteOff", afterWriteOff)
                .put("effectiveDate", day.toString());
        data.set("amount", billing.wire(net));
        data.set("lines", reversed(invoice, net, zero(net), "netAmount"));
        return billing.told("invoice.voided", invoice.id(), day, data);
    }

    public Envelope writtenOff(BillingFacts.Invoice invoice, LocalDate day, String net, String tax, boolean taxRelief) {
        ObjectNode data = of(invoice)
                .put("reasonCode", "UNCOLLECTIBLE")
                .put("taxRelief", taxRelief)
                .put("effectiveDate", day.toString());
        data.set("amount", sum(net, tax));
        data.set("lines", reversed(invoice, net, tax, "netAmount"));
        return billing.told("invoice.written-off", invoice.id(), day, data);
    }

    /** Of which something is told to be still open. */
    public Envelope writtenOff(BillingFacts.Invoice invoice, LocalDate day, String net, String tax, String open) {
        ObjectNode data = of(invoice)
                .put("reasonCode", "UNCOLLECTIBLE")
                .put("taxRelief", false)
                .put("effectiveDate", day.toString());
        data.set("amount", sum(net, tax));
        data.set("openAmount", billing.wire(open));
        data.set("lines", reversed(invoice, net, tax, "netAmount"));
        return billing.told("invoice.written-off", invoice.id(), day, data);
    }

    public Envelope recovered(BillingFacts.Invoice invoice, UUID payment, LocalDate day, String amount) {
        ObjectNode data = of(invoice)
                .put("paymentId", payment.toString())
                .put("applicationId", EventIds.next().toString())
                .put("effectiveDate", day.toString());
        data.set("amount", billing.wire(amount));
        return billing.told("invoice.recovered", invoice.id(), day, data);
    }

    private static ObjectNode of(BillingFacts.Invoice invoice) {
        return JSON.objectNode().put("invoiceId", invoice.id().toString()).put("invoiceNumber", invoice.number());
    }

    private ArrayNode parts(BillingFacts.Invoice invoice, String net, String tax) {
        ArrayNode parts = JSON.arrayNode();
        ObjectNode part = of(invoice);
        part.set("amount", sum(net, tax));
        part.set("lines", reversed(invoice, net, tax, "netAmount"));
        return parts.add(part);
    }

    /** All of the first line, in the figures given. */
    private ArrayNode reversed(BillingFacts.Invoice invoice, String net, String tax, String name) {
        JsonNode line = invoice.lines().get(0);
        ArrayNode lines = JSON.arrayNode();
        ObjectNode reversed = lines.addObject()
                .put("originalLineId", line.path("lineId").asText())
                .put("productId", line.path("productId").asText())
                .put("revenueTreatment", line.path("revenueTreatment").asText())
                .put("taxCategoryCode", "S");
        reversed.set(name, billing.wire(net));
        reversed.set("taxAmount", billing.wire(tax));
        return lines;
    }

    private ObjectNode settlement(String where, String net, String tax) {
        ObjectNode settlement = JSON.objectNode();
        settlement.set(where, sum(net, tax));
        return settlement;
    }

    private ObjectNode sum(String net, String tax) {
        return billing.wire(billing.money(net).plus(billing.money(tax)).amount());
    }

    private String zero(String net) {
        return Money.zero(billing.money(net).currency()).amount();
    }
}
