package io.counterfoil.billing.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import io.counterfoil.billing.payment.Receipt;
import io.counterfoil.common.http.Json;
import io.counterfoil.common.money.Money;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message of the gateway, read leniently: fields come and go with its API versions, so only those that we need are looked
 * at, where all versions have them.
 *
 * @param id its dedupe key
 * @param object what it is about
 */
record StripeEvent(String id, String type, JsonNode object) {

    static final String GATEWAY = "stripe";
    static final String SUCCEEDED = "payment_intent.succeeded";
    static final String FAILED = "payment_intent.payment_failed";

    /** Reads the body; empty when it is no event. */
    static Optional<StripeEvent> read(byte[] body) {
        try {
            JsonNode event = Json.lenient().readTree(body);
            String id = text(event, "id");
            String type = text(event, "type");
            JsonNode object = event == null ? null : event.path("data").path("object");
            return id == null || type == null || !object.isObject()
                    ? Optional.empty()
                    : Optional.of(new StripeEvent(id, type, object));
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    boolean concernsMoney() {
        return isPayment() || isGivenBack() || isRefund() || isDispute() || isPayout();
    }

    boolean isPayment() {
        return SUCCEEDED.equals(type) || FAILED.equals(type);
    }

    /** A charge of which something was given back, by us or by somebody at the gateway. */
    boolean isGivenBack() {
        return type.equals("charge.refunded");
    }

    /** A refund that moved; older versions name it by its charge. */
    boolean isRefund() {
        return type.startsWith("refund.") || type.equals("charge.refund.updated");
    }

    boolean isDispute() {
        return type.startsWith("charge.dispute.");
    }

    /** Money that it held for us went to our bank, or came back from there. */
    boolean isPayout() {
        return type.equals("payout.paid") || isPayoutFailed();
    }

    boolean isPayoutFailed() {
        return type.equals("payout.failed");
    }

    /** What the messages about one payment have in common. */
    String queue() {
        return isPayment() || isPayout() ? subject() : StripeReading.payment(object);
    }

    /** What it is about, so that messages about one thing are taken one after the other. */
    String subject() {
        String objectId = text(object, "id");
        return objectId == null ? id : objectId;
    }

    /** What it says about money, in our words. */
    Receipt receipt(Instant at) {
        JsonNode metadata = object.path("metadata");
        Receipt receipt = new Receipt(
                GATEWAY,
                subject(),
                id,
                amount(),
                text(metadata, "invoice_number"),
                customerId(metadata),
                text(object, "customer"),
                FAILED.equals(type) ? failure() : null,
                at);
        return receipt.answering(StripeReading.attemptId(object).orElse(null));
    }

    private Money amount() {
        String currency = text(object, "currency");
        JsonNode received = object.path("amount_received");
        JsonNode amount = SUCCEEDED.equals(type) && received.isIntegralNumber() ? received : object.path("amount");
        if (currency == null || !amount.canConvertToLong() || !amount.isIntegralNumber() || amount.longValue() <= 0) {
            throw new UnreadableWebhook(type + " " + id + " has no positive amount or no currency");
        }
        return StripeAmount.of(amount.longValue(), currency);
    }

    private Receipt.Failure failure() {
        JsonNode error = object.path("last_payment_error");
        String bank = text(error, "decline_code");
        String code = bank == null ? text(error, "code") : bank;
        String reason = text(error, "message");
        return new Receipt.Failure(
                code == null ? "unknown" : code, reason == null ? "The gateway gave no reason." : reason);
    }

    /** Our id of the customer, under either name; another reference is not ours to understand. */
    private static UUID customerId(JsonNode metadata) {
        String named = text(metadata, "customer_id");
        String text = named == null ? text(metadata, "customer_reference") : named;
        return text != null && text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? UUID.fromString(text)
                : null;
    }

    /** A text, also where the gateway expanded an id into the object that it names. */
    static String text(JsonNode node, String field) {
        JsonNode value = node == null ? null : node.path(field);
        if (value == null || value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isObject() ? text(value, "id") : value.asText();
    }
}
