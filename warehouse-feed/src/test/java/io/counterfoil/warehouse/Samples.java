package io.counterfoil.warehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.counterfoil.common.event.Envelope;
import io.counterfoil.common.testing.GoldenExample;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The golden examples of the producers, as they arrive here, and variations of them. */
public final class Samples {

    public static final String ORDER_ID = "0190a1b2-0002-7000-8000-000000000001";
    public static final String INVOICE_ID = "0190a1b2-0005-7000-8000-000000000001";
    public static final String INVOICE_NUMBER = "US01-2026-000001";

    private static final AtomicLong COUNT = new AtomicLong(1_000);

    private Samples() {}

    public static Envelope orderReceived() {
        return GoldenExample.from("/order", "order-received.v1").envelope();
    }

    public static Envelope orderHeld() {
        return GoldenExample.from("/order", "order-held.v1").envelope();
    }

    public static Envelope orderAccepted() {
        return GoldenExample.from("/order", "order-accepted.v1").envelope();
    }

    public static Envelope contractSigned() {
        return GoldenExample.from("/order", "contract-signed.v1").envelope();
    }

    public static Envelope orderCompleted() {
        return GoldenExample.from("/order", "order-completed.v1").envelope();
    }

    public static Envelope customerCreated() {
        return GoldenExample.from("/customer", "customer-created.v1").envelope();
    }

    public static Envelope subscriptionActivated() {
        return GoldenExample.from("/billing", "subscription-activated.v1").envelope();
    }

    public static Envelope invoiceIssued() {
        return GoldenExample.from("/billing", "invoice-issued.v1").envelope();
    }

    public static Envelope paymentSettled() {
        return GoldenExample.from("/billing", "payment-settled.v1").envelope();
    }

    public static Envelope paymentApplied() {
        return GoldenExample.from("/billing", "payment-applied.v1").envelope();
    }

    public static Envelope invoicePaid() {
        return GoldenExample.from("/billing", "invoice-paid.v1").envelope();
    }

    public static Envelope journalPosted() {
        return GoldenExample.from("/ledger", "journal-posted.v1").envelope();
    }

    public static Envelope revenueRecognised() {
        return GoldenExample.from("/ledger", "revenue-recognised.v1").envelope();
    }

    /** What takes back and gives up, as billing's examples tell it. */
    public static List<Envelope> reversals() {
        return Stream.of(
                        "creditmemo-issued",
                        "creditmemo-voided",
                        "refund-paid",
                        "invoice-voided",
                        "invoice-written-off",
                        "payment-disputed",
                        "dispute-won")
                .map(name -> GoldenExample.from("/billing", name + ".v1").envelope())
                .toList();
    }

    /** The story of the sample transaction up to the recognised revenue. */
    public static List<Envelope> story() {
        return List.of(
                orderReceived(),
                customerCreated(),
                orderAccepted(),
                contractSigned(),
                subscriptionActivated(),
                invoiceIssued(),
                journalPosted(),
                orderCompleted(),
                paymentSettled(),
                paymentApplied(),
                invoicePaid(),
                paymentPosted(),
                revenueRecognised());
    }

    private static final Envelope PAYMENT_POSTED = makePaymentPosted();

    /** The journal entry of the sample payment. */
    public static Envelope paymentPosted() {
        return PAYMENT_POSTED;
    }

    private static Envelope makePaymentPosted() {
        return changed(journalPosted(), 7, data -> {
            data.put("entryId", "0190a1b2-00f1-7000-8000-000000000001")
                    .put("entryNumber", "US01-J-000002")
                    .put("purpose", "PAYMENT")
                    .put("sourcePosition", 5)
                    .put("documentType", "PAYMENT")
                    .put("documentId", "0190a1b2-0006-7000-8000-000000000001")
                    .put("documentNumber", "pi_sample");
            data.remove("orderId");
        });
    }

    /** Another invoice: of another order and number, with the same lines. */
    public static Envelope otherInvoice(int number, long position) {
        return changed(invoiceIssued(), position, data -> data.put("invoiceId", id("0005", number))
                .put("invoiceNumber", "US01-2026-%06d".formatted(number))
                .put("orderId", id("0002", number))
                .put("orderNumber", "O-%06d".formatted(number))
                .put("contractId", id("0003", number)));
    }

    static String id(String kind, int number) {
        return "0190a1b2-%s-7000-8000-%012d".formatted(kind, number);
    }

    /** The same event with a new id, position and other data. */
    public static Envelope changed(Envelope event, long position, Consumer<ObjectNode> change) {
        ObjectNode data = (ObjectNode) event.dataAs(JsonNode.class);
        change.accept(data);
        return new Envelope(
                UUID.fromString(id("00ee", (int) COUNT.incrementAndGet())),
                event.type(),
                event.source(),
                event.subject(),
                event.time(),
                event.correlationId(),
                event.causationId(),
                event.sequence(),
                position,
                event.partitionKey(),
                event.legalEntity(),
                event.actor(),
                event.traceParent(),
                data.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The same event at another time. */
    public static Envelope at(Envelope event, Instant time) {
        return new Envelope(
                event.id(),
                event.type(),
                event.source(),
                event.subject(),
                time,
                event.correlationId(),
                event.causationId(),
                event.sequence(),
                event.position(),
                event.partitionKey(),
                event.legalEntity(),
                event.actor(),
                event.traceParent(),
                event.data());
    }
}
